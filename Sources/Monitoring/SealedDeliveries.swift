import Cryptography
import Deliveries
import Foundation
import Model
import Store

/// The sealed files of a folder of deliveries, and the keys that open them.
///
/// Of records a partner delivers, what was read is kept and sealed; counts stay the text they came as. The keys lie in
/// the folder, wrapped with the key of its workspace: one key a folder, so that a workspace that is made anew opens what
/// the one before it sealed.
struct SealedDeliveries {
  private let folder: URL
  private let opener: DeliveryOpener

  static let ending = "sealed"
  static let keysName = "keys.txt"

  init(in folder: URL, openedBy opener: DeliveryOpener) {
    self.folder = folder
    self.opener = opener
  }

  static func isSealed(_ file: URL) -> Bool { file.pathExtension == ending }

  /// The wrapped keys of a folder; nil where nothing was sealed yet.
  static func ring(in folder: URL) throws -> DeliveryKeyRing? {
    let file = folder.appending(path: keysName)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    guard let bytes = FileManager.default.contents(atPath: file.path), let ring = DeliveryKeyRing(text: bytes) else {
      throw MonitoringError.data(
        nl:
          "\(file.path) is niet te lezen of veranderd. Zet het bestand terug uit een reservekopie; zonder dat bestand "
          + "gaan de leveringen niet open.",
        en: "\(file.path) cannot be read or was changed. Put the file back from a backup; without it the deliveries do "
          + "not open.")
    }
    return ring
  }

  /// The keys of the folder; nil where nothing was sealed yet.
  func keys() throws -> DeliveryKeys? { try Self.ring(in: folder).map(opened) }

  /// The keys of the folder, which are made where nothing was sealed yet.
  func keysMade() throws -> DeliveryKeys {
    if let keys = try keys() { return keys }
    let ring = try DeliveryKeyRing(for: opener)
    try DurableFolder(folder).make()
    try PrivateFile.write(ring.text, to: folder.appending(path: Self.keysName).path)
    return try opened(ring)
  }

  private func opened(_ ring: DeliveryKeyRing) throws -> DeliveryKeys {
    guard ring.opens(with: opener) else { throw Self.otherKey(folder, ring) }
    return try ring.keys(openedBy: opener)
  }

  /// - Throws: `MonitoringError.data` when the keys are damaged or another's, or a file does not open with them.
  func check(_ files: [URL]) throws {
    let keys = try keys()
    for file in files where Self.isSealed(file) && !(keys?.opens(contentsOf: file.path) ?? false) {
      throw MonitoringError.data(
        nl: "\(file.path) gaat niet open met de sleutels in \(Self.keysName). Zet beide terug uit dezelfde "
          + "reservekopie.",
        en: "\(file.path) does not open with the keys in \(Self.keysName). Put both back from the same backup.")
    }
  }

  static func otherKey(_ folder: URL, _ ring: DeliveryKeyRing) -> MonitoringError {
    let keys = ring.fingerprints.joined(separator: ", ")
    return .data(
      nl: "De leveringen in \(folder.path) zijn verzegeld met een andere sleutel dan die van deze werkmap. Wijs met "
        + "--key-file de sleutel aan met vingerafdruk \(keys), en verwijder een werkmap die met een andere is gemaakt.",
      en: "The deliveries in \(folder.path) are sealed with another key than that of this workspace. Point with "
        + "--key-file to the key with fingerprint \(keys), and remove a workspace that was made with another one.")
  }

  static func missingKey(_ folder: URL, _ ring: DeliveryKeyRing, _ keys: KeyFolder) -> MonitoringError {
    let place = keys.file(ring.fingerprints.last ?? "").path
    return .data(
      nl: "De leveringen in \(folder.path) zijn verzegeld, en de sleutel \(place) ontbreekt. Zet hem terug uit een "
        + "reservekopie of wijs hem aan met --key-file.",
      en: "The deliveries in \(folder.path) are sealed, and the key \(place) is missing. Put it back from a backup or "
        + "point to it with --key-file.")
  }

  /// What is read of a file on its way into the folder, sealed as it is read. Nothing of it stays unless it is placed.
  final class Copy {
    let kept: KeptDelivery
    private let folder: URL
    private let partial: URL
    /// To be written before the first file that needs it.
    private let newRing: DeliveryKeyRing?
    private let keys: DeliveryKeys

    fileprivate init(
      in folder: URL, _ keys: DeliveryKeys, newRing: DeliveryKeyRing?, erasing erased: ErasedRows?
    ) throws {
      (self.folder, self.keys, self.newRing) = (folder, keys, newRing)
      partial = folder.appending(path: ".\(UUID().uuidString).part")
      try DurableFolder(folder).make()
      kept = try KeptDelivery(to: partial.path, sealedWith: keys, erasing: erased)
    }

    deinit { try? FileManager.default.removeItem(at: partial) }

    /// Marks by which the file with this SHA-256 is recognised.
    func marks(of sha256: String) -> [String] { keys.marks(of: sha256) }

    /// Gives the file its name, and returns its digest when all is on the disk.
    func place(as name: String) throws -> String {
      guard let digest = kept.digest else { throw KeepingFailed() }
      if let newRing {
        try PrivateFile.write(newRing.text, to: folder.appending(path: SealedDeliveries.keysName).path)
      }
      try FileManager.default.moveItem(at: partial, to: folder.appending(path: name))
      try DurableFolder(folder).flush()
      return digest.hex
    }
  }

  func copy(erasing erased: ErasedRows? = nil) throws -> Copy {
    let (keys, newRing) = try sealingKeys()
    return try Copy(in: folder, keys, newRing: newRing, erasing: erased)
  }

  /// Seals a text under a name, and returns the digest of the file when all is on the disk.
  func keep(_ text: [UInt8], as name: String) throws -> String {
    let (keys, newRing) = try sealingKeys()
    try DurableFolder(folder).make()
    let partial = folder.appending(path: ".\(UUID().uuidString).part")
    defer { try? FileManager.default.removeItem(at: partial) }
    let digest = try KeptText.write(text, to: partial.path, sealedWith: keys)
    if let newRing { try PrivateFile.write(newRing.text, to: folder.appending(path: Self.keysName).path) }
    try FileManager.default.moveItem(at: partial, to: folder.appending(path: name))
    try DurableFolder(folder).flush()
    return digest.hex
  }

  /// A text that was kept; nil when it cannot be read or does not open.
  func text(of name: String) throws -> [UInt8]? {
    let file = folder.appending(path: name)
    guard Self.isSealed(file) else { return FileManager.default.contents(atPath: file.path).map { [UInt8]($0) } }
    return try keys().flatMap { KeptText.read(file.path, openedBy: $0) }
  }

  /// The keys to seal with, and what has to be written before the first file that needs them.
  private func sealingKeys() throws -> (DeliveryKeys, newRing: DeliveryKeyRing?) {
    if let keys = try keys() { return (keys, nil) }
    let ring = try DeliveryKeyRing(for: opener)
    return (try ring.keys(openedBy: opener), ring)
  }

  /// After a change of key that was stopped when all was done but this: the old key opens nothing here any more.
  func forgetOtherKeys() throws {
    guard let ring = try Self.ring(in: folder), ring.opens(with: opener), ring.fingerprints.count > 1 else { return }
    try PrivateFile.replace(folder.appending(path: Self.keysName).path, with: ring.only(for: opener).text)
  }
}
