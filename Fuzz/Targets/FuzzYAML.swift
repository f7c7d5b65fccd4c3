import Model

@testable import MonitorFolder

/// Reads any bytes as one of the files of a monitor, in the company of four that are sound enough to be looked at.
/// Whatever is wrong must come out as findings with a place, the same ones every time.
func fuzzYAML(_ bytes: [UInt8]) {
  guard let choice = bytes.first else { return }
  var files: [String: [UInt8]] = [:]
  for name in FolderReading.fileNames { files[name] = Array("{}\n".utf8) }
  files[FolderReading.fileNames[Int(choice &- UInt8(ascii: "0")) % FolderReading.fileNames.count]] = Array(
    bytes.dropFirst())
  let (monitor, findings) = FolderReading.load(files: files)
  precondition(monitor != nil || !findings.isEmpty, "a monitor that is not read has a reason")
  for finding in findings {
    precondition(!finding.message.nl.isEmpty && !finding.message.en.isEmpty, "a finding has a sentence")
  }
  precondition(FolderReading.load(files: files).findings == findings, "the same text gives the same findings")
}
