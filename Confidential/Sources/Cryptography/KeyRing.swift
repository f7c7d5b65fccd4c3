/// Subkeys that outlive the workspace key from which they were derived, sealed with subkeys of the one that came after.
///
/// What is wrapped can be wrapped anew when the key changes. What was made with a subkey for good cannot: the blind
/// indexes and the seals of records that never change, and the seals on an audit log that only grows.
package struct KeyRing: Equatable, Sendable {
  /// By purpose; empty as long as the first key is in use.
  package var sealed: [String: [UInt8]]

  package init(_ sealed: [String: [UInt8]] = [:]) { self.sealed = sealed }

  /// Bytes of a sealed subkey.
  package static let sealedCount = WorkspaceKey.count + SealingKey.overhead

  /// The ring for a new key, with which everything opens that the old key and its ring opened.
  package init(
    of old: WorkspaceKey, _ ring: KeyRing, handedOverTo new: WorkspaceKey
  ) throws(CryptographyError) {
    let ringKey = try new.ringKey()
    sealed = [:]
    for purpose in WorkspaceKey.Purpose.lasting {
      let secret = try old.subkey(purpose, in: ring)
      sealed[purpose.name] = secret.withBytes {
        ringKey.seal(UnsafeRawBufferPointer(start: $0, count: secret.count), for: Array(purpose.name.utf8))
      }
    }
  }
}

extension WorkspaceKey.Purpose {
  static let lasting: [WorkspaceKey.Purpose] = [.blindIndex, .audit, .contents]

  var name: String { String(describing: self) }
}

extension WorkspaceKey {
  /// Makes person keys into blind indexes.
  package func blindIndexKey(in ring: KeyRing = KeyRing()) throws(CryptographyError) -> BlindIndexKey {
    BlindIndexKey(secret: try subkey(.blindIndex, in: ring))
  }

  /// Puts a seal on entries of the audit log.
  package func auditKey(in ring: KeyRing = KeyRing()) throws(CryptographyError) -> AuthenticationKey {
    AuthenticationKey(secret: try subkey(.audit, in: ring))
  }

  /// Puts a seal on the records and counts that a workspace keeps.
  package func contentsKey(in ring: KeyRing = KeyRing()) throws(CryptographyError) -> AuthenticationKey {
    AuthenticationKey(secret: try subkey(.contents, in: ring))
  }

  fileprivate func ringKey() throws(CryptographyError) -> SealingKey { SealingKey(secret: try subkey(.ring)) }

  /// - Throws: `cannotOpen` when the ring is of another key.
  fileprivate func subkey(_ purpose: Purpose, in ring: KeyRing) throws(CryptographyError) -> SecretBytes {
    guard let sealed = ring.sealed[purpose.name] else { return try subkey(purpose) }
    guard sealed.count == KeyRing.sealedCount else { throw .cannotOpen }
    let ringKey = try ringKey()
    var isGenuine = false
    let secret = try SecretBytes(count: WorkspaceKey.count) {
      isGenuine = ringKey.open(sealed, for: Array(purpose.name.utf8), into: $0)
    }
    guard isGenuine else { throw .cannotOpen }
    return secret
  }
}
