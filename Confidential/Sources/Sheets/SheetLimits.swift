/// How much a reader takes in before it stops with a `SheetError`; the guard against files made to exhaust memory.
///
/// Rows and columns follow the sheet size of Excel and LibreOffice; the other numbers are ours, several times the
/// largest delivery seen in the published monitors.
public struct SheetLimits: Equatable, Sendable {
  /// Bytes of one record of a text file, or of one row of a workbook.
  package var recordBytes = 1 << 20
  public var columns = 16_384
  public var rows = 1_048_576
  /// Cells of one sheet, empty ones left of a filled one included.
  public var cells = 100_000_000
  /// Bytes a workbook may unpack to, all parts that are read together.
  package var unpackedBytes = 200_000_000
  /// Unpacked over packed bytes, judged once `ratioFloor` bytes are unpacked. Deflate reaches 1032 at most.
  package var compressionRatio = 400
  package var ratioFloor = 10_000_000
  package var archiveEntries = 10_000

  public init() {}
}
