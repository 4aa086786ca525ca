import LineEditing
import PolicyModel
import Testing

@testable import Shell

/// What keys and time do to a demo.
@Suite struct DemoPlayerTests {
  /// A demo with two chapters.
  private func player(isPresenterPace: Bool = false) throws -> DemoPlayer {
    let script = try DemoCase.script(
      "chapter: One", "say: Hello.", "note: For me.", "pause", "ask: friend-request",
      "answer: contractor", "chapter: Two", "answer: \"no\"",
      "change: { conflict-free: \"yes\" }")
    #expect(script.diagnostics.isEmpty)
    return DemoPlayer(script, isPresenterPace: isPresenterPace)
  }

  /// Lets everything happen by itself until the player stops or so many things were done.
  private func play(_ player: inout DemoPlayer, most: Int = 500) -> [DemoPlayer.Act] {
    var acts: [DemoPlayer.Act] = []
    while player.wait != nil, acts.count < most {
      let act = player.timeUp()
      switch act {
      case .perform, .enter: player.advance()
      default: break
      }
      acts.append(act)
    }
    return acts
  }

  private func typed(_ acts: [DemoPlayer.Act]) -> String {
    acts.map { act in
      switch act {
      case .type(let text): text
      case .enter(let rest): rest + "⏎"
      default: ""
      }
    }.joined()
  }

  @Test func itStopsAtAPauseAndGoesOnByAKey() throws {
    for key in [PressedKey.character(" "), .right, .enter] {
      var player = try player()
      #expect(play(&player) == [.perform, .perform, .perform])
      #expect(player.position == 3)
      #expect(player.status == "Space goes on")
      #expect(player.press(key) == .nothing)
      let acts = play(&player)
      #expect(
        typed(acts) == "friend-request⏎contractor⏎no⏎change conflict-free⏎yes⏎")
      #expect(player.content == nil && player.wait == nil)
    }
  }

  @Test func spaceStopsAnywhereAndNothingIsLost() throws {
    var player = try player()
    _ = play(&player)
    _ = player.press(.right)
    var acts = play(&player, most: 6)
    #expect(player.press(.character(" ")) == .nothing)
    #expect(player.isPaused && player.wait == nil)
    #expect(player.typedText == "frien")
    #expect(player.press(.character(" ")) == .nothing)
    acts += play(&player)
    #expect(typed(acts).hasPrefix("friend-request⏎contractor⏎"))
  }

  @Test func rightFinishesALineAndWhileStoppedDoesOneThing() throws {
    var player = try player()
    _ = play(&player)
    _ = player.press(.right)
    _ = play(&player, most: 4)
    #expect(player.press(.right) == .enter(after: "end-request"))
    player.advance()
    // The page is being read: the first press ends that, the second types the reply.
    #expect(player.press(.right) == .nothing)
    #expect(player.press(.right) == .enter(after: "contractor"))
    player.advance()
    _ = player.press(.character(" "))
    #expect(player.isPaused)
    #expect(player.press(.right) == .perform)
    player.advance()
    #expect(player.press(.right) == .enter(after: "no"))
    #expect(player.isPaused)
  }

  @Test func leftGoesToTheBeginningOfTheLineThenStepByStep() throws {
    var player = try player()
    _ = play(&player)
    _ = player.press(.right)
    _ = play(&player, most: 4)
    #expect(player.press(.left) == .redraw)
    #expect(player.position == 4 && player.typed == 0 && player.isPaused)
    #expect(player.press(.left) == .redraw)
    #expect(player.position == 1)
    #expect(player.press(.left) == .redraw)
    #expect(player.position == 0)
    #expect(player.press(.left) == .nothing)
    #expect(player.status == "this is the beginning")
  }

  @Test func aStepOfTwoLinesIsGoneBackToAsAWhole() throws {
    var player = try player()
    _ = play(&player)
    _ = player.press(.right)
    _ = play(&player)
    #expect(player.content == nil)
    #expect(player.press(.left) == .redraw)
    #expect(player.position == 8)
    #expect(player.script.beats[8].content == .line("change conflict-free"))
  }

  @Test func chaptersAreJumpedToAndBack() throws {
    var player = try player()
    #expect(player.press(.character("]")) == .redraw)
    #expect(player.position == 6 && !player.isPaused)
    #expect(player.press(.character("]")) == .nothing)
    #expect(player.status == "there is no further chapter")
    #expect(play(&player, most: 3).first == .perform)
    #expect(player.press(.character("[")) == .redraw)
    #expect(player.position == 6)
    #expect(player.press(.character("[")) == .redraw)
    #expect(player.position == 0)
    #expect(player.press(.character("[")) == .nothing)
  }

  @Test func speedChangesWhatIsWaitedForAndIsSaid() throws {
    var player = try player()
    let normal = try #require(player.wait)
    _ = player.press(.character("+"))
    _ = player.press(.character("+"))
    #expect(player.wait == normal / 2)
    #expect(player.status == "speed 2.0")
    for _ in 0..<20 { _ = player.press(.character("-")) }
    #expect(player.wait == normal * 4)
    for _ in 0..<20 { _ = player.press(.character("+")) }
    #expect(player.wait == normal / 8)
  }

  @Test func theKeysOfTheStageAreAnswered() throws {
    var player = try player()
    #expect(player.press(.tab) == .handOver)
    #expect(player.press(.character("?")) == .showKeys)
    #expect(player.press(.interrupt) == .interrupt)
    #expect(player.press(.endOfInput) == .leave)
    #expect(player.press(.character("x")) == .nothing)
    #expect(player.press(.other) == .nothing)
    #expect(player.position == 0)
    #expect(player.press(.character("n")) == .nothing)
    #expect(player.showsNotes)
    #expect(player.press(.character("n")) == .nothing)
    #expect(!player.showsNotes)
  }

  @Test func theEndIsLeftByEnterOnly() throws {
    var player = try player()
    _ = play(&player)
    _ = player.press(.right)
    _ = play(&player)
    #expect(player.press(.right) == .nothing)
    #expect(player.press(.character(" ")) == .nothing)
    #expect(player.wait == nil)
    #expect(player.press(.enter) == .leave)
  }

  @Test func aPresenterTypesWithAnyKey() throws {
    var player = try player(isPresenterPace: true)
    _ = play(&player)
    _ = player.press(.right)
    #expect(player.wait == nil)
    for (key, character) in zip("x +?n", "frien") {
      let scalar = try #require(key.unicodeScalars.first)
      #expect(player.press(.character(scalar)) == .type(String(character)))
    }
    #expect(player.press(.enter) == .nothing)
    for _ in 0..<9 { _ = player.press(.character("x")) }
    #expect(player.typedText == "friend-request")
    #expect(player.press(.character("x")) == .nothing)
    #expect(player.press(.enter) == .enter(after: ""))
  }

  @Test func aPageThatIsHeldGoesOnByTimeOrKey() throws {
    var player = try player()
    player.hold(2000)
    #expect(player.wait == 2000)
    #expect(player.timeUp() == .goOn)
    player.hold(2000)
    _ = player.press(.character(" "))
    #expect(player.wait == nil)
    #expect(player.press(.right) == .goOn)
    player.hold(2000)
    #expect(player.press(.character("]")) == .redraw)
    #expect(!player.isHolding)
  }

  @Test func typingIsUnevenAndTheSameForASeed() {
    let line = "Can I accept, or not?"
    func waits(_ seed: UInt64, beat: Int = 0) -> [Int] {
      (0..<line.count).map { DemoPace(seed: seed).wait(before: $0, of: line, beat: beat) }
    }
    #expect(waits(1) == waits(1))
    #expect(waits(1) != waits(2))
    #expect(waits(1) != waits(1, beat: 1))
    #expect(Set(waits(1)).count > 10)
    #expect(waits(1).allSatisfy { (40...500).contains($0) })
  }
}
