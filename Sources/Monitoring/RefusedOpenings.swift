import Foundation
package import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Openings of a workspace that were refused: with a key that is not its own, or because something in it was changed.
///
/// An entry of the audit log needs the key, so that a refusal cannot be one at once. It is a word in a file of the
/// workspace, and an entry when the workspace is next opened to write. Whoever may write in the folder can remove the
/// file before that; whoever has a copy elsewhere leaves no trace here.
struct RefusedOpenings {
  private let file: URL
  /// Bytes; more refusals than fit say no more.
  private static let longest = 1 << 16

  init(in workspace: URL) { file = workspace.appending(path: "refused.log") }

  /// Opens, and notes it when that is refused for a reason that somebody should look at.
  func noting<Opened>(_ open: () throws -> Opened) throws -> Opened {
    do {
      return try open()
    } catch let error as StoreError {
      if let word = Self.word(for: error) { note(word) }
      throw error
    }
  }

  private static func word(for error: StoreError) -> String? {
    switch error {
    case .wrongKey: "wrongKey"
    case .corrupt, .damaged, .damagedDetails, .filesDisagree, .fileMissing: "damaged"
    case .auditBroken, .auditCut, .auditSilent: "auditLog"
    case .folderReadOnly, .openToOthers, .unfinished, .notAFolder, .cannotOpen, .diskFull, .locked, .newerSchema,
      .olderSchema, .keyUnusable, .alreadyReceiving, .incomplete, .uneven, .misplacedIdentity, .noCurrentDelivery,
      .unknownCategory, .changedKind, .unknownWord, .changedTable, .tooManyDeliveries, .invalidMoment, .unknownPerson,
      .erasedPerson, .refused, .unexpected:
      nil
    }
  }

  /// Where nothing can be written nothing is noted: the refusal itself was told.
  private func note(_ word: String) {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard lseek(descriptor, 0, SEEK_END) < Self.longest else { return }
    let line = Array("\(word)\n".utf8)
    _ = write(descriptor, line, line.count)
  }

  /// Makes what was noted an entry of the audit log.
  func enter(in workspace: Workspace, on occasion: Occasion) throws {
    guard let data = FileManager.default.contents(atPath: file.path), !data.isEmpty else { return }
    let words = String(decoding: data, as: UTF8.self).split(separator: "\n")
    let counts = ["wrongKey", "damaged", "auditLog"].map { word in (word, words.count { $0 == word }) }
    let subject = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: " ")
    try workspace.record(.openingRefused, of: subject, on: occasion)
    try? FileManager.default.removeItem(at: file)
  }
}
