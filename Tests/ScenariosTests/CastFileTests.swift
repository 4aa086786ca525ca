import Foundation
import Testing

@testable import Scenarios

/// Recordings, held against what asciicast v2 asks of a file.
@Suite struct CastFileTests {
  @Test func theHeaderAndEachEventStandOnALineOfTheirOwn() throws {
    var cast = CastFile(title: "A \"title\"\n\u{1B}", columns: 80, rows: 24, began: 17)
    cast.show("one\ntwo\u{1B}[0m é", at: 0)
    cast.show("", at: 5)
    cast.mark("3 chapter", at: 1_007)
    cast.show("\n", at: 61_250)
    let lines = cast.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines.last == "")
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    #expect(header["timestamp"] as? Int == 17)
    #expect(header["title"] as? String == "A \"title\"\n\u{1B}")
    let events = try lines[1...3].map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
    }
    #expect(events.map { $0[0] as? Double } == [0, 1.007, 61.25])
    #expect(events.map { $0[1] as? String } == ["o", "m", "o"])
    #expect(events.map { $0[2] as? String } == ["one\r\ntwo\u{1B}[0m é", "3 chapter", "\r\n"])
  }

  @Test func aRecordingWithoutATimeOfDayIsTheSameEveryTime() {
    let header = CastFile(title: "t", columns: 40, rows: 10).text
    #expect(header == "{\"version\":2,\"width\":40,\"height\":10,\"title\":\"t\"}\n")
  }
}
