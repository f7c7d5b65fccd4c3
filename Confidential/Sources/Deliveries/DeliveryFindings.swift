public import Model

/// How often a rule complained about a column: complete, also where not every complaint is told in full.
public struct FindingCount: Equatable, Sendable {
  public var rule: String
  public var severity: Finding.Severity
  /// The header of the column; nil for the file or the row as a whole.
  public var column: String?
  public var count: Int
}

/// Collects the findings of one delivery: counts them all, tells the first of each sort in full, and groups those that
/// say the same.
final class DeliveryFindings {
  private let file: String
  private let limit: Int
  /// Of every sort at least so many are told, however many others came before.
  private static let leastOfEachSort = 10
  /// Different messages of one sort that are told apart; the others are told together.
  private static let mostGroups = 20
  /// Rows in which a word has to be before it is told: one that is in fewer may be a name.
  private static let leastRowsOfWord = 5
  private static let mostWords = 10

  private struct Sort: Hashable {
    var rule: String
    var column: Int
  }

  /// All findings of one rule about one column.
  private struct Tally {
    var sort: Sort
    var severity: Finding.Severity
    var header: String?
    var count = 0
    var groups: [String: Int] = [:]
    var rest: Int?
  }

  private struct Group {
    var told: FindingGroup
    var column: Int
    var problems: [KnownProblem] = []
  }

  /// Where findings are counted.
  struct Place {
    fileprivate var tally: Int
    fileprivate var group: Int
  }

  private var sorts: [Sort: Int] = [:]
  private var tallies: [Tally] = []
  private var grouped: [Group] = []
  private var told: [(row: Int, column: Int, finding: Finding)] = []

  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// - Parameters:
  ///   - column: Position in the file counted from 0, for the order of findings; nil for the row or file as a whole.
  func add(
    _ rule: FindingRule, row: Int? = nil, column: Int? = nil, header: String? = nil, remedy: LocalizedText? = nil,
    _ message: LocalizedText
  ) {
    let finding = { [file] in
      Finding(rule, at: Finding.Place(file: file, row: row, column: header), message, remedy: remedy)
    }
    let tally = tally(rule, column, header)
    count(Place(tally: tally, group: group(of: message, in: tally, finding)), row, column, finding)
  }

  /// A problem of a cell that was met before costs a few additions.
  func add(_ problem: KnownProblem, row: Int, column: Int, header: String) {
    let finding = { [file] in
      Finding(problem.rule, at: Finding.Place(file: file, row: row, column: header), problem.message)
    }
    if problem.place == nil {
      let tally = tally(problem.rule, column, header)
      let group = group(of: problem.message, in: tally, finding)
      problem.place = Place(tally: tally, group: group)
      if problem.word != nil { grouped[group].problems.append(problem) }
    }
    problem.count += 1
    if let place = problem.place { count(place, row, column, finding) }
  }

  private func tally(_ rule: FindingRule, _ column: Int?, _ header: String?) -> Int {
    let sort = Sort(rule: rule.id, column: column ?? -1)
    if let known = sorts[sort] { return known }
    sorts[sort] = tallies.count
    tallies.append(Tally(sort: sort, severity: rule.severity, header: header))
    return tallies.count - 1
  }

  private func group(of message: LocalizedText, in tally: Int, _ finding: () -> Finding) -> Int {
    if let known = tallies[tally].groups[message.nl] ?? tallies[tally].rest { return known }
    var group = Group(told: FindingGroup(finding(), count: 0, rows: []), column: tallies[tally].sort.column)
    if tallies[tally].groups.count < Self.mostGroups {
      tallies[tally].groups[message.nl] = grouped.count
    } else {
      tallies[tally].rest = grouped.count
      group.told.isRest = true
    }
    grouped.append(group)
    return grouped.count - 1
  }

  private func count(_ place: Place, _ row: Int?, _ column: Int?, _ finding: () -> Finding) {
    tallies[place.tally].count += 1
    grouped[place.group].told.count += 1
    if let row, grouped[place.group].told.rows.count < FindingGroup.rowLimit {
      grouped[place.group].told.rows.append(row)
    }
    guard told.count < limit || tallies[place.tally].count <= Self.leastOfEachSort else { return }
    told.append((row ?? 0, column ?? -1, finding()))
  }

  // MARK: What was found

  /// In the order of rows and, within a row, of columns; findings about the file first.
  var findings: [Finding] {
    told.enumerated()
      .sorted { ($0.element.row, $0.element.column, $0.offset) < ($1.element.row, $1.element.column, $1.offset) }
      .map(\.element.finding)
  }

  /// The gravest first.
  var counts: [FindingCount] {
    tallies
      .sorted { left, right in
        (left.severity.order, left.sort.rule, left.sort.column) < (
          right.severity.order, right.sort.rule, right.sort.column
        )
      }
      .map { FindingCount(rule: $0.sort.rule, severity: $0.severity, column: $0.header, count: $0.count) }
  }

  /// Every finding, those that say the same together: about the file first, then the most frequent.
  var groups: [FindingGroup] {
    let told = grouped.map { group in
      var told = group.told
      (told.words, told.distinctWords) = Self.words(of: group.problems)
      return (column: group.column, told: told)
    }
    return FindingGroup.ordered(told.sorted { $0.column < $1.column }.map(\.told))
  }

  /// The words of a group that may be told: in rows enough, short, and without a digit or the sign of an address.
  private static func words(of problems: [KnownProblem]) -> (words: [FindingGroup.Word], distinct: Int) {
    var counts: [String: (count: Int, code: String?)] = [:]
    for problem in problems {
      guard let word = problem.word else { continue }
      counts[word, default: (0, problem.code)].count += problem.count
    }
    let words = counts.filter { word, found in
      found.count >= leastRowsOfWord && word.utf8.count <= 40 && !word.contains { $0.isNumber || $0 == "@" }
    }
    let ordered = words.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return (
      ordered.prefix(mostWords).map { FindingGroup.Word(word: $0.key, count: $0.value.count, code: $0.value.code) },
      counts.count
    )
  }

  var hasFatal: Bool { tallies.contains { $0.severity == .fatal } }
}

extension FindingGroup {
  /// In the order in which they are told; of equal ones the order stays.
  static func ordered(_ groups: [FindingGroup]) -> [FindingGroup] {
    groups.enumerated().sorted { left, right in
      let (first, second) = (left.element.rank, right.element.rank)
      return (first.tier, first.severity, first.count, left.offset)
        < (second.tier, second.severity, second.count, right.offset)
    }.map(\.element)
  }
}

extension Finding.Severity {
  fileprivate var order: Int { Finding.Severity.allCases.firstIndex(of: self) ?? 0 }
}
