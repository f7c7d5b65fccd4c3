import CFileSystem
import Foundation
public import Model

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why an edition could not be written. Nothing of it is left behind, and an edition that stood there still does.
public enum EditionWritingError: Error, Equatable, Sendable {
  case diskFull(folder: String)
  case readOnly(folder: String)
  case notAllowed(folder: String)
  case noParent(folder: String)
  /// There is something at this place that is not an edition, and it is not for us to remove.
  case occupied(folder: String)
  case failed(folder: String, code: Int32)

  public var message: LocalizedText {
    switch self {
    case .diskFull(let folder):
      LocalizedText(
        nl: "De editie past niet in \(folder): de schijf is vol. Maak ruimte en bouw opnieuw.",
        en: "The edition does not fit in \(folder): the disk is full. Make room and build again.")
    case .readOnly(let folder):
      LocalizedText(
        nl: "In \(folder) kan niet worden geschreven: de schijf is alleen-lezen. Kies een andere map met --output.",
        en: "Nothing can be written in \(folder): the disk is read-only. Choose another folder with --output.")
    case .notAllowed(let folder):
      LocalizedText(
        nl: "U mag niet schrijven in \(folder). Pas de rechten van de map aan of kies een andere met --output.",
        en: "You may not write in \(folder). Change the folder's permissions or choose another with --output.")
    case .noParent(let folder):
      LocalizedText(
        nl: "De map waarin \(folder) moet komen, bestaat niet. Maak die eerst aan.",
        en: "The folder in which \(folder) should be does not exist. Make it first.")
    case .occupied(let folder):
      LocalizedText(
        nl: "In \(folder) staan al andere bestanden dan een editie. Kies een lege of nieuwe map met --output.",
        en: "There are other files than an edition in \(folder). Choose an empty or new folder with --output.")
    case .failed(let folder, let code):
      LocalizedText(
        nl: "De editie kon niet in \(folder) worden geschreven (systeemfout \(code)). Probeer een andere map.",
        en: "The edition could not be written in \(folder) (system error \(code)). Try another folder.")
    }
  }
}

extension Edition {
  /// Writes all files or none: into a new folder beside `folder`, which then takes its place in one move.
  ///
  /// Of two programs that write beside each other the second waits, and its edition is the one that stays. An edition
  /// that stood there is replaced; anything else is left alone. Every file is on the disk before the new edition takes
  /// its place, so that neither a stop nor a power cut halfway leaves more than a folder whose name starts with a dot,
  /// which the next write removes.
  ///
  /// - Throws: `EditionWritingError`.
  public func write(to folder: String) throws(EditionWritingError) {
    try write(to: folder, over: [EditionPath.manifest, EditionPath.whole])
  }

  /// Writes all files or none over a folder that is empty or holds these files.
  func write(to folder: String, over known: Set<String>) throws(EditionWritingError) {
    let target = URL(fileURLWithPath: folder).standardizedFileURL
    let parent = target.deletingLastPathComponent()
    let fresh = parent.appendingPathComponent(".\(target.lastPathComponent).new", isDirectory: true)
    let old = parent.appendingPathComponent(".\(target.lastPathComponent).old", isDirectory: true)
    let manager = FileManager.default
    let lock = FolderLock(on: parent.path)
    defer { lock.release() }
    do {
      try recover(target: target, old: old)
      try checkFree(target, known)
      try removeIfPresent(fresh)
      try manager.createDirectory(at: fresh, withIntermediateDirectories: false)
      for file in files {
        let place = fresh.appendingPathComponent(file.path)
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
      try flush(fresh)
      try replace(target, by: fresh, keeping: old)
      try? removeIfPresent(old)
    } catch let error as EditionWritingError {
      try? removeIfPresent(fresh)
      throw error
    } catch {
      try? removeIfPresent(fresh)
      throw writingError(error, folder: folder)
    }
  }

  /// Puts back the edition that a stop between two moves left aside.
  private func recover(target: URL, old: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: old.path) else { return }
    if manager.fileExists(atPath: target.path) {
      try manager.removeItem(at: old)
    } else {
      try manager.moveItem(at: old, to: target)
    }
  }

  /// A folder may be replaced when it is empty or holds what was written here before.
  private func checkFree(_ target: URL, _ known: Set<String>) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw EditionWritingError.occupied(folder: target.path) }
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path)
    guard names.isEmpty || Set(names).isSuperset(of: known) else {
      throw EditionWritingError.occupied(folder: target.path)
    }
  }

  private func replace(_ target: URL, by fresh: URL, keeping old: URL) throws {
    let manager = FileManager.default
    defer { try? flush(target.deletingLastPathComponent()) }
    guard manager.fileExists(atPath: target.path) else { return try manager.moveItem(at: fresh, to: target) }
    if exchange(fresh, target) { return try manager.removeItem(at: fresh) }
    // Where the file system cannot exchange two folders; `recover` undoes what a stop in between leaves.
    try manager.moveItem(at: target, to: old)
    do {
      try manager.moveItem(at: fresh, to: target)
    } catch {
      try manager.moveItem(at: old, to: target)
      throw error
    }
  }

  /// Puts each in the place of the other in one move, so that at every moment there is an edition.
  private func exchange(_ one: URL, _ other: URL) -> Bool {
    #if canImport(Glibc)
      renameat2(AT_FDCWD, one.path, AT_FDCWD, other.path, RENAME_EACH_OTHER) == 0
    #else
      renamex_np(one.path, other.path, UInt32(RENAME_SWAP)) == 0
    #endif
  }

  /// All that was written, in one go where the system can: a flush a file would take longer than writing them.
  private func flush(_ folder: URL) throws {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    defer { close(descriptor) }
    #if canImport(Glibc)
      let isFlushed = syncfs(descriptor) == 0
    #else
      let isFlushed = fcntl(descriptor, F_FULLFSYNC) == 0
    #endif
    guard isFlushed else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  }

  private func removeIfPresent(_ place: URL) throws {
    if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
  }
}

/// Holds a folder, so that one program at a time changes what is in it. No file is made for it, and the system lets go
/// when the program ends, however it ends.
private struct FolderLock {
  /// Below zero where the folder cannot be opened; the writer then finds the words for that.
  private let descriptor: Int32

  init(on folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { _ = flock(descriptor, LOCK_EX) }
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}

/// The sentence for a failure of the file system.
func writingError(_ error: any Error, folder: String) -> EditionWritingError {
  let error = error as NSError
  let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
  let code = [error, underlying].compactMap { $0 }.first { $0.domain == NSPOSIXErrorDomain }?.code
  switch (code.map { Int32($0) }, error.domain == NSCocoaErrorDomain ? CocoaError.Code(rawValue: error.code) : nil) {
  case (ENOSPC, _), (EDQUOT, _), (_, .fileWriteOutOfSpace): return .diskFull(folder: folder)
  case (EROFS, _), (_, .fileWriteVolumeReadOnly): return .readOnly(folder: folder)
  case (EACCES, _), (EPERM, _), (_, .fileWriteNoPermission), (_, .fileReadNoPermission):
    return .notAllowed(folder: folder)
  case (ENOENT, _), (ENOTDIR, _), (_, .fileNoSuchFile): return .noParent(folder: folder)
  case (let posix, _): return .failed(folder: folder, code: posix ?? Int32(truncatingIfNeeded: error.code))
  }
}
