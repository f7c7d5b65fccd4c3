/// Why a spreadsheet could not be read or written.
///
/// Cases carry places, limits and part names, never what a cell holds: a cell may hold a name.
public enum SheetError: Error, Equatable, Sendable {
  // The file itself.
  case notFound
  case isDirectory
  case notRegularFile
  case notPermitted
  case readFailed(code: Int32)
  case changedWhileReading
  case empty
  /// What was kept of a delivery is not as it was kept.
  case keptDamaged

  // What kind of file it is.
  case notASpreadsheet
  /// A table, in a kind of file that is not read.
  case otherFile(OtherFile)
  case passwordProtected
  case legacyWorkbook
  case binaryWorkbook

  // Text.
  case nulByte(line: Int)
  case undecodable(TextEncoding, line: Int)
  case recordTooLong(line: Int, limit: Int, openQuoteLine: Int?)
  case tooManyFields(line: Int, limit: Int)
  case unclosedQuote(line: Int)

  // Workbooks.
  case truncated
  case damaged(ArchiveDefect)
  case encryptedEntry(part: String)
  case archiveTooLarge(limit: Int)
  case compressionTooHigh(ratio: Int)
  case tooManyEntries(limit: Int)
  case missingPart(String)
  case malformedPart(String, line: Int)
  case documentTypeRefused(part: String)
  case noSheets
  case sheetNotFound(names: [String])
  case tooManyRows(sheet: String, limit: Int)
  case tooManyColumns(sheet: String, row: Int, limit: Int)
  case tooManyCells(sheet: String, limit: Int)
  case rowTooLong(sheet: String, row: Int, limit: Int)

  // Writing.
  case folderNotFound
  case folderNotWritable
  case diskFull
  case writeFailed(code: Int32)
  case sheetNameRefused(position: Int)
  case cellTextTooLong(sheet: String, row: Int, column: Int, limit: Int)
  case valueOutOfRange(sheet: String, row: Int, column: Int)
}

/// Kinds of file in which tables come and that are named rather than read.
public enum OtherFile: String, CaseIterable, Equatable, Sendable {
  /// Packed by gzip, bzip2, xz, 7-Zip or RAR.
  case packed
  /// A zip file with files in it.
  case archive
  /// A web page, such as many programs export under the name `.xls`.
  case webPage
  /// The XML of Excel 2003.
  case excelXML
  /// OpenDocument in one XML file (`.fods`).
  case flatDocument
  /// A workbook with something before it, as a download or a mail program leaves.
  case prefixedWorkbook
}

/// What is wrong with the zip archive that an XLSX or ODS file is.
public enum ArchiveDefect: String, Equatable, Sendable {
  case checksum
  case duplicateName
  case directory
  case compressedData
  case size
  case unsafeName
  case unknownCompression
}
