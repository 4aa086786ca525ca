import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Trying another reply without losing the case.
@Suite struct WhatIfTests {
  @Test(arguments: [
    LineCase(line: "what if conflict-free = 1", says: "YES, IF  You must weigh it"),
    LineCase(line: "what if 2 = certain", says: "YES, IF  You must weigh it"),
    LineCase(line: "what if requester = colleague", says: "NOT COVERED"),
    LineCase(line: "what if requester=client", says: "That is the same verdict as now."),
    LineCase(line: "what if requester = not sure", says: "If you are not sure: Who is"),
    LineCase(line: "what if requester = not-sure", says: "If you are not sure: Who is"),
    LineCase(line: "what if 2 = dunno", says: "If you are not sure: Would the connection"),
    LineCase(line: "what if", says: "The facts here are requester, conflict-free"),
    LineCase(line: "what if wombat = 1", says: "The facts here are requester, conflict-free"),
    LineCase(line: "what if 9 = 1", says: "The facts here are"),
    LineCase(line: "what if requester = wombat", says: "could not match “wombat”"),
    LineCase(line: "what if requester = somebody", says: "could be"),
  ])
  func anotherReplyIsTriedAndTheCaseStays(_ one: LineCase) throws {
    var state = try ShippedKnowledge.state(
      organisation: "woking", after: ["friend-request", "contractor", "no"])
    let before = state
    let text = PageRenderer(width: 100).render(state.handle(one.line).page)
    #expect(text.contains(one.says), "\(text)")
    #expect(state.replies == before.replies)
    #expect(state.situation == before.situation)
  }

  @Test func whileSomethingIsAskedTheNextQuestionIsTold() throws {
    var state = try ShippedKnowledge.state(organisation: "woking", after: ["friend-request"])
    let text = PageRenderer().render(state.handle("what if requester = contractor").page)
    #expect(text.contains("First you would be asked: Would the connection"))
    #expect(text.contains("NO") && text.contains("YES, IF"))
  }
}
