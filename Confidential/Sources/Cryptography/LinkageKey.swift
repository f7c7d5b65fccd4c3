internal import CSodium

/// The secret with which partners encode their records, so that records of one person can be found by somebody who
/// does not hold it: 32 bytes, of one project and one epoch, which is a reporting year.
///
/// Every key for a use is HKDF-SHA256 (RFC 5869) of the secret, with the project and the epoch as salt and the use as
/// info, so that nothing of one epoch can be compared with anything of another, and no key is used for two things. It
/// is written as a line:
///
///     zicht-linkage-key-1 PROJECT EPOCH SECRET
///
/// The key of a key server has the same form and is another secret.
public struct LinkageKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// Lower-case letters, digits and hyphens, 40 at most.
  public let project: String
  /// The reporting year.
  public let epoch: Int
  private let secret: SecretBytes

  private static let mark = "zicht-linkage-key-1"
  private static let shareMark = "zicht-linkage-share-1"
  /// Signs of the longest name of a project: the line of a key has to fit in a private file.
  private static let longestProject = 40

  /// A new key that nobody has seen.
  ///
  /// - Throws: `projectRefused` or `epochRefused` for a name or a year that cannot stand in a key.
  public static func random(project: String, epoch: Int) throws(CryptographyError) -> LinkageKey {
    let secret = try SecretBytes(count: WorkspaceKey.count) { randombytes_buf($0, WorkspaceKey.count) }
    return try LinkageKey(project: project, epoch: epoch, secret: secret)
  }

  private init(project: String, epoch: Int, secret: SecretBytes) throws(CryptographyError) {
    let isName = project.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    guard isName, (1...Self.longestProject).contains(project.utf8.count) else { throw .projectRefused }
    guard (1900...2999).contains(epoch) else { throw .epochRefused }
    (self.project, self.epoch, self.secret) = (project, epoch, secret)
  }

  /// Reads the line of a key.
  ///
  /// - Parameter place: Where it stands, for errors.
  /// - Throws: `linkageKeyMalformed`, or `keyNotRandom` for a secret that somebody filled in.
  public init(text: String, place: String) throws(CryptographyError) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 4, words[0] == Self.mark, let epoch = Int(words[2]) else {
      throw .linkageKeyMalformed(place: place)
    }
    guard let digits = try? WorkspaceKey(hex: words[3], place: place) else { throw .linkageKeyMalformed(place: place) }
    guard digits.isRandomLooking else { throw .keyNotRandom(place: place) }
    let secret = try SecretBytes(count: WorkspaceKey.count) { memory in
      digits.withBytes { memory.update(from: $0, count: WorkspaceKey.count) }
    }
    try self.init(project: words[1], epoch: epoch, secret: secret)
  }

  /// Reads a key from a file that only its owner may read.
  public init(contentsOf path: String) throws(CryptographyError) {
    var text = try PrivateFile.contents(of: path)
    defer { sodium_memzero(&text, text.count) }
    try self.init(text: String(decoding: text, as: UTF8.self), place: path)
  }

  /// Writes the key to a new file that only its owner may read. Never overwrites.
  public func write(to path: String) throws(CryptographyError) {
    var line = Array("\(Self.mark) \(project) \(epoch) ".utf8)
    line += secret.withBytes { hexadecimal(UnsafeBufferPointer(start: $0, count: secret.count)) }.utf8
    line.append(UInt8(ascii: "\n"))
    defer { sodium_memzero(&line, line.count) }
    try PrivateFile.write(line, to: path)
  }

  /// The key of a later epoch of the same project: a new secret, so that whoever learns one does not know the other.
  ///
  /// - Throws: `epochRefused` unless the epoch is later.
  public func successor(epoch: Int) throws(CryptographyError) -> LinkageKey {
    guard epoch > self.epoch else { throw .epochRefused }
    return try .random(project: project, epoch: epoch)
  }

  /// By which a person tells one key from another: 16 bytes in hexadecimal that give nothing of the secret away.
  public var fingerprint: String { hexadecimal(derived("fingerprint", count: 16)) }

  /// 32 bytes for one use: `field|use`.
  package func key(for use: String) -> [UInt8] { derived(use, count: 32) }

  private func derived(_ info: String, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      let output = UnsafeMutableBufferPointer(rebasing: output[..<count])
      output.initialize(repeating: 0)
      secret.withBytes { bytes in
        HKDF.derive(
          from: UnsafeBufferPointer(start: bytes, count: secret.count), salt: Array("\(project) \(epoch)".utf8),
          info: Array(info.utf8), into: output)
      }
      initialized = count
    }
  }

  /// Three parts, any two of which give the key back.
  public func split() -> [LinkageKeyShare] {
    let (labels, fingerprint) = ([project, String(epoch)], fingerprint)
    return secret.withBytes { KeyPart.split($0, mark: Self.shareMark, labels: labels, fingerprint: fingerprint) }
      .map(LinkageKeyShare.init)
  }

  /// The key of which these are two parts.
  ///
  /// - Throws: `sharesDiffer` when they are parts of different keys or twice the same part.
  public init(_ first: LinkageKeyShare, _ second: LinkageKeyShare) throws(CryptographyError) {
    let secret = try first.part.joined(with: second.part)
    guard let epoch = Int(first.part.labels[1]) else { throw .sharesDiffer }
    try self.init(project: first.part.labels[0], epoch: epoch, secret: secret)
    guard fingerprint == first.fingerprint else { throw .sharesDiffer }
  }

  public var description: String { "a linkage key" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// One of three parts of a linkage key: `zicht-linkage-share-1 NUMBER PROJECT EPOCH FINGERPRINT PART CHECK`.
  static func part(text: String, place: String) throws(CryptographyError) -> KeyPart {
    try KeyPart(text: text, mark: shareMark, labelCount: 2, place: place)
  }
}

/// One of three parts of a linkage key, to give to three people.
public struct LinkageKeyShare: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
  let part: KeyPart

  public var number: Int { part.number }
  public var fingerprint: String { part.fingerprint }
  public static let numbers = KeyPart.numbers

  init(part: KeyPart) { self.part = part }

  /// - Throws: `shareMalformed` for anything but a part as it was written.
  public init(text: String, place: String) throws(CryptographyError) {
    part = try LinkageKey.part(text: text, place: place)
  }

  public var text: String { part.text }
  public var description: String { "part \(number) of a linkage key" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
