/// The road a record travels, chosen by legal ground.
public enum Lane: String, CaseIterable, Sendable {
  /// Names may be received; they go to the vault.
  case identified
  /// The person is known by a keyed encoding; there are no names.
  case pseudonymous
  /// An anonymous notice: form, period and area; nothing else is kept and nothing can be linked.
  case countOnly

  /// The lane one step down; count-only has none below it.
  public var lower: Lane {
    switch self {
    case .identified: .pseudonymous
    case .pseudonymous, .countOnly: .countOnly
    }
  }
}

/// A ground in law for receiving a record in a lane, with tests that show what it means.
public struct LegalGround: Equatable, Sendable {
  public var name: String
  public var label: LocalizedText
  /// The articles of law, as cited.
  public var article: String
  public var lane: Lane
  /// Nil: holds for every record of the source.
  public var condition: Condition?
  /// For how many years after the reporting year a record may lead to a person; nil: as long as the monitor exists.
  public var retention: Int?
  package var examples: [Example]

  /// An executable example: given these answers, the ground holds or does not.
  public struct Example: Equatable, Sendable {
    public var given: [String: String]
    public var holds: Bool
    public init(given: [String: String], holds: Bool) {
      self.given = given
      self.holds = holds
    }
  }

  public init(
    name: String, label: LocalizedText, article: String, lane: Lane, condition: Condition?, examples: [Example],
    retention: Int? = nil
  ) {
    self.name = name
    self.label = label
    self.article = article
    self.lane = lane
    self.condition = condition
    self.examples = examples
    self.retention = retention
  }
}

/// A source: a reporter that delivers, in its own terms.
public struct Source: Equatable, Sendable {
  public var name: String
  public var label: LocalizedText
  /// Category of the variable `reporterGroup` this source belongs to.
  public var group: String
  /// Whom this reporter calls a victim; where that changed, each definition behind its years.
  public var definition: LocalizedText
  /// Where that definition changed, in the order of the years.
  package var definitionChanges: [DefinitionChange] = []
  /// The lane its records come in when they have a ground for it.
  public var lane: Lane
  /// Names of grounds, tried in order.
  public var grounds: [String]
  /// What the template asks of a record, in the order of its columns; empty for a source that delivers counts.
  public var columns: [SourceColumn]
  /// What the template asks of a source that delivers counts; empty for one that delivers records.
  public var tables: [CountTable]
  /// What is known of its deliveries where that is not simply what was received; each year at most once.
  public var expected: [DeliveryExpectation]

  public var deliversCounts: Bool { !tables.isEmpty }

  /// The table of counts with this code; nil when the source delivers none.
  public func table(named name: String) -> CountTable? { tables.first { $0.name == name } }

  public init(
    name: String, label: LocalizedText, group: String, definition: LocalizedText, lane: Lane, grounds: [String],
    columns: [SourceColumn], tables: [CountTable] = [], expected: [DeliveryExpectation] = []
  ) {
    self.name = name
    self.label = label
    self.group = group
    self.definition = definition
    self.lane = lane
    self.grounds = grounds
    self.columns = columns
    self.tables = tables
    self.expected = expected
  }
}

/// One column of a partner's template.
public struct SourceColumn: Equatable, Sendable {
  /// The header as the partner writes it.
  public var header: String
  public var role: Role
  /// Must hold a value in every row.
  package var isRequired: Bool
  /// The partner's words for categories: partner's word -> category code (or a `Missing` word).
  public var values: [String: String]
  /// Between the members of a set in one cell.
  public var separator: Character
  /// Of the key of a person: what it looks like, one of these; any, where there is none.
  public var patterns: [KeyPattern] = []
  public var explanation: LocalizedText

  /// What a column holds.
  public enum Role: Equatable, Sendable {
    /// The key by which reports about one person are recognised; counted by a keyed encoding of it.
    case person
    /// The partner's own number of the record, where the partner has no key of persons: linking finds out who is who.
    case unlinked
    /// The random number under which the partner encoded the record for a linkage unit, in the place of who it is about.
    case encoded
    /// The year in which the report was made.
    case year
    /// A variable of the codebook.
    case variable(String)
    /// A personal detail for the vault, such as `surname`. Refused in lanes below identified.
    case identity(String)
    /// The partner's own number of the record. Not kept; two codings of the same records are laid side by side by it.
    case record
    /// Read and thrown away, such as a remark for the partner's own use.
    case ignored
  }

  public init(
    header: String, role: Role, isRequired: Bool = false, values: [String: String] = [:], separator: Character = "+",
    explanation: LocalizedText = LocalizedText("")
  ) {
    self.header = header
    self.role = role
    self.isRequired = isRequired
    self.values = values
    self.separator = separator
    self.explanation = explanation
  }
}

/// A delivery as the store knows it, without its records.
public struct DeliverySummary: Equatable, Hashable, Sendable {
  public var source: String
  public var period: String
  public var version: Int
  public var fileName: String
  /// SHA-256 of the file as received, lower-case hexadecimal.
  public var checksum: String
  public var rowsRead: Int
  public var rowsTaken: Int
  public var rowsSetAside: Int
  /// Records that moved down a lane for want of a legal ground.
  public var rowsMovedDown: Int

  public init(
    source: String, period: String, version: Int, fileName: String, checksum: String, rowsRead: Int, rowsTaken: Int,
    rowsSetAside: Int, rowsMovedDown: Int
  ) {
    self.source = source
    self.period = period
    self.version = version
    self.fileName = fileName
    self.checksum = checksum
    self.rowsRead = rowsRead
    self.rowsTaken = rowsTaken
    self.rowsSetAside = rowsSetAside
    self.rowsMovedDown = rowsMovedDown
  }
}

extension Source {
  /// The key under which a record is kept: two partners may have a record of the same number.
  public func keptKey(_ key: String) -> String {
    columns.contains { $0.role == .unlinked || $0.role == .encoded } ? key + "\u{1F}" + name : key
  }
}

extension Source {
  /// What changed in whom it calls a victim, for readers.
  public var changesOfDefinition: [LocalizedText] { definitionChanges.map(\.reason) }
}

extension SourceColumn {
  package var variableName: String? {
    if case .variable(let name) = role { name } else { nil }
  }

  package var identityField: String? {
    if case .identity(let field) = role { field } else { nil }
  }

  package var isIdentity: Bool { identityField != nil }

  /// Whether rows are told apart by it: as persons, or as records that are linked to persons.
  package var isKey: Bool { role == .person || role == .unlinked || role == .encoded }

  /// Whether it has the number under which the partner encoded the record.
  public var isEncodedRow: Bool { role == .encoded || role == .identity(LinkageChoice.encodedRow) }
}
