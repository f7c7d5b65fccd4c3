/// Records as they are compared: every field standardised, in columns of numbers.
package struct LinkRecords: Sendable {
  package internal(set) var count: Int
  package internal(set) var names = NameValues()
  /// Numbers in `names`; -1 where missing.
  package internal(set) var forename: [Int32] = []
  package internal(set) var surname: [Int32] = []
  package internal(set) var alias: [Int32] = []
  /// `BirthDate.packed`; 0 where missing.
  package internal(set) var birth: [UInt32] = []
  /// Fields that are compared as one text each, by role.
  package internal(set) var texts: [LinkRole: TextField] = [:]
  package internal(set) var source: TextField?

  /// A column of folded values.
  package struct TextField: Sendable {
    package var values = ValueDictionary()
    /// For each record the number of its value; -1 where missing.
    package var codes: [Int32] = []
    /// For each value how many records have it.
    package var counts: [Int32] = []
    /// Records that have a value.
    package var known = 0

    /// The chance that two records that have a value have the same: `Σ n(n-1) / N(N-1)`.
    package var agreementByChance: Double { Self.agreement(counts, known) }

    package static func agreement(_ counts: [Int32], _ known: Int) -> Double {
      guard known > 1 else { return 0 }
      var sum = 0.0
      for count in counts { sum += Double(count) * Double(count - 1) }
      return sum / (Double(known) * Double(known - 1))
    }
  }

  /// Whether at least one column has a value to compare.
  var hasSomething: Bool { hasNames || !alias.isEmpty || !birth.isEmpty || !texts.isEmpty }

  package var hasNames: Bool { !forename.isEmpty || !surname.isEmpty }

  /// Standardises a table; its records keep their order.
  package init(_ table: LinkTable) {
    count = table.recordCount
    forename = folded(table.column(.forename))
    surname = folded(table.column(.surname))
    alias = folded(table.column(.alias))
    fillNames(from: table.column(.fullName))
    birth = Self.births(table.column(.birthDate), table.column(.birthYear), count)
    for column in table.columns {
      guard let form = Self.form(of: column.role) else { continue }
      let field = Self.text(column, form)
      if column.role == .source { source = field } else if field.known > 0 { texts[column.role] = field }
    }
    for place in [\LinkRecords.forename, \.surname, \.alias] where self[keyPath: place].allSatisfy({ $0 < 0 }) {
      self[keyPath: place] = []
    }
    if birth.allSatisfy({ $0 == 0 }) { birth = [] }
  }

  /// The folded value of each record of a column of names.
  private mutating func folded(_ column: LinkTable.Column?) -> [Int32] {
    guard let column else { return [] }
    let codes = (0..<Int32(column.values.count)).map { code in
      let folded = column.values.withValue(code) { NameFolding.folded($0) }
      return NameFolding.isUnknown(folded) ? -1 : names.code(ofFolded: folded)
    }
    return column.codes.map { $0 < 0 ? -1 : codes[Int($0)] }
  }

  /// Fills names that are missing in both parts from the full name: its last word is the surname, what stands before a
  /// comma too.
  private mutating func fillNames(from column: LinkTable.Column?) {
    guard let column else { return }
    if forename.isEmpty { forename = [Int32](repeating: -1, count: count) }
    if surname.isEmpty { surname = [Int32](repeating: -1, count: count) }
    let parts = (0..<Int32(column.values.count)).map { code -> (Int32, Int32) in
      let whole = column.values.withValue(code) { NameFolding.folded($0) }
      guard !NameFolding.isUnknown(whole) else { return (-1, -1) }
      let words = whole.split(separator: 0x20)
      guard words.count > 1 else { return (-1, names.code(ofFolded: whole)) }
      let comma = column.values.withValue(code) { text in
        text.firstIndex(of: 0x2C).map { NameFolding.folded(UnsafeBufferPointer(rebasing: text[..<$0])) }
      }
      if let comma, !comma.isEmpty, comma.count < whole.count, whole.starts(with: comma) {
        let rest = Array(whole[comma.count...].drop { $0 == 0x20 })
        return (rest.isEmpty ? -1 : names.code(ofFolded: rest), names.code(ofFolded: comma))
      }
      return (
        names.code(ofFolded: Array(words.dropLast().joined(separator: [0x20]))),
        names.code(ofFolded: Array(words[words.count - 1]))
      )
    }
    for record in 0..<count where forename[record] < 0 && surname[record] < 0 && column.codes[record] >= 0 {
      (forename[record], surname[record]) = parts[Int(column.codes[record])]
    }
  }

  private static func births(_ date: LinkTable.Column?, _ year: LinkTable.Column?, _ count: Int) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: count)
    for column in [date, year] {
      guard let column else { continue }
      let packed = (0..<Int32(column.values.count)).map { code in
        column.values.withValue(code) { BirthDate($0)?.packed ?? 0 }
      }
      for record in 0..<count where result[record] == 0 && column.codes[record] >= 0 {
        result[record] = packed[Int(column.codes[record])]
      }
    }
    return result
  }

  private typealias Form = (UnsafeBufferPointer<UInt8>) -> [UInt8]?

  /// How values of a role are written for comparing; nil for roles that are not a text.
  private static func form(of role: LinkRole) -> Form? {
    switch role {
    case .phone: { ContactValue.phone($0) }
    case .email: { ContactValue.email($0) }
    case .userName: { ContactValue.userName($0) }
    case .identifier: { ContactValue.identifier($0) }
    case .sex: { sex(NameFolding.folded($0)) }
    case .postcode:
      { text in
        let code = NameFolding.folded(text).filter { $0 != 0x20 }
        return code.isEmpty ? nil : code
      }
    case .source, .personKey: { $0.isEmpty ? nil : Array($0) }
    case .nationality, .houseNumber, .street, .locality, .city, .region, .birthPlace, .occupation:
      { text in
        let folded = NameFolding.folded(text)
        return NameFolding.isUnknown(folded) ? nil : folded
      }
    case .record, .forename, .surname, .fullName, .alias, .birthDate, .birthYear, .encodedRow: nil
    }
  }

  private static func sex(_ folded: [UInt8]) -> [UInt8]? {
    switch folded {
    case Array("f".utf8), Array("v".utf8), Array("female".utf8), Array("vrouw".utf8), Array("woman".utf8): [0x66]
    case Array("m".utf8), Array("male".utf8), Array("man".utf8): [0x6D]
    default: NameFolding.isUnknown(folded) || folded.first == 0x6F ? nil : folded
    }
  }

  private static func text(_ column: LinkTable.Column, _ form: Form) -> TextField {
    var field = TextField()
    let codes = (0..<Int32(column.values.count)).map { code -> Int32 in
      guard let value = column.values.withValue(code, form) else { return -1 }
      return field.values.code(of: value)
    }
    field.codes = column.codes.map { $0 < 0 ? -1 : codes[Int($0)] }
    field.counts = [Int32](repeating: 0, count: field.values.count)
    for code in field.codes where code >= 0 {
      field.counts[Int(code)] += 1
      field.known += 1
    }
    return field
  }
}
