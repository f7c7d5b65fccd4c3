import Invented
import Foundation
import Testing

@testable import Sheets

@Suite struct SheetFileTests {
  @Test func `what cannot be opened says why`() throws {
    let folder = try TemporaryFolder()
    #expect(sheetError { _ = try SheetSource(contentsOf: folder.path + "/weg.csv") } == .notFound)
    #expect(sheetError { _ = try SheetSource(contentsOf: folder.path) } == .isDirectory)
    #expect(sheetError { _ = try SheetSource(contentsOf: folder.file("leeg.csv", [])) } == .empty)
    #expect(sheetError { _ = try SheetSource(contentsOf: "/dev/null") } == .notRegularFile)
    #expect(mkfifo(folder.path + "/pijp", 0o600) == 0)
    #expect(sheetError { _ = try SheetSource(contentsOf: folder.path + "/pijp") } == .notRegularFile)
  }

  @Test(.enabled(if: geteuid() != 0))
  func `a file without permission says so`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("dicht.csv", [0x61])
    #expect(chmod(path, 0) == 0)
    #expect(sheetError { _ = try SheetSource(contentsOf: path) } == .notPermitted)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func `a failing read is an error and not an end`() {
    #expect(sheetError { _ = try CSVReader(contentsOf: "/proc/self/mem") } == .readFailed(code: EIO))
  }

  @Test(arguments: [
    (ENOENT, SheetError.notFound), (EACCES, .notPermitted), (EISDIR, .isDirectory), (EIO, .readFailed(code: EIO)),
  ])
  func `system errors of reading have their meaning`(_ code: Int32, _ error: SheetError) {
    #expect(SheetError(readingCode: code) == error)
  }

  @Test func `a line of two gigabytes is refused at once and in little memory`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("lang.csv", Array("jaar;vorm\n".utf8) + [UInt8](repeating: 0x61, count: 3 << 20))
    #expect(
      sheetError { _ = try CSVReader(contentsOf: path) }
        == .recordTooLong(line: 2, limit: 1 << 20, openQuoteLine: nil))
    // A sparse file holds zero bytes, two gigabytes of them.
    let sparse = try folder.file("nul.csv", Array("jaar;vorm\n".utf8))
    #expect(truncate(sparse, 2 << 30) == 0)
    let before = peakMemory()
    #expect(sheetError { _ = try CSVReader(contentsOf: sparse) } == .nulByte(line: 2))
    #expect(peakMemory() - before < 64 << 20)
  }

  @Test func `a file that grows or shrinks between two looks is refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("groeit.csv", Array("a;b\n1;2\n".utf8))
    let reader = try CSVReader(contentsOf: path)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("3;4\n".utf8))
    #expect(sheetError { try reader.forEachRow { _ in } } == .changedWhileReading)
  }

  private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss * 1024
  }
}
