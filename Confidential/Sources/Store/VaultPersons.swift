internal import Cryptography
internal import GRDB

/// The persons of the vault and their keys.
struct VaultPersons {
  private let key: SealingKey
  private let selection: RawStatement
  private let insertion: RawStatement

  init(_ vault: Database, key: SealingKey) throws {
    self.key = key
    selection = try RawStatement(
      vault, sql: "SELECT id, wrappedKey FROM person WHERE blindIndex = ? AND wrappedKey IS NOT NULL")
    insertion = try RawStatement(vault, sql: "INSERT INTO person (blindIndex, wrappedKey) VALUES (?, ?)")
  }

  /// The person's number, with the person's key in the slot; nil when unknown or erased.
  func find(_ index: [UInt8], into slot: KeySlot) throws -> Int64? {
    var person: Int64?
    try selection.run {
      $0.bind(index, at: 1)
    } read: {
      try slot.take(Array($0.bytes(1)), wrappedWith: key, for: index)
      person = $0.number(0)
    }
    return person
  }

  /// The same; a person who is not known is given a key.
  func findOrAdd(_ index: [UInt8], into slot: KeySlot, in vault: Database) throws -> Int64 {
    if let person = try find(index, into: slot) { return person }
    slot.renew()
    let wrapped = slot.wrapped(with: key, for: index)
    try insertion.run {
      $0.bind(index, at: 1)
      $0.bind(wrapped, at: 2)
    }
    return vault.lastInsertedRowID
  }
}
