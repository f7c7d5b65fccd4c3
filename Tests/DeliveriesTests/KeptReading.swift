import Invented
import Testing

@testable import Cryptography
@testable import Deliveries
@testable import Model
@testable import Sheets

/// What is kept of a delivery, in a file that exists for the length of one reading.
struct KeptReading {
  private let folder: Invented.TemporaryFolder
  private let path: String
  private let keys: DeliveryKeys
  let report: DeliveryReport
  private let batches: [DeliveryBatch]

  init(of bytes: [UInt8], named name: String, by reader: DeliveryReader, erasing erased: ErasedRows? = nil) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/" + name + ".sealed"
    let opener = try WorkspaceKey.random().deliveryOpener()
    keys = try DeliveryKeyRing(for: opener).keys(openedBy: opener)
    let kept = try KeptDelivery(to: path, sealedWith: keys, erasing: erased)
    var batches: [DeliveryBatch] = []
    report = try reader.validate(bytes: bytes, fileName: name, keeping: kept) { batches.append($0) }
    self.batches = batches
    if report.isUsable { #expect(kept.digest != nil) }
  }

  /// Everything that was kept, opened.
  var plainText: [UInt8] {
    get throws {
      let file = try SealedFileReader(contentsOf: path, openedBy: keys)
      var bytes = [UInt8](repeating: 0, count: file.count)
      #expect(try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) } == bytes.count)
      return bytes
    }
  }

  func again(by reader: DeliveryReader) throws -> (DeliveryReport, [DeliveryBatch]) {
    var batches: [DeliveryBatch] = []
    let report = try reader.validate(contentsOf: path, fileName: report.fileName, openedBy: keys) { batches.append($0) }
    return (report, batches)
  }

  /// Reading what was kept is reading the file: the same records about the same persons, and the same findings.
  static func expectSame(
    _ reader: DeliveryReader, _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let kept = try KeptReading(of: bytes, named: name, by: reader)
    guard kept.report.isUsable else { return }
    let (report, batches) = try kept.again(by: reader)
    #expect(report.findings.map(told) == kept.report.findings.map(told), sourceLocation: sourceLocation)
    #expect(report.counts == kept.report.counts, sourceLocation: sourceLocation)
    #expect(report.rowsByLane == kept.report.rowsByLane, sourceLocation: sourceLocation)
    #expect(report.period == kept.report.period, sourceLocation: sourceLocation)
    #expect(report.cutOffRow == kept.report.cutOffRow, sourceLocation: sourceLocation)
    #expect(
      [report.rowsRead, report.rowsTaken, report.rowsSetAside, report.rowsMovedDown]
        == [kept.report.rowsRead, kept.report.rowsTaken, kept.report.rowsSetAside, kept.report.rowsMovedDown],
      sourceLocation: sourceLocation)
    #expect(batches.count == kept.batches.count, sourceLocation: sourceLocation)
    for (left, right) in zip(batches, kept.batches) { expectSame(left, right, sourceLocation) }
  }

  private static func expectSame(_ left: DeliveryBatch, _ right: DeliveryBatch, _ location: SourceLocation) {
    #expect(left.columns == right.columns, sourceLocation: location)
    #expect(left.sourceRow == right.sourceRow, sourceLocation: location)
    #expect(left.lane == right.lane && left.ground == right.ground, sourceLocation: location)
    #expect(left.personKeys.bytes == right.personKeys.bytes, sourceLocation: location)
    #expect(
      left.identities.map { "\($0.row) \($0.field)" } == right.identities.map { "\($0.row) \($0.field)" }
        && left.identities.map(\.value) == right.identities.map(\.value), sourceLocation: location)
  }

  private static func told(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.severity) \(finding.place.row ?? 0) \(finding.place.column ?? "")"
  }
}
