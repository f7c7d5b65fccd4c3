internal import Model

/// A delivery's summary as a snapshot's heading keeps it.
struct KeptSummary: Codable {
  var source: String
  var period: String
  var version: Int
  var fileName: String
  var checksum: String
  var rowsRead: Int
  var rowsTaken: Int
  var rowsSetAside: Int
  var rowsMovedDown: Int

  init(_ summary: DeliverySummary) {
    source = summary.source
    period = summary.period
    version = summary.version
    fileName = summary.fileName
    checksum = summary.checksum
    rowsRead = summary.rowsRead
    rowsTaken = summary.rowsTaken
    rowsSetAside = summary.rowsSetAside
    rowsMovedDown = summary.rowsMovedDown
  }

  var summary: DeliverySummary {
    DeliverySummary(
      source: source, period: period, version: version, fileName: fileName, checksum: checksum, rowsRead: rowsRead,
      rowsTaken: rowsTaken, rowsSetAside: rowsSetAside, rowsMovedDown: rowsMovedDown)
  }
}
