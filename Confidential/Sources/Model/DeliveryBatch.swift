/// Some thousands of validated records of one delivery, packed, on their way to the store.
///
/// Deliveries are read, checked and stored batch by batch, so that memory does not grow with the file.
public struct DeliveryBatch: Sendable {
  /// The built-in `year` and the codebook variables this source delivers. Variables it does not ask are absent: they
  /// become `notAsked` in a snapshot. In count-only rows everything but form, period and area is `notDelivered`.
  public var columns: Columns
  /// Row of the file, counted from 1 as a spreadsheet shows it.
  public var sourceRow: [UInt32]
  /// Index into `Lane.allCases`.
  public var lane: [UInt8]
  /// 0 for none, else 1 + index into `Monitor.grounds`.
  public var ground: [UInt8]
  /// One key a row; empty for count-only rows.
  public var personKeys: ConfidentialTexts
  /// Personal details for the vault; only of rows in the identified lane.
  package var identities: [IdentityDetail]

  public init(
    columns: Columns, sourceRow: [UInt32], lane: [UInt8], ground: [UInt8], personKeys: ConfidentialTexts,
    identities: [IdentityDetail]
  ) {
    self.columns = columns
    self.sourceRow = sourceRow
    self.lane = lane
    self.ground = ground
    self.personKeys = personKeys
    self.identities = identities
  }
}

/// A list of confidential texts that cannot be printed: its description gives their number only.
public struct ConfidentialTexts: Sendable, CustomStringConvertible, CustomReflectable {
  package var bytes: [UInt8]
  /// End of each text in `bytes`.
  package var ends: [UInt32]

  public init() {
    bytes = []
    ends = []
  }

  public var count: Int { ends.count }

  /// Adds a text of UTF-8 at the end.
  public mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  /// Hands the UTF-8 bytes of one text to whoever encodes it.
  package func withText<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }

  public var description: String { "\(count) confidential texts" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A personal detail of the person in one row, bound for the vault.
public struct IdentityDetail: Sendable, CustomStringConvertible, CustomReflectable {
  /// Index of the row in the batch.
  public var row: Int
  /// `surname`, `givenName`, `birthDate`.
  public var field: String
  package var value: [UInt8]

  public init(row: Int, field: String, value: some Sequence<UInt8>) {
    self.row = row
    self.field = field
    self.value = Array(value)
  }

  public var description: String { "a confidential \(field)" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
