import Cryptography
import Linkage
package import Model
package import ReviewPages
package import Store

/// Hands pairs of notifications to one reader and keeps what the reader says of them, for a terminal or for pages.
///
/// The details are in memory for as long as a sitting lasts; of what is shown an entry is in the audit log first. When
/// something is received or erased meanwhile, all is read anew before the next pair is shown.
package final class ReviewDesk {
  package struct Task {
    package var reader: String
    package var round: ReviewLog.Round
    /// Whether pairs in the zone of review come first; else they come as they are drawn.
    package var isZoneFirst: Bool
    /// False for who may not see names: then only what agrees is shown.
    package var showsValues: Bool
    package var language: Language

    package init(
      reader: String, round: ReviewLog.Round, isZoneFirst: Bool, showsValues: Bool, language: Language
    ) {
      (self.reader, self.round, self.isZoneFirst) = (reader, round, isZoneFirst)
      (self.showsValues, self.language) = (showsValues, language)
    }
  }

  let task: Task
  let words: EvidenceWords
  private let opened: OpenedMonitor
  private let workspace: Workspace
  private let clock: () -> Occasion
  private let progress: ProgressSink

  private var records: ReviewRecords
  private var log: ReviewLog
  private var state: ReviewState
  /// In the order in which they are shown; those of a first look only.
  private var queue: [NotificationPairs.Candidate]
  private var shown: Shown?
  /// What is to be shown before all others, because it was taken back.
  private var again: Shown.Subject?
  private var last: LastAnswer?
  private var shownCount = 0

  /// How many pairs are put in order at once: more than anybody looks at in one sitting.
  private static let queueLimit = 20_000

  /// Takes in what is new, compares the notifications and puts the pairs in order.
  ///
  /// - Parameter clock: When, by whom and why, for the audit log.
  /// - Throws: `MonitoringError.data` for a monitor that links nothing, and for a log that is not what was written.
  package init(
    _ opened: OpenedMonitor, in workspace: Workspace, for task: Task, progress: @escaping ProgressSink,
    clock: @escaping () -> Occasion
  ) throws {
    (self.opened, self.workspace, self.task, self.clock) = (opened, workspace, task, clock)
    self.progress = progress
    words = EvidenceWords(task.language)
    (records, log, state, queue) = try Self.read(opened, workspace, task, clock(), progress)
  }

  private static func read(
    _ opened: OpenedMonitor, _ workspace: Workspace, _ task: Task, _ occasion: Occasion,
    _ progress: @escaping ProgressSink
  ) throws -> (ReviewRecords, ReviewLog, ReviewState, [NotificationPairs.Candidate]) {
    _ = try Receiving(opened, into: workspace, on: occasion, progress: progress).receiveNew()
    let log = try ReviewLog(of: opened.folder)
    try log.check(against: workspace)
    let (records, state) = try ReviewRecords.read(opened, in: workspace, log, on: occasion)
    guard task.round == .first else { return (records, log, state, []) }
    let queue = records.pairs.toReview(
      task.isZoneFirst ? .zoneFirst : .drawn, by: task.reader, names: records.newest.map { $0?.number ?? 0 },
      seed: opened.monitor.seed, limit: queueLimit)
    return (records, log, state, queue)
  }

  /// While nobody else changes the workspace or the log, and with all that others wrote.
  private func alone<Result>(_ work: () throws -> Result) throws -> Result {
    let lock = try workspace.folder.map { try WriterLock(on: $0) }
    return try withExtendedLifetime(lock) {
      log = try ReviewLog(of: opened.folder)
      state = ReviewState(log, rows: records.rows)
      return try work()
    }
  }

  // MARK: Showing

  /// The pair to look at: the one that is shown until it is answered.
  package func pair() throws -> ReviewReply {
    if let shown, try workspace.lastChange() == records.lastChange { return .pair(shown.page, last: last) }
    if try workspace.lastChange() != records.lastChange {
      (shown, again) = (nil, nil)
      (records, log, state, queue) = try Self.read(opened, workspace, task, clock(), progress)
    }
    return try alone {
      guard let subject = again ?? next() else { return .nothingLeft(nothingLeft, last: last) }
      again = nil
      let page = try page(of: subject)
      shown = Shown(subject: subject, page: page)
      return .pair(page, last: last)
    }
  }

  /// The next pair in the order of the task that is still to be answered.
  private func next() -> Shown.Subject? {
    switch task.round {
    case .first:
      queue.lazy.filter { [state] in state.isOpen(.init($0.first, $0.second)) }.first.map {
        Shown.Subject(left: $0.first, right: $0.second, chance: $0.chance, weight: $0.weight)
      }
    case .second: inOrder(state.pairs.filter { state.wantsSecond(of: task.reader, $0) }).first.flatMap(turned)
    case .settled: inOrder(state.pairs.filter(state.isDisputed)).first.flatMap(turned)
    }
  }

  private func inOrder(_ pairs: [ReviewState.RowPair]) -> [ReviewState.RowPair] {
    pairs.map { ($0, draw($0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private func draw(_ pair: ReviewState.RowPair) -> UInt64 {
    let (first, second) = (records.newest[pair.first]?.number ?? 0, records.newest[pair.second]?.number ?? 0)
    return ReviewDraw.number(opened.monitor.seed, "\(task.round.rawValue) \(task.reader)", first, second)
  }

  /// A pair that another answered, with left and right as the draw has it and not as the other saw it.
  private func turned(_ pair: ReviewState.RowPair) -> Shown.Subject? {
    guard let earlier = state.opinions[pair]?.first ?? state.settled[pair] else { return nil }
    let isTurned = draw(pair).isMultiple(of: 2)
    return Shown.Subject(
      left: isTurned ? earlier.right : earlier.left, right: isTurned ? earlier.left : earlier.right,
      chance: earlier.chance, weight: earlier.weight)
  }

  private func page(of subject: Shown.Subject) throws -> ShownPair {
    shownCount += 1
    var rows: [ShownPair.Row] = []
    if task.showsValues {
      let details = try workspace.shown(
        records.details, ofRows: [subject.left, subject.right], as: try records.name(of: subject), on: clock())
      rows = ShownRows(records.facts, opened.monitor, words, task.language).rows(
        subject.left, subject.right, details[0], details[1])
    }
    // That names stand in their places is no news.
    let evidence = (records.pairs.evidence(subject.left, subject.right)?.fields ?? []).filter { $0.level != "straight" }
    return ShownPair(
      number: shownCount, rows: rows,
      evidence: evidence.map {
        ShownPair.Evidence(
          field: words.field($0.name), finding: words.finding($0), strength: words.strength($0.bits), bits: $0.bits)
      }, opinions: task.round == .settled ? opinions(on: subject) : [], answered: answered, waiting: waiting)
  }

  private func opinions(on subject: Shown.Subject) -> [String] {
    (state.opinions[.init(subject.left, subject.right)] ?? []).map { "\($0.reader): \(words.answer($0.answer))" }
  }

  private var answered: Int { state.readers.first { $0.name == task.reader }?.answers ?? 0 }

  private var waiting: Int? {
    switch task.round {
    case .first: nil
    case .second: state.pairs.count { state.wantsSecond(of: task.reader, $0) }
    case .settled: state.pairs.count(where: state.isDisputed)
    }
  }

  // MARK: Answering

  /// Keeps an answer to the pair that is shown, and tells only then how sure the program was.
  package func answer(_ number: Int, _ answer: PairAnswer) throws -> ReviewReply {
    guard let shown, shown.page.number == number else { return .unknownPair }
    guard try workspace.lastChange() == records.lastChange else { return .unknownPair }
    let subject = shown.subject
    try alone {
      var entry = entry(.answered)
      entry.records = [subject.left, subject.right].compactMap { records.newest[$0]?.text }
      (entry.answer, entry.round) = (answer, task.round)
      entry.chance = (subject.chance * 1_000_000).rounded() / 1_000_000
      entry.weight = (subject.weight * 1_000).rounded() / 1_000
      try write(entry)
    }
    last = LastAnswer(sentence: told(answer, chance: subject.chance))
    self.shown = nil
    return .done
  }

  /// Takes the last answer of this reader in this task back; the pair is shown again.
  package func takeBack() throws -> ReviewReply {
    try alone {
      let takenBack = Set(log.entries.compactMap(\.takesBack))
      let mine = log.entries.last {
        $0.action == .answered && $0.reader == task.reader && $0.round == task.round && !takenBack.contains($0.number)
      }
      guard let mine else {
        return .failed(
          LocalizedText(
            nl: "Er is niets om ongedaan te maken.", en: "There is nothing to take back.")[task.language])
      }
      var entry = entry(.takenBack)
      entry.takesBack = mine.number
      try write(entry)
      let places = (mine.records ?? []).compactMap { RecordMark(text: $0).flatMap { records.rows[$0] } }
      if places.count == 2, let chance = mine.chance, let weight = mine.weight {
        again = Shown.Subject(left: places[0], right: places[1], chance: chance, weight: weight)
      }
      last = LastAnswer(
        sentence: LocalizedText(
          nl: "Uw vorige antwoord telt niet meer. Dit is dat paar opnieuw.",
          en: "Your answer before no longer counts. This is that pair again.")[task.language])
      shown = nil
      return .done
    }
  }

  private func entry(_ action: ReviewLog.Entry.Action) -> ReviewLog.Entry {
    ReviewLog.Entry(number: 0, moment: clock().moment, reader: task.reader, action: action, salt: "", previous: "")
  }

  /// The line is on the disk before the audit log names it.
  private func write(_ entry: ReviewLog.Entry) throws {
    try log.append(entry)
    try workspace.record(.pairReviewed, of: log.head.description, on: clock())
    state = ReviewState(log, rows: records.rows)
  }

  private func told(_ answer: PairAnswer, chance: Double) -> String {
    LocalizedText(
      nl: "Uw antwoord: \(words.answer(answer)). Het programma schatte de kans dat het om één persoon gaat op "
        + "\(words.chance(chance)).",
      en: "Your answer: \(words.answer(answer)). The program put the chance of one person at \(words.chance(chance)).")[
        task.language]
  }

  private var nothingLeft: String {
    switch task.round {
    case .first:
      LocalizedText(
        nl: "Er is geen paar meer om te beoordelen.", en: "There is no pair left to look at.")[task.language]
    case .second:
      LocalizedText(
        nl: "Er is geen paar dat op een tweede oordeel wacht.", en: "No pair waits for a second opinion.")[
          task.language]
    case .settled:
      LocalizedText(
        nl: "Er is geen paar waarover lezers verschillen.", en: "There is no pair on which readers differ.")[
          task.language]
    }
  }

  /// How the reviewing stands now.
  package func standing() throws -> ReviewStatus { try alone { ReviewStatus(state) } }
}

extension ReviewDesk {
  /// A pair that is shown, and what is kept of it when it is answered.
  struct Shown {
    struct Subject {
      /// Rows of the notifications.
      var left, right: Int
      var chance, weight: Double
    }

    var subject: Subject
    var page: ShownPair
  }
}
