import Cryptography
import Foundation
import Invented
import Model
import Store
import Testing

@testable import Monitoring

/// Ways to change the log of a folder of deliveries, by somebody who can write in the folder. Each is told by the next
/// command, with the first line that is wrong and what to do.
@Suite struct TamperedLogTests {
  private let monitor: MonitorOnDisk
  private let good: [String]

  /// Twelve lines: received, corrected and withdrawn, two years in turn.
  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    let care = try monitor.opened.source(named: "zorg")
    for step in 0..<12 {
      if step % 6 == 4 {
        try monitor.receiving().withdraw(care, period: "2018")
      } else {
        let line = "P\(step);\(2018 + step % 2);sexual;20;NL;given;;"
        let file = try monitor.send("f.csv", ["nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking", line])
        #expect(try monitor.receiving().receive(file, from: care, period: nil).outcome != nil)
      }
    }
    let place = try monitor.opened.deliveriesFolder.appending(path: "log.jsonl")
    good = String(decoding: try Data(contentsOf: place), as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(good.count == 12)
  }

  /// How a way ends: the line that is named, and by what it is known.
  enum Told { case order, chain, unreadable, gone, followed }

  struct Way: Sendable {
    var name: String
    var line: Int
    var told: Told
    /// From the lines of the log to the bytes of what lies there instead; nil: the file is removed.
    var change: @Sendable ([String]) throws -> [UInt8]?

    init(_ name: String, _ line: Int, _ told: Told, bytes: @escaping @Sendable ([String]) throws -> [UInt8]?) {
      (self.name, self.line, self.told, change) = (name, line, told, bytes)
    }

    /// - Parameter isRemade: Whether numbers and chain are made to fit again.
    init(
      _ name: String, _ line: Int, _ told: Told, isRemade: Bool = false,
      _ change: @escaping @Sendable (inout [String]) throws -> Void
    ) {
      self.init(name, line, told) {
        var lines = $0
        try change(&lines)
        if isRemade { lines = try Self.remade(lines) }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
      }
    }

    /// What anybody can do: nothing in this log is secret.
    private static func remade(_ lines: [String]) throws -> [String] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      var previous = String(repeating: "0", count: 64)
      return try lines.enumerated().map { index, line in
        var entry = try JSONDecoder().decode(DeliveryLog.Entry.self, from: Data(line.utf8))
        (entry.number, entry.previous) = (index + 1, previous)
        let made = String(decoding: try encoder.encode(entry), as: UTF8.self)
        previous = SHA256.digest(of: Array(made.utf8)).hex
        return made
      }
    }
  }

  static let reason = (old: #""reason":"test""#, new: #""reason":"other""#)

  static let ways = [
    Way("why, in the middle", 5, .chain) { $0[4].replace(reason.old, with: reason.new) },
    Way("why, in the first", 1, .chain) { $0[0].replace(reason.old, with: reason.new) },
    Way("who, in the last", 12, .followed) { $0[11].replace(#""actor":"test""#, with: #""actor":"somebody""#) },
    Way("when, in the last", 12, .followed) { $0[11].replace("2025-03-01", with: "2025-03-02") },
    Way("the keys of the last in another order", 12, .followed) {
      $0[11] = "{" + $0[11].dropFirst().dropLast().split(separator: ",").reversed().joined(separator: ",") + "}"
    },
    Way("a space in the last", 12, .followed) { $0[11] = "{ " + $0[11].dropFirst() },
    Way("two that changed places", 4, .order) { $0.swapAt(3, 4) },
    Way("two that changed places, remade", 4, .followed, isRemade: true) { $0.swapAt(3, 5) },
    Way("the first is gone", 1, .order) { $0.removeFirst() },
    Way("one is gone", 6, .order) { $0.remove(at: 5) },
    Way("one is gone, remade", 6, .followed, isRemade: true) { $0.remove(at: 5) },
    Way("the last is gone", 12, .gone) { $0.removeLast() },
    Way("the last ten are gone", 3, .gone) { $0.removeLast(10) },
    Way("all are gone", 1, .gone) { $0.removeAll() },
    Way("the file is gone", 1, .gone, bytes: { _ in nil }),
    Way("remade with another reason", 3, .followed, isRemade: true) { $0[2].replace(reason.old, with: reason.new) },
    Way("remade with another moment", 8, .followed, isRemade: true) { $0[7].replace("2025-03-01", with: "2024-03-01") },
    Way("remade with a clock that goes back from the start", 1, .followed, isRemade: true) {
      for index in $0.indices { $0[index].replace("2025-03-01", with: "2025-02-\(28 - index)") }
    },
    Way("remade with the digest of another file", 2, .followed, isRemade: true) {
      let entry = try JSONDecoder().decode(DeliveryLog.Entry.self, from: Data($0[3].utf8))
      let old = try JSONDecoder().decode(DeliveryLog.Entry.self, from: Data($0[1].utf8))
      $0[1].replace(try #require(old.sha256), with: try #require(entry.sha256))
    },
    Way("remade with the name of another file", 1, .followed, isRemade: true) {
      $0[0].replace("zorg-2018.sealed", with: "zorg-2018-v2.sealed")
    },
    Way("remade with another year", 3, .followed, isRemade: true) {
      $0[2].replace(#""period":"2018""#, with: #""period":"2019""#)
    },
    Way("remade with another source", 3, .followed, isRemade: true) { $0[2].replace("\"zorg\"", with: "\"elders\"") },
    Way("one twice", 8, .order) { $0.insert($0[6], at: 7) },
    Way("one twice, remade", 8, .followed, isRemade: true) { $0.insert($0[6], at: 7) },
    Way("the last twice", 13, .order) { $0.append($0[11]) },
    Way("one of another monitor between", 5, .order) { $0.insert(other[0], at: 4) },
    Way("one of another monitor between, remade", 5, .followed, isRemade: true) { $0.insert(other[0], at: 4) },
    Way("one of another monitor behind", 13, .order) { $0.append(other[0]) },
    Way("the log of another monitor", 1, .followed, isRemade: true) { $0 = Array(repeating: other[0], count: 12) },
    Way("the log of another monitor, shorter", 1, .followed) { $0 = other },
    Way("cut off in the middle of the last line", 12, .gone, bytes: { Array(text($0).utf8.dropLast(40)) }),
    Way("cut off in the middle of a line", 6, .gone, bytes: { Array((text($0.prefix(5)) + $0[5].prefix(80)).utf8) }),
    Way("without its last end of a line", 12, .gone, bytes: { Array(text($0).utf8.dropLast()) }),
    Way("a blank line between", 4, .unreadable) { $0.insert("", at: 3) },
    Way("a blank line at the end", 13, .unreadable) { $0.append("") },
    Way("a blank line at the start", 1, .unreadable) { $0.insert("", at: 0) },
    Way("lines that end as in Windows", 1, .chain) { for index in $0.indices { $0[index] += "\r" } },
    Way("in UTF-16", 1, .chain, bytes: { text($0).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }),
    Way("with a mark of UTF-8 before it", 1, .chain, bytes: { [0xEF, 0xBB, 0xBF] + Array(text($0).utf8) }),
    Way("zeroes as a disk leaves them", 1, .gone, bytes: { [UInt8](repeating: 0, count: text($0).utf8.count) }),
    Way("a line that is no JSON", 7, .unreadable) { $0[6] = "received" },
    Way("a line without its digest", 7, .unreadable) { $0[6].replace("previous", with: "before") },
  ]

  private static func text(_ lines: some Sequence<String>) -> String { lines.map { $0 + "\n" }.joined() }

  private static let other = [
    #"{"action":"received","actor":"test","file":"politie-2018.csv","moment":"2025-03-01T12:00:00Z","number":1,"#
      + #""period":"2018","previous":""# + String(repeating: "0", count: 64) + #"","reason":"test","sha256":""#
      + String(repeating: "a", count: 64) + #"","source":"politie"}"#
  ]

  @Test func `what was changed is told by every command that reads it`() throws {
    let place = try monitor.opened.deliveriesFolder.appending(path: "log.jsonl")
    let receiving = try monitor.receiving()
    for way in Self.ways { try tell(way, at: place, to: receiving) }
    try Data((good.joined(separator: "\n") + "\n").utf8).write(to: place)
    #expect(try receiving.receiveNew() == 0)
  }

  private func tell(_ way: Way, at place: URL, to receiving: Receiving) throws {
    if let bytes = try way.change(good) {
      try Data(bytes).write(to: place)
    } else {
      try FileManager.default.removeItem(at: place)
    }
    let workspace = monitor.workspace.folder.path
    let (sentence, remedy) =
      switch way.told {
      case .order: ("\(place.path), line \(way.line): this line does not follow the one before it.", Self.again)
      case .chain: ("\(place.path), line \(way.line): this line or the next is not what was written.", Self.again)
      case .unreadable: ("\(place.path), line \(way.line): this line cannot be read.", Self.again)
      case .followed:
        ("log.jsonl, line \(way.line): this is not what the workspace \(workspace) followed.", Self.again)
      case .gone:
        (
          "log.jsonl, line \(way.line): this line is not there, and the workspace \(workspace) followed 12 lines.",
          " Put the log back from a backup; if it was put back on purpose, set the workspace apart and build again."
        )
      }
    let before = try monitor.contents
    let (reader, opened) = (receiving.workspace, receiving.opened)
    let care = try opened.source(named: "zorg")
    let file = try monitor.send("new.csv", ["nummer;jaar;vorm", "P99;2018;sexual"])
    let told = Comment(rawValue: way.name)
    try expect(sentence + remedy, told) { _ = try receiving.receiveNew() }
    try expect(sentence + remedy, told) { _ = try receiving.receive(file, from: care, period: nil) }
    try expect(sentence + remedy, told) { try receiving.withdraw(care, period: "2019") }
    try expect(sentence + remedy, told) { _ = try PendingDeliveries(in: opened, besides: reader).remarks }
    try expect(sentence + remedy, told) { _ = try Verification(of: opened).found(in: reader, against: []) }
    #expect(try monitor.contents == before, "the folder changed")
  }

  private static let again = " The log was changed after it was written; put it back from a backup."

  private func expect(
    _ sentence: String, _ told: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ work: () throws -> Void
  ) throws {
    let error = Result { try work() }.error as? MonitoringError
    #expect(error?.sentences(.en) == [sentence], told, sourceLocation: sourceLocation)
  }

  /// A workspace that is made from the log follows all lines at once, and does not know which of them was changed.
  @Test func `a workspace that followed all lines at once says which they were`() throws {
    try FileManager.default.removeItem(at: monitor.workspace.folder)
    #expect(try monitor.receiving().receiveNew() > 0)
    let place = try monitor.opened.deliveriesFolder.appending(path: "log.jsonl")
    var lines = good
    lines[11].replace(Self.reason.old, with: Self.reason.new)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: place)
    try expect(
      "log.jsonl, one of the lines 1 to 12: this is not what the workspace \(monitor.workspace.folder.path) followed."
        + Self.again
    ) { _ = try monitor.receiving().receiveNew() }
  }

  @Test func `a log that was written anew from the workspace is the one that is followed from then on`() throws {
    let place = try monitor.opened.deliveriesFolder.appending(path: "log.jsonl")
    try FileManager.default.removeItem(at: place)
    #expect(try monitor.receiving().receiveAll() == 0)
    #expect(try monitor.receiving().receiveNew() == 0)
    let written = try DeliveryLog(in: monitor.opened.deliveriesFolder)
    try Data((good.joined(separator: "\n") + "\n").utf8).write(to: place)
    #expect(throws: MonitoringError.self) { try monitor.receiving().receiveNew() }
    #expect(written.entries.count == 12)
  }
}
