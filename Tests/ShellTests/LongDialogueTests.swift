import Testing

@testable import Shell

@Suite struct LongDialogueTests {
  @Test func whatIsKeptToBeUndoneIsBounded() throws {
    var state = try ShippedKnowledge.state()
    _ = state.handle("woking")
    for _ in 0..<1_300 {
      _ = state.handle("friend-request")
      _ = state.handle("1")
    }
    #expect(state.done.count <= 1_000)
    for _ in 0..<500 { _ = state.handle("undo") }
    #expect(!state.done.isEmpty || !state.undone.isEmpty)
    #expect(state.undone.count == 500)
  }
}
