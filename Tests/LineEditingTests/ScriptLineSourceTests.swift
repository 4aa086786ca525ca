import LineEditing
import Testing

@Suite struct ScriptLineSourceTests {
  @Test func givesItsLinesAndThenTheEnd() {
    let source = ScriptLineSource(lines: ["one", "two"], columns: 40)
    let prompt = Prompt("p", prefilled: "x")
    #expect(source.readLine(prompt) == .line("one"))
    source.remember("one", forGood: true)
    #expect(source.readLine(Prompt("q")) == .line("two"))
    #expect(source.readLine(prompt) == .endOfInput)
    #expect(source.readLine(prompt) == .endOfInput)
    #expect(source.prompts.prefix(2) == [prompt, Prompt("q")])
    #expect(source.remembered == ["one"])
    #expect(source.columns == 40)
    #expect(!source.takeInterrupt())
  }

  @Test func givesOtherEndings() {
    let source = ScriptLineSource([.interrupted(draft: "a"), .terminated(signal: 15)])
    #expect(source.readLine(Prompt("p")) == .interrupted(draft: "a"))
    #expect(source.readLine(Prompt("p")) == .terminated(signal: 15))
  }
}
