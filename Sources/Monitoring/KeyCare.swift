package import Cryptography
package import Foundation
package import Model
package import Store

/// What can be done with the key of a workspace, apart from using it. Every act is in the audit log, without content,
/// before it is done.
package struct KeyCare: Sendable {
  package let place: WorkspacePlace
  /// Where keys are put.
  package let keys: KeyFolder
  package let occasion: Occasion

  package init(_ place: WorkspacePlace, keys: KeyFolder, on occasion: Occasion) {
    self.place = place
    self.keys = keys
    self.occasion = occasion
  }

  /// What may be told of a key.
  package struct Description: Equatable, Sendable, Encodable {
    package var fingerprint: String
    /// Nil for a key that was handed in and is in no file.
    package var file: String?
    package var isWrapped: Bool
    package var isBesideData: Bool
  }

  /// Which key opens the workspace and where it lies. Takes no passphrase and opens nothing.
  package func description() throws -> Description {
    let asked = try Workspace.askedKeys(in: place.folder.path)
    guard let fingerprint = asked.store else { throw noWorkspace }
    let file = place.keyFile(asked)
    let text = file.flatMap { try? Data(contentsOf: $0) }
    return Description(
      fingerprint: fingerprint, file: file?.path, isWrapped: text.map { WrappedKey.isMeant(by: $0) } ?? false,
      isBesideData: file.map { $0.deletingLastPathComponent().path == place.folder.path } ?? false)
  }

  /// Takes the key that lies beside the data to the folder of keys.
  package func move() throws -> URL {
    let old = place.folder.appending(path: "zicht.key")
    guard place.isThere("zicht.key") else {
      throw MonitoringError.data(
        nl: "Naast de gegevens in \(place.folder.path) ligt geen sleutel. Waar hij ligt, zegt: zicht key show",
        en: "There is no key beside the data in \(place.folder.path). To see where it lies: zicht key show")
    }
    let fingerprint = try recorded(.keyMoved)
    try keys.make()
    let new = keys.file(fingerprint)
    let text = try [UInt8](Data(contentsOf: old))
    if !FileManager.default.fileExists(atPath: new.path) { try PrivateFile.write(text, to: new.path) }
    guard try [UInt8](Data(contentsOf: new)) == text else { throw CryptographyError.keyFileExists(path: new.path) }
    try FileManager.default.removeItem(at: old)
    return new
  }

  /// Puts the key under a passphrase, in its file or in a new one.
  package func wrap(passphrase: String, into output: URL?) throws -> URL {
    let key = try usableKey()
    let text = Array((try WrappedKey(key, passphrase: passphrase).text + "\n").utf8)
    _ = try recorded(.keyWrapped)
    if let output {
      try PrivateFile.write(text, to: output.path)
      return output
    }
    guard let file = place.keyFile(try Workspace.askedKeys(in: place.folder.path)) else {
      throw MonitoringError.data(
        nl: "Deze sleutel ligt in geen bestand. Zeg met --output waar de vorm met wachtzin heen moet.",
        en: "This key is in no file. Say with --output where the form with a passphrase goes.")
    }
    try PrivateFile.replace(file.path, with: text)
    return file
  }

  /// Writes the three parts of the key into files of a folder.
  package func split(into folder: URL) throws -> [URL] {
    let key = try usableKey()
    let files = KeyShare.numbers.map { folder.appending(path: "zicht-share-\($0).txt") }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for file in files where FileManager.default.fileExists(atPath: file.path) {
      throw CryptographyError.keyFileExists(path: file.path)
    }
    _ = try recorded(.keySplit)
    for (share, file) in zip(try KeyShare.split(key), files) {
      try PrivateFile.write(Array((share.text + "\n").utf8), to: file.path)
    }
    return files
  }

  /// Makes the key again of two of its parts. There may be no workspace to log it in: that is why it is needed.
  package static func join(_ files: [URL], into output: URL) throws {
    let shares = try files.map { file in
      guard let data = try? Data(contentsOf: file) else { throw CryptographyError.keyFileUnreadable(path: file.path) }
      return try KeyShare(text: String(decoding: data.prefix(512), as: UTF8.self), place: file.path)
    }
    guard shares.count == 2 else { throw CryptographyError.sharesDiffer }
    try KeyShare.join(shares[0], shares[1]).write(to: output.path)
  }

  /// Makes a secret that belongs to no workspace, in a new file.
  package static func make(into output: URL) throws(CryptographyError) {
    try WorkspaceKey.random().write(to: output.path)
  }

  /// What the changes of published counts are drawn with, from the secret in a file.
  package static func cellKey(in file: URL) throws(CryptographyError) -> AuthenticationKey {
    try WorkspaceKey(contentsOf: file.path).cellKey()
  }

  /// Gives the workspace a new key. The old file stays until the new key is in use, and then goes.
  ///
  /// - Parameter output: The file of the new key; the folder of keys when nil. After a change that was stopped, the file
  ///   that was named then.
  package func rotate(into output: URL?) throws -> Description {
    let lock = place.isThere("zicht.sqlite") ? try WriterLock(on: place.folder) : nil
    defer { withExtendedLifetime(lock) {} }
    let asked = try Workspace.askedKeys(in: place.folder.path)
    guard let store = asked.store, let old = try place.givenKey(asked) else { throw noWorkspace }
    let oldFile = place.keyFile(asked)
    let new: WorkspaceKey
    let file: URL
    if asked.isHalfway, let vault = asked.vault {
      file = output ?? keys.file(vault)
      new = try place.read(file.path)
    } else {
      new = try WorkspaceKey.random()
      try record(.keyRotated, "\(store) \(try new.fingerprint)", with: old)
      if let output {
        try new.write(to: output.path)
        file = output
      } else {
        file = try keys.add(new)
      }
    }
    let ring = try shareDeliveries(from: old, with: new)
    try Workspace.changeKey(in: place.folder.path, from: old, to: new)
    if let ring { try keep(ring.only(for: new.deliveryOpener())) }
    if let oldFile, oldFile.standardizedFileURL != file.standardizedFileURL, canRemove {
      try FileManager.default.removeItem(at: oldFile)
    }
    return Description(fingerprint: try new.fingerprint, file: file.path, isWrapped: false, isBesideData: false)
  }

  /// Before the workspace changes its key, what is sealed opens with both.
  private func shareDeliveries(from old: WorkspaceKey, with new: WorkspaceKey) throws -> DeliveryKeyRing? {
    guard let ring = try SealedDeliveries.ring(in: place.deliveries) else { return nil }
    let old = try old.deliveryOpener()
    guard ring.opens(with: old) else { throw SealedDeliveries.otherKey(place.deliveries, ring) }
    let shared = try ring.shared(by: old, with: new.deliveryOpener())
    try keep(shared)
    return shared
  }

  private func keep(_ ring: DeliveryKeyRing) throws {
    try PrivateFile.replace(place.deliveries.appending(path: SealedDeliveries.keysName).path, with: ring.text)
  }

  /// A file that the user pointed to is the user's to remove.
  private var canRemove: Bool {
    switch place.key {
    case .digits, .file: false
    case .keys: true
    }
  }

  private func usableKey() throws -> WorkspaceKey {
    guard place.isThere("zicht.sqlite"), let key = try place.existingKey() else { throw noWorkspace }
    return key
  }

  /// Writes an act down; the subject is the fingerprint of the key.
  private func recorded(_ action: AuditAction) throws -> String {
    let key = try usableKey()
    let fingerprint = try key.fingerprint
    try record(action, fingerprint, with: key)
    return fingerprint
  }

  private func record(_ action: AuditAction, _ subject: String, with key: WorkspaceKey) throws {
    try Workspace(at: place.folder.path, key: key).record(action, of: subject, on: occasion)
  }

  private var noWorkspace: MonitoringError {
    .data(
      nl: "In \(place.folder.path) is nog geen werkmap. Ze wordt gemaakt bij de eerste levering of de eerste bouw.",
      en: "There is no workspace in \(place.folder.path) yet. It is made with the first delivery or the first build.")
  }
}
