public import Model

extension Notifications {
  /// The same notifications with the persons that linking makes of them.
  ///
  /// Each row that is about somebody is a record: with its personal details, with what the variables of the choice say, and
  /// with the key of its source as an identifier, which can be wrong like any other. A key that numbers records and not persons is no
  /// evidence. Rows without a person stay so.
  ///
  /// - Parameters:
  ///   - details: Of the same notifications.
  ///   - isKeyed: Of each delivery, whether its keys are those of persons.
  ///   - reviewed: Pairs of rows that people decided.
  ///   - encoded: What a linkage unit said of notifications that were encoded; nil where none is.
  /// - Throws: `RecordLinkingError` where no record says anything by which it could be linked.
  public func linked(
    by choice: LinkageChoice, _ details: LinkingDetails, isKeyed: [Bool], seed: UInt64, reviewed: [ReviewedPair] = [],
    encoded: EncodedNotifications? = nil
  ) throws(RecordLinkingError) -> (notifications: Notifications, summary: RecognisedPersons) {
    var table = LinkTable()
    let rows = person.indices.filter { person[$0] != Self.noPerson }
    fill(&table, rows, details, choice, isKeyed, encoded)
    var settings = LinkSettings()
    (settings.threshold, settings.tolerance, settings.seed) = (choice.threshold, choice.tolerance, seed)
    let linking = try RecordLinking(
      table, settings, reviewed: ReviewedPair.numbered(reviewed, byRows: rows), encoded: encoded?.evidence)
    var result = self
    var numbers: [Int: UInt32] = [:]
    for (row, person) in zip(rows, linking.persons()) {
      let number = numbers[person.person] ?? UInt32(numbers.count)
      numbers[person.person] = number
      result.person[row] = number
    }
    let findable = encoded.map { EncodedPlaces(table, $0.evidence).isFindable($0.evidence) }
    let tells = rows.indices.map { record in
      findable?[record] == true || table.columns.contains { $0.role.tells && $0.codes[record] >= 0 }
    }
    var recognised = RecognisedPersons(
      summary: linking.summary, records: rows.count, withoutEvidence: tells.count { !$0 })
    recognised.encoded = linking.encoded
    recognised.draws = linking.draws(RecognisedPersons.drawCount, seed: Hash.combined(seed, 0xD0)).ofRows(rows)
    recognised.groups = groups(rows, choice).map { $0.weighed(linking.recall(of: $0.numbers, tells: tells)) }
    return (result, recognised)
  }

  func fill(
    _ table: inout LinkTable, _ rows: [Int], _ details: LinkingDetails, _ choice: LinkageChoice, _ isKeyed: [Bool],
    _ encoded: EncodedNotifications? = nil
  ) {
    let places = Dictionary(
      uniqueKeysWithValues: LinkageChoice.details.compactMap { detail in
        LinkRole(detail: detail).map { (detail, table.place(of: $0)) }
      })
    let key = table.place(of: .personKey)
    let encodedRow = table.place(of: .encodedRow)
    let evidence = LinkageChoice.Evidence.allCases.compactMap { evidence in
      choice.variables[evidence].flatMap { name in
        columns.index(of: name).flatMap { index in
          LinkRole(rawValue: evidence.rawValue).map { (index, table.place(of: $0)) }
        }
      }
    }
    var next = 0
    for row in rows {
      table.addRecord(file: Int(delivery[row]))
      while next < details.details.count, details.details[next].row < row { next += 1 }
      while next < details.details.count, details.details[next].row == row {
        let detail = details.details[next]
        if let place = places[detail.field] { detail.value.withUnsafeBufferPointer { table.set(place, $0) } }
        next += 1
      }
      if isKeyed[Int(delivery[row])] { set(key, "p\(person[row])", in: &table) }
      if let number = encoded?.number(of: row) { set(encodedRow, number, in: &table) }
      for (index, place) in evidence {
        if let text = known(index, row) { set(place, text, in: &table) }
      }
    }
  }

  private func set(_ place: Int, _ text: String, in table: inout LinkTable) {
    Array(text.utf8).withUnsafeBufferPointer { table.set(place, $0) }
  }

  /// What a row says under a variable with one answer; nil where that is missing.
  func known(_ index: Int, _ row: Int) -> String? {
    let variable = columns.variables[index]
    func category(_ code: CategoryCode) -> String? {
      code.category.flatMap { variable.categories.indices.contains($0) ? variable.categories[$0].code : nil }
    }
    switch columns.columns[index] {
    case .category(let codes): return category(CategoryCode(codes[row]))
    case .wideCategory(let codes): return category(CategoryCode(codes[row]))
    case .number(let numbers): return NumberValue(numbers[row]).number.map { String($0) }
    case .set: return nil
    }
  }
}

/// What recognising persons in notifications came to.
public struct RecognisedPersons: Equatable, Sendable {
  public var summary: LinkSummary
  /// Notifications about somebody.
  public var records: Int
  /// Those of which nothing is known that could tell who it is: each counts as a person.
  public var withoutEvidence: Int
  /// Likely divisions, for whatever is counted over persons.
  public var draws: PersonDraws?
  /// How well records of each source, and of each category by which persons are compared, are linked.
  package var groups: [LinkedGroups] = []
  /// What people said of pairs; nil where nobody was asked.
  public var reviews: ReviewTally?
  /// What became of what a linkage unit said; nil where nobody encodes.
  public var encoded: EncodedEvidence.Use?

  /// How many divisions are drawn. A decision (0036): the limits of the middle 95 per cent move by a tenth of a deviation from seed to
  /// seed, and what is counted over them costs less than the build itself.
  public static let drawCount = 200

  public init(summary: LinkSummary, records: Int, withoutEvidence: Int) {
    (self.summary, self.records, self.withoutEvidence) = (summary, records, withoutEvidence)
  }
}

extension LinkRole {
  /// Whether a value can tell who somebody is, and not only what many are.
  var tells: Bool {
    switch self {
    case .forename, .surname, .fullName, .alias, .birthDate, .phone, .email, .userName, .identifier, .personKey: true
    case .record, .source, .birthYear, .sex, .nationality, .houseNumber, .street, .locality, .city, .postcode, .region,
      .birthPlace, .occupation, .encodedRow:
      false
    }
  }

  /// The role of a personal detail; nil for one that is not compared.
  init?(detail: String) {
    self.init(rawValue: detail == "givenName" ? "forename" : detail)
  }
}
