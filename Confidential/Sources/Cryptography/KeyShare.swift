/// One of three parts of a workspace key, any two of which give it back and one of which says nothing about it: a
/// `KeyPart`. Written as a line of text, to print or to keep in a file:
///
///     zicht-share-1 NUMBER FINGERPRINT PART CHECK
public struct KeyShare: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
  private let part: KeyPart

  private static let mark = "zicht-share-1"
  public static let numbers = KeyPart.numbers

  /// 1, 2 or 3.
  public var number: Int { part.number }
  /// Of the key that was split.
  public var fingerprint: String { part.fingerprint }

  public static func split(_ key: WorkspaceKey) throws(CryptographyError) -> [KeyShare] {
    let fingerprint = try key.fingerprint
    return key.withBytes { KeyPart.split($0, mark: mark, labels: [], fingerprint: fingerprint) }.map(KeyShare.init)
  }

  /// The key of which these are two parts.
  ///
  /// - Throws: `sharesDiffer` when they are parts of different keys or twice the same part.
  public static func join(_ first: KeyShare, _ second: KeyShare) throws(CryptographyError) -> WorkspaceKey {
    let key = WorkspaceKey(secret: try first.part.joined(with: second.part))
    guard try key.fingerprint == first.fingerprint else { throw .sharesDiffer }
    return key
  }

  private init(part: KeyPart) { self.part = part }

  /// - Parameter place: Where the line stands, for errors.
  /// - Throws: `shareMalformed` for anything but a part as it was written.
  public init(text: String, place: String) throws(CryptographyError) {
    part = try KeyPart(text: text, mark: Self.mark, labelCount: 0, place: place)
  }

  public var text: String { part.text }
  public var description: String { "part \(number) of a workspace key" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
