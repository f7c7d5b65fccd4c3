import Testing

@testable import Deliveries
@testable import Model

/// A file that is not the whole delivery is asked about, whatever came before.
@Suite struct DeliveryWholenessTests {
  private static let lines = (0..<20).map { "P\($0 + 1);2018;arbeid;30;NL;given;;" }
  private static let whole = ([SmallDelivery.header] + lines).joined(separator: "\r\n") + "\r\n"

  private static func rules(_ text: String, isAnswered: Bool = false) throws -> Set<String> {
    var report = try SmallDelivery.read(text: text).report
    report.compare(with: [], in: SmallDelivery.monitor.sources[0], isAnswered: isAnswered)
    return Set(report.findings.map(\.rule)).intersection(FindingRule.wholenessRules.map(\.id))
  }

  @Test func `a file that is cut off anywhere in a row is asked about, and a whole one is not`() throws {
    let bytes = Array(whole.utf8)
    // Of less than one row there is nothing to ask: such a file is refused already.
    let first = SmallDelivery.header.utf8.count + Self.lines[0].utf8.count + 4
    for length in first..<bytes.count {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      let last = text.split(separator: "\r\n", omittingEmptySubsequences: false).last ?? ""
      // A row with all its cells is whole, with or without a line end.
      let isCutOff = !last.isEmpty && last.split(separator: ";", omittingEmptySubsequences: false).count < 8
      #expect(try Self.rules(text).contains("cut-off-file") == isCutOff, "\(length)")
    }
    #expect(try Self.rules(Self.whole) == [])
  }

  private var whole: String { Self.whole }

  @Test(arguments: [(11, 1, true), (5, 5, false), (5, 4, true), (4, 0, false), (6, 14, false)])
  func `a file of which more than half cannot be used is asked about`(bad: Int, good: Int, isAsked: Bool) throws {
    let rows = (0..<bad).map { "Q\($0 + 1);20x8;arbeid;30;NL;given;;" } + Self.lines.prefix(good)
    let text = ([SmallDelivery.header] + rows).joined(separator: "\n") + "\n"
    #expect(try Self.rules(text).contains("mostly-set-aside") == isAsked)
    #expect(try Self.rules(text, isAnswered: true) == [])
  }

  @Test func `the question is in words, and keeps the delivery from being used`() throws {
    var report = try SmallDelivery.read(text: String(Self.whole.dropLast(8))).report
    #expect(report.isUsable)
    report.compare(with: [], in: SmallDelivery.monitor.sources[0], isAnswered: false)
    #expect(!report.isUsable)
    #expect(
      report.findings.map { $0.sentence(in: .nl) }.contains(
        "zorg.csv, rij 21: het bestand houdt midden in deze rij op. Vraag het bestand opnieuw. Is het zo toch volledig, "
          + "geef dan de reden op met --smaller-because."))
  }
}
