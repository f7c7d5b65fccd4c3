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

  // What kind of file it is.
  case notASpreadsheet
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
