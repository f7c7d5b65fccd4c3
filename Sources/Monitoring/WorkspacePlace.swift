package import Cryptography
package import Foundation
package import Model
package import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the key of a workspace comes from. Never from the database.
package enum KeyPlace: Equatable, Sendable {
  /// 64 digits; `name` says where they stand, for complaints.
  case digits(String, name: String)
  /// A file only its owner reads.
  case file(String)
  /// The folder of the user's keys; the key is made with the workspace. An older workspace has its key beside the data,
  /// in `zicht.key`.
  case keys(KeyFolder)
}

/// Asks for the passphrase of a wrapped key; the place is the file it lies in.
package struct PassphrasePrompt: Sendable {
  let ask: @Sendable (_ place: String) -> String?

  package init(_ ask: @escaping @Sendable (_ place: String) -> String?) { self.ask = ask }

  /// Nobody to ask.
  package static let none = PassphrasePrompt { _ in nil }

  func callAsFunction(_ place: String) throws(CryptographyError) -> String {
    guard let passphrase = ask(place) else { throw .passphraseMissing(place: place) }
    return passphrase
  }
}

/// Where the workspace of a monitor lies and where its key comes from.
package struct WorkspacePlace: Sendable {
  package var folder: URL
  package var key: KeyPlace
  package var passphrase: PassphrasePrompt
  /// The folder of deliveries, which may be sealed with the key of the workspace before.
  package var deliveries: URL

  package init(_ folder: URL, key: KeyPlace, deliveries: URL, passphrase: PassphrasePrompt = .none) {
    self.folder = folder
    self.key = key
    self.deliveries = deliveries
    self.passphrase = passphrase
  }

  /// Opens the workspace, or makes it with a new key.
  package func open() throws -> Workspace { try RefusedOpenings(in: folder).noting { try opened() } }

  private func opened() throws -> Workspace {
    guard case .keys(let keys) = key, try !isMade else {
      guard let key = try existingKey() else { throw missingKey(nil) }
      return try Workspace(at: folder.path, key: key)
    }
    return try keys.whileAlone {
      // Another program may have made it meanwhile.
      try Workspace(at: folder.path, key: try existingKey() ?? keyOfDeliveries() ?? newKey(in: keys))
    }
  }

  /// Opens the workspace for a build: where nothing can be written a workspace that is there is read, and a build with
  /// nothing new needs no more.
  package func openForBuilding() throws -> Workspace {
    let isWritable = access(folder.path, W_OK | X_OK) == 0 || errno == ENOENT
    return try isWritable ? open() : openForReading() ?? open()
  }

  /// Opens the workspace to look, when there is one. Looking makes nothing and changes nothing: no key, no file, no
  /// snapshot.
  package func openForReading() throws -> Workspace? {
    guard isThere("zicht.sqlite") else { return nil }
    return try RefusedOpenings(in: folder).noting {
      guard let key = try existingKey() else { throw missingKey(nil) }
      return try Workspace(reading: folder.path, key: key)
    }
  }

  /// Whether the key lies beside what it opens, and what to do about that.
  package var advice: LocalizedText? {
    guard case .keys = key, isThere("zicht.key") else { return nil }
    return LocalizedText(
      nl:
        "De sleutel van deze werkmap ligt naast de gegevens: wie de map heeft, heeft alles. Zet hem apart met: zicht "
        + "key move",
      en: "The key of this workspace lies beside the data: whoever has the folder has everything. Put it apart with: "
        + "zicht key move")
  }

  /// Whether both files have been given their key.
  private var isMade: Bool {
    get throws {
      let asked = try Workspace.askedKeys(in: folder.path)
      return asked.store != nil && asked.vault != nil
    }
  }

  func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  /// The file with the key, when it is in one; it may be missing.
  func keyFile(_ asked: AskedKeys) -> URL? {
    switch key {
    case .digits: return nil
    case .file(let path): return URL(filePath: path)
    case .keys(let keys):
      let own = asked.store.map(keys.file)
      // A key beside the data may be an old one that is no longer asked for.
      if let own, FileManager.default.fileExists(atPath: own.path) { return own }
      return isThere("zicht.key") ? folder.appending(path: "zicht.key") : own
    }
  }

  /// Nil when the workspace has no key yet and is to get one of its own.
  func existingKey() throws -> WorkspaceKey? {
    let asked = try Workspace.askedKeys(in: folder.path)
    if asked.isHalfway { throw halfway }
    let key = try givenKey(asked)
    if let key, !key.isRandomLooking { throw CryptographyError.keyNotRandom(place: placeName(asked)) }
    return key
  }

  /// The key with which the deliveries are sealed; nil where nothing was sealed.
  package func keyOfDeliveries() throws -> WorkspaceKey? {
    guard let ring = try SealedDeliveries.ring(in: deliveries) else { return nil }
    let key: WorkspaceKey
    switch self.key {
    case .digits(let digits, let name): key = try WorkspaceKey(hex: digits, place: name)
    case .file(let path): key = try read(path)
    case .keys(let keys):
      let files = ring.fingerprints.reversed().map(keys.file)
      guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
        throw SealedDeliveries.missingKey(deliveries, ring, keys)
      }
      key = try read(file.path)
    }
    guard ring.opens(with: try key.deliveryOpener()) else { throw SealedDeliveries.otherKey(deliveries, ring) }
    return key
  }

  /// As it was given, whatever it looks like and whether it fits.
  func givenKey(_ asked: AskedKeys) throws -> WorkspaceKey? {
    switch key {
    case .digits(let digits, let name): return try WorkspaceKey(hex: digits, place: name)
    case .file(let path): return try read(path)
    case .keys:
      guard let file = keyFile(asked) else {
        // A vault without a store: half of a workspace, which gets no new key.
        if asked.vault != nil { throw missingKey(nil) }
        return nil
      }
      guard FileManager.default.fileExists(atPath: file.path) else { throw missingKey(file) }
      return try read(file.path)
    }
  }

  func read(_ path: String) throws -> WorkspaceKey {
    try WorkspaceKey(contentsOf: path) { () throws(CryptographyError) in try passphrase(path) }
  }

  private func placeName(_ asked: AskedKeys) -> String {
    if case .digits(_, let name) = key { return name }
    return keyFile(asked)?.path ?? folder.path
  }

  private var halfway: MonitoringError {
    .data(
      nl: "De twee bestanden van werkmap \(folder.path) vragen om verschillende sleutels: een wijziging van de sleutel "
        + "is gestopt, of een van de twee hoort bij een andere werkmap. Maak een wijziging af met: zicht key rotate",
      en: "The two files of workspace \(folder.path) ask for different keys: a change of key was stopped, or one of "
        + "the two belongs to another workspace. Finish a change with: zicht key rotate")
  }

  private func missingKey(_ file: URL?) -> MonitoringError {
    let place = file?.path ?? folder.appending(path: "zicht.key").path
    return .data(
      nl: "De sleutel \(place) ontbreekt; zonder die sleutel gaat de werkmap niet open. Wijs de sleutel aan met "
        + "--key-file.",
      en: "The key \(place) is missing; without it the workspace does not open. Point to the key with --key-file.")
  }

  private func newKey(in keys: KeyFolder) throws -> WorkspaceKey {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw MonitoringError.data(
        nl: "De werkmap \(folder.path) kan niet worden gemaakt. Kies een andere map met --workspace.",
        en: "The workspace \(folder.path) cannot be made. Choose another folder with --workspace.")
    }
    let key = try WorkspaceKey.random()
    try keys.add(key)
    return key
  }
}
