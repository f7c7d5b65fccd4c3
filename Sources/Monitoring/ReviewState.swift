import Cryptography
import Estimation
import Linkage
import Model
import ReviewPages
import Store

/// What the log of reviews comes to: what each reader says of each pair now.
struct ReviewState {
  struct RowPair: Hashable, Comparable {
    var first, second: Int
    init(_ one: Int, _ other: Int) { (first, second) = (min(one, other), max(one, other)) }
    static func < (left: Self, right: Self) -> Bool { (left.first, left.second) < (right.first, right.second) }
  }

  struct Opinion: Equatable {
    /// The line.
    var number: Int
    var reader: String
    var answer: PairAnswer
    var chance, weight: Double
    /// The rows, as they were shown from left to right.
    var left, right: Int
  }

  /// What readers said without knowing of each other, one a reader, the first reader first.
  private(set) var opinions: [RowPair: [Opinion]] = [:]
  /// What was said when readers looked together.
  private(set) var settled: [RowPair: Opinion] = [:]
  /// Answers about a record that is no longer there.
  private(set) var passedOver = 0

  /// - Parameter rows: The rows of the notifications by the marks of their records.
  init(_ log: ReviewLog, rows: [RecordMark: Int]) {
    let takenBack = Set(log.entries.compactMap(\.takesBack))
    for entry in log.entries where entry.action == .answered && !takenBack.contains(entry.number) {
      guard let records = entry.records, let answer = entry.answer, let chance = entry.chance, let weight = entry.weight
      else { continue }
      let places = records.compactMap { RecordMark(text: $0).flatMap { rows[$0] } }
      guard places.count == 2, places[0] != places[1] else {
        passedOver += 1
        continue
      }
      let opinion = Opinion(
        number: entry.number, reader: entry.reader, answer: answer, chance: chance, weight: weight, left: places[0],
        right: places[1])
      add(opinion, isSettled: entry.round == .settled)
    }
  }

  private mutating func add(_ opinion: Opinion, isSettled: Bool) {
    let pair = RowPair(opinion.left, opinion.right)
    guard !isSettled else {
      settled[pair] = opinion
      return
    }
    if let place = opinions[pair]?.firstIndex(where: { $0.reader == opinion.reader }) {
      opinions[pair]?[place] = opinion
    } else {
      opinions[pair, default: []].append(opinion)
    }
  }

  /// The marks that the log names.
  static func marks(in log: ReviewLog) -> Set<RecordMark> {
    Set(log.entries.flatMap { $0.records ?? [] }.compactMap { RecordMark(text: $0) })
  }

  /// What is decided of a pair: what was settled, else what all who answered it say; nil where they differ or cannot say.
  func decision(on pair: RowPair) -> PairAnswer? {
    let said = settled[pair].map { [$0.answer] } ?? (opinions[pair] ?? []).map(\.answer)
    guard let first = said.first, first != .cannotSay, said.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Whether two readers differ and have not settled it.
  func isDisputed(_ pair: RowPair) -> Bool {
    settled[pair] == nil && Set((opinions[pair] ?? []).map(\.answer)).count > 1
  }

  var pairs: [RowPair] { Set(opinions.keys).union(settled.keys).sorted() }

  /// Pairs of rows for `RecordLinking`, with the weight with which each was first shown.
  var decided: [ReviewedPair] {
    pairs.compactMap { pair in
      guard let answer = decision(on: pair), let shown = opinions[pair]?.first ?? settled[pair] else { return nil }
      return ReviewedPair(first: pair.first, second: pair.second, isSame: answer == .same, weight: shown.weight)
    }
  }

  /// Answers by reader, the busiest first.
  var readers: [(name: String, answers: Int)] {
    let all = opinions.values.flatMap { $0 } + settled.values
    return Dictionary(grouping: all, by: \.reader).map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// The numbers of it. Agreement is that of the first two readers of a pair, with *cannot say* as an answer like the
  /// others; what was settled afterwards does not count in it, nor does who settled it count as a reader.
  var tally: ReviewTally {
    let pairs = pairs
    let twice = pairs.compactMap { pair -> (first: String, second: String)? in
      guard let said = opinions[pair], said.count > 1 else { return nil }
      return (said[0].answer.rawValue, said[1].answer.rawValue)
    }
    let kappa = CohenKappa(twice)
    return ReviewTally(
      pairs: pairs.count, decided: pairs.count { decision(on: $0) != nil },
      people: Set(opinions.values.flatMap { $0 }.map(\.reader)).count, twice: twice.count,
      agreed: kappa.agreed, kappa: kappa.value, kappaLower: kappa.interval?.lower, kappaUpper: kappa.interval?.upper,
      passedOver: passedOver)
  }
}

extension ReviewState {
  /// Of a monitor as it is received now; nil where nothing was reviewed.
  /// - Throws: `MonitoringError.data` when the log of reviews is not what was written, or its keys are gone.
  init?(of opened: OpenedMonitor, _ facts: Notifications, in workspace: Workspace) throws {
    let log = try ReviewLog(of: opened.folder)
    try log.check(against: workspace)
    guard !log.entries.isEmpty else { return nil }
    let wanted = Self.marks(in: log)
    guard !wanted.isEmpty else { return nil }
    self.init(log, rows: try RecordNames(opened, beside: workspace).rows(of: wanted, in: facts))
  }
}

extension ReviewState {
  /// What whoever builds has to know of it.
  var remark: LocalizedText? {
    guard passedOver > 0 else { return nil }
    return LocalizedText(
      nl: passedOver == 1
        ? "Een antwoord in \(ReviewLog.name) gaat over een melding die er niet meer is; het is overgeslagen."
        : "\(passedOver) antwoorden in \(ReviewLog.name) gaan over een melding die er niet meer is; zij zijn overgeslagen.",
      en: passedOver == 1
        ? "One answer in \(ReviewLog.name) is about a notification that is no longer there; it was passed over."
        : "\(passedOver) answers in \(ReviewLog.name) are about a notification that is no longer there; they were passed over."
    )
  }
}
