import Invented
import Testing

@testable import Cryptography
@testable import Deliveries
@testable import Model
@testable import Sheets

/// That reading it again is reading the file again is held against every file that is read in these tests.
@Suite struct `What is kept of a delivery` {
  private let reader: DeliveryReader

  init() {
    let monitor = SmallDelivery.monitor
    reader = DeliveryReader(monitor: monitor, source: monitor.sources[0])
  }

  private func kept(_ text: String, by reader: DeliveryReader? = nil) throws -> String {
    let kept = try KeptReading(of: Array(text.utf8), named: "a.csv", by: reader ?? self.reader)
    #expect(kept.report.isUsable)
    return String(decoding: try kept.plainText, as: UTF8.self)
  }

  @Test func `is nothing that nobody reads, and only as much as the lane lets stay`() throws {
    let text = try kept(
      """
      # gemaakt door Titelman
      nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking;dossier Kopman
      P1;2018;arbeid;17;Polen;given;Jansen;Opmerkman;Dossierman
      P2;2018;arbeid;17;Polen;;Zondergrond;;
      P3;2018;arbeid;17;Polen;given;Visser;;;Teveelman

      """)
    for hidden in ["Titelman", "Kopman", "Opmerkman", "Dossierman", "Zondergrond", "Teveelman"] {
      #expect(!text.contains(hidden), "\(hidden)")
    }
    for read in ["P1", "P2", "P3", "Jansen", "Visser", "Polen", "arbeid"] { #expect(text.contains(read), "\(read)") }
  }

  @Test func `is no key of who is only counted, and persons of one file stay apart`() throws {
    var monitor = SmallDelivery.monitor
    monitor.sources[0].lane = .countOnly
    let counting = DeliveryReader(monitor: monitor, source: monitor.sources[0])
    let lines = [
      SmallDelivery.header, "P-7781;2018;arbeid;17;Polen;;;", "P-7781;2018;arbeid;17;Polen;;;", "P-9;2018;;;;;;",
    ]
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let kept = try KeptReading(of: bytes, named: "a.csv", by: counting)
    #expect(kept.report.counts.map(\.rule).contains("duplicate-row"))
    let text = String(decoding: try kept.plainText, as: UTF8.self)
    #expect(!text.contains("P-7781") && !text.contains("P-9"))
    #expect(text.ranges(of: "gewist-").count == 3)
    try KeptReading.expectSame(counting, bytes, "a.csv")
  }

  @Test func `of a detail that was not kept nothing is taken in when there is a ground for it later`() throws {
    let bytes = Array((SmallDelivery.header + "\nP2;2018;arbeid;17;Polen;;Zondergrond;\n").utf8)
    let kept = try KeptReading(of: bytes, named: "a.csv", by: reader)
    var later = SmallDelivery.monitor
    for place in later.grounds.indices { later.grounds[place].condition = nil }
    let (report, batches) = try kept.again(by: DeliveryReader(monitor: later, source: later.sources[0]))
    #expect(report.rowsTaken == 1)
    #expect(batches.flatMap(\.identities).isEmpty)
    #expect(batches[0].lane == [LaneAssignment.index(of: .identified)])
  }

  @Test func `is as long as it takes for a file of many pieces`() throws {
    let rows = (0..<40_000).map { "P\($0);2018;arbeid;\($0 % 90);Polen;given;Naam \($0);" }
    try KeptReading.expectSame(
      reader, Array(([SmallDelivery.header] + rows).joined(separator: "\r\n").utf8), "groot.csv")
  }

  @Test func `that was damaged is one finding`() throws {
    let sealed = Array("zicht sealed 1\nen nog wat".utf8)
    let folder = try TemporaryFolder()
    let opener = try WorkspaceKey.random().deliveryOpener()
    let keys = try DeliveryKeyRing(for: opener).keys(openedBy: opener)
    let report = try reader.validate(contentsOf: try folder.file("a.sealed", sealed), openedBy: keys)
    #expect(report.findings.map(\.rule) == ["unreadable-file"])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `is refused in any other shape, and never crashes`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var encoder = KeptSheetEncoder()
    encoder.append(KeptSheet.About(format: .csv, dialect: nil, choice: nil))
    try CSVReader(bytes: Array("nummer;jaar\nP1;2018\n".utf8)).forEachRow { row in
      encoder.beginRow(row)
      encoder.append(row, 0)
      encoder.append("jaar", .withheld)
      encoder.endRow()
    }
    encoder.append(SheetRemarks())
    for _ in 0..<50 {
      var bytes = Array(encoder.bytes)
      for _ in 0...Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
      let outcome = Result { try SheetSource(kept: ByteSource(bytes: bytes)).forEachRow(ofSheet: 0) { _ in } }
      if case .failure(let error) = outcome { #expect(error as? SheetError == .keptDamaged) }
    }
  }
}
