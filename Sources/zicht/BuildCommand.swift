import ArgumentParser
import Disclosure
import Foundation
import Model
import Monitoring
import Reporting
import Store

/// `zicht build`: from the deliveries in a monitor folder to its edition.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the edition of a monitor folder from its deliveries.")

  @OptionGroup var folder: FolderArgument
  @Option(help: "Where the edition goes (default: edition/ in the monitor folder).")
  var output: String?
  @Option(help: "How many workers count at once; the edition does not depend on it.")
  var workers = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "Write what a privacy officer has to see to this file, for nobody else to read.")
  var privacyReport: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard (1...256).contains(workers) else {
      throw wrongUse(nl: "--workers is een getal van 1 tot en met 256.", en: "--workers is a number from 1 to 256.")
    }
  }

  func run() async throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    let display = ProgressDisplay(language: options.language)
    defer { display.finish() }
    let settings = MonitorBuild.Settings(
      workers: workers, version: programVersion, occasion: .now(because: "zicht build"),
      output: output.map { URL(filePath: $0) } ?? opened.folder.appending(path: "edition"))
    var build = MonitorBuild(
      of: opened, in: try workspace.openForBuilding(for: opened.folder), settings: settings, progress: display.sink
    ) { [language = options.language] sentence in
      display.finish()
      Shell.complain(sentence[language])
    }
    let (edition, publication) = try await build.edition()
    display.finish()
    if let privacyReport {
      try PrivacyReport(publication, of: build, in: opened, language: options.language)
        .write(to: URL(filePath: privacyReport))
    }
    try answer(BuildAnswer(edition, publication, of: build))
  }

  private func answer(_ answer: BuildAnswer) throws {
    if json { return try Shell.sayJSON(answer) }
    Shell.say(answer.sentence[options.language])
  }
}

/// What a build did, for a program to read.
struct BuildAnswer: Encodable {
  var edition: String
  var received: Int
  var deliveries: Int
  /// Nil where the policy hides how many.
  var notifications: Int?
  var cases: Int?
  /// Where who is who was worked out; nil where keys say it.
  var persons: Persons?
  /// Of count deliveries.
  var numbers: Int
  var figures: Int
  /// Numbers that the policy hides in the tables; nil under a policy that hides nothing.
  var hidden: Hidden?
  var files: Int
  /// How it stands with every delivery that is expected.
  var expected: [ExpectedAnswer]
  /// By stage; the only part that differs between two builds.
  var seconds: [String: Double]

  /// Over all years together; nil where the policy hides how many.
  struct Persons: Encodable {
    var recognised, expected, lower, upper: Int?
    /// Whether the interval holds what was recognised.
    var isWithinInterval: Bool
    /// Nil where nobody looked at pairs.
    var reviews: Reviews?

    init(_ persons: PublishedAccount.Persons) {
      reviews = persons.reviews.map(Reviews.init)
      (recognised, expected) = (persons.recognised.wholeNumber, persons.expected.wholeNumber)
      (lower, upper) = (persons.lower.wholeNumber, persons.upper.wholeNumber)
      isWithinInterval = persons.isWithinInterval
    }

    var sentence: LocalizedText {
      guard let recognised, let lower, let upper else { return LocalizedText("") }
      func count(_ number: Int, _ language: Language) -> String { Quantity(number).formatted(in: language) }
      guard isWithinInterval else {
        return LocalizedText(
          nl:
            "Herkend: \(count(recognised, .nl)) personen, een aantal buiten wat te verwachten is; de verantwoording zegt waarom. ",
          en:
            "Recognised: \(count(recognised, .en)) persons, a number outside what is expected; the method page says why. "
        )
      }
      return LocalizedText(
        nl: "Herkend: \(count(recognised, .nl)) personen; naar verwachting zijn het er \(count(lower, .nl)) tot "
          + "\(count(upper, .nl)). ",
        en: "Recognised: \(count(recognised, .en)) persons; \(count(lower, .en)) to \(count(upper, .en)) are expected. "
      )
    }
  }

  /// What people said of pairs of notifications.
  struct Reviews: Encodable {
    var pairs, decided, people, twice, agreed: Int
    /// Cohen's, with its interval of 95 per cent.
    var kappa, kappaLower, kappaUpper: Double?

    init(_ reviews: PublishedAccount.Reviews) {
      (pairs, decided, people) = (reviews.pairs, reviews.decided, reviews.people)
      (twice, agreed) = (reviews.twice, reviews.agreed)
      (kappa, kappaLower, kappaUpper) = (reviews.kappa, reviews.lower, reviews.upper)
    }
  }

  struct Hidden: Encodable {
    /// Because of what they are.
    var sensitive = 0
    /// Because a sensitive one would follow from them.
    var others = 0
    /// Numbers that are shown.
    var shown = 0

    init(_ publication: Publication) {
      for cell in publication.tables.flatMap({ $0.cells.flatMap { $0 } }) {
        switch cell.value {
        case .suppressed(.primary): sensitive += 1
        case .suppressed(.secondary): others += 1
        default: shown += cell.value.quantity == nil ? 0 : 1
        }
      }
    }

    var sentence: LocalizedText {
      func count(_ number: Int, _ language: Language) -> String { Quantity(number).formatted(in: language) }
      return LocalizedText(
        nl:
          "Weggelaten: \(count(sensitive, .nl)) gevoelige getallen en \(count(others, .nl)) andere waaruit zij zouden "
          + "volgen; \(count(shown, .nl)) staan er. ",
        en: "Hidden: \(count(sensitive, .en)) sensitive numbers and \(count(others, .en)) others from which they would "
          + "follow; \(count(shown, .en)) are shown. ")
    }
  }

  init(_ edition: Edition, _ publication: Publication, of build: MonitorBuild) {
    let (account, monitor) = (publication.account, build.monitor)
    self.edition = build.settings.output.path
    received = build.received ?? 0
    deliveries = account.deliveries.count
    notifications = account.notifications.wholeNumber
    cases = account.cases.wholeNumber
    persons = account.persons.map(Persons.init)
    numbers = account.deliveries.filter { monitor.source(named: $0.source)?.deliversCounts == true }
      .reduce(0) { $0 + ($1.rows.taken.wholeNumber ?? 0) }
    figures = monitor.figures.count
    if case .suppress = publication.policy { hidden = Hidden(publication) }
    files = edition.files.count
    expected = account.grid.entries.map(ExpectedAnswer.init)
    seconds = build.seconds
  }
}

/// How it stands with the delivery of a source about a year.
struct ExpectedAnswer: Encodable {
  var source: String
  var year: Int
  var state: DeliveryGrid.State
  var isLacking: Bool
  var reason: LocalizedText?

  init(_ entry: DeliveryGrid.Entry) {
    (source, year, state, isLacking) = (entry.source, entry.year, entry.state, entry.state.isLacking)
    reason = entry.reason
  }

  private enum CodingKeys: CodingKey { case source, year, state, isLacking, reason }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(year, forKey: .year)
    try container.encode(state.rawValue, forKey: .state)
    try container.encode(isLacking, forKey: .isLacking)
    try container.encodeIfPresent(reason.map { ["nl": $0.nl, "en": $0.en] }, forKey: .reason)
  }
}

extension BuildAnswer {
  /// `7.748 meldingen (5.975 gevallen) uit 41 leveringen, 17 figuren. De editie staat in …`
  var sentence: LocalizedText {
    func count(_ number: Int, _ language: Language) -> String { Quantity(number).formatted(in: language) }
    var parts: [LocalizedText] = []
    if let notifications, let cases {
      if notifications > 0 {
        parts.append(
          LocalizedText(
            nl: "\(count(notifications, .nl)) meldingen (\(count(cases, .nl)) gevallen)",
            en: "\(count(notifications, .en)) notifications (\(count(cases, .en)) cases)"))
      }
    } else {
      parts.append(LocalizedText(nl: "meldingen, afgeschermd hoeveel,", en: "notifications, withheld how many,"))
    }
    if numbers > 0 || parts.isEmpty {
      parts.append(LocalizedText(nl: count(numbers, .nl) + " getallen", en: count(numbers, .en) + " numbers"))
    }
    return LocalizedText(
      nl: parts.map(\.nl).joined(separator: " en ") + " uit \(count(deliveries, .nl)) leveringen, "
        + "\(count(figures, .nl)) figuren. \(persons?.sentence.nl ?? "")\(standing.nl)\(hidden?.sentence.nl ?? "")De editie staat in \(edition).",
      en: parts.map(\.en).joined(separator: " and ") + " from \(count(deliveries, .en)) deliveries, "
        + "\(count(figures, .en)) figures. \(persons?.sentence.en ?? "")\(standing.en)\(hidden?.sentence.en ?? "")The edition is in \(edition)."
    )
  }

  /// How many deliveries that are expected are not all there; nothing when none is.
  private var standing: LocalizedText {
    let asked = expected.filter { $0.state != .notApplicable }
    let lacking = asked.count(where: \.isLacking)
    guard lacking > 0 else { return LocalizedText("") }
    return LocalizedText(
      nl: "Van de \(asked.count) verwachte leveringen \(lacking == 1 ? "is er 1" : "zijn er \(lacking)") niet of niet "
        + "helemaal binnen. ",
      en: "Of the \(asked.count) deliveries expected \(lacking == 1 ? "1 has" : "\(lacking) have") not come in, or not "
        + "all of it. ")
  }
}

extension CellValue {
  /// The number for an answer on the terminal; nil where it is withheld.
  fileprivate var wholeNumber: Int? { quantity.map { $0.numerator / max($0.denominator, 1) } }
}
