public import ArgumentParser
import Disclosure
public import Estimation
import Foundation
import Model
import Monitoring
import Reporting

/// `zicht estimate`: how many people are on no list, from the overlap of lists.
struct EstimateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate", abstract: "Estimate a hidden population from the overlap of lists.",
    discussion: "TABLE is a CSV with a 0/1 column for each list and a column count, in which a count may also be a "
      + "range such as 5-9 or <5. Without --method the whole card "
      + "is shown: every method with its intervals and the assumption it needs, how far they are apart, and what moves "
      + "the estimate. --output also writes the card as pages in two languages and as JSON. --covariates fits one model "
      + "of lists and what is known of persons, and breaks the total down; --strata fits each group by itself.")

  @Argument(help: "The capture histories: CSV with 0/1 columns and count.")
  var table: String
  @Option(help: "The method: \(EstimationMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method: EstimationMethod?
  @Option(help: "The generators of the model for --method model, such as [12,13,4].")
  var model: String?
  @Option(help: "Tail probability below which a pair enters stepwise.")
  var threshold = 0.02
  @Option(
    help: ArgumentHelp(
      "The largest number of lists in a term of the models that are ranked.",
      discussion: "Without it bic, aic and bic-average rank all hierarchical models of up to five lists, and pairs "
        + "for more."))
  var maxOrder: Int?
  @Option(help: "For bic and aic: let each replicate choose among this many best models instead of among all.")
  var top: Int?
  @Option(help: "Bootstrap replicates.")
  var replicates = 1000
  @Option(help: "When a limit lies too far in the tail, replicates are added up to this many.")
  var maxReplicates = 16_000
  @Option(help: "The seed of the replicates.")
  var seed: UInt64 = 1
  @Option(help: "The intervals: bca, percentile, profile or log-normal.")
  var interval: EstimateInterval.Kind = .bca
  @Option(help: "Bootstrap tables to use instead of drawing them: a CSV with columns h110 and so on.")
  var replicateTable: String?
  @Option(help: "Threads; the answer does not depend on them.")
  var threads = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "What the counts were rounded to, which makes ranges of them; 1 when they are exact but look rounded.")
  var rounding: Int?
  @Option(help: "The folder in which the card is written: card.html, card.en.html and card.json.")
  var output: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @Option(help: "With --method: the share of links between lists that was missed, or a range: 0.05 or 0.02-0.08.")
  var missedLinks: String?
  @Option(help: "With --method: the share of links that is wrong, or a range.")
  var falseLinks: String?
  @OptionGroup var groups: GroupOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard (1...256).contains(threads) else {
      throw wrongUse(nl: "--threads is een getal van 1 tot en met 256.", en: "--threads is a number from 1 to 256.")
    }
    guard rounding.map({ (1...HistoryTable.largestRounding).contains($0) }) ?? true else {
      throw wrongUse(
        nl: "--rounding is een getal van 1 tot en met \(HistoryTable.largestRounding).",
        en: "--rounding is a number from 1 to \(HistoryTable.largestRounding).")
    }
    guard output == nil || (groups.covariates == nil && groups.strata == nil) else {
      throw wrongUse(
        nl: "--output schrijft de hele kaart, en die heeft geen --covariates of --strata.",
        en: "--output writes the whole card, which has no --covariates or --strata.")
    }
    guard groups.covariates == nil || method == nil else {
      throw wrongUse(
        nl: "Bij --covariates kiest --select het model; laat --method weg.",
        en: "With --covariates the model is chosen by --select; leave out --method.")
    }
    guard rounding.map({ $0 == 1 }) ?? true || (groups.covariates == nil && groups.strata == nil) else {
      throw wrongUse(
        nl: "Bij --covariates en --strata zijn aantallen exact: --rounding 1, of laat het weg.",
        en: "With --covariates or --strata counts are exact: --rounding 1, or leave it out.")
    }
    guard output == nil || method == nil else {
      throw wrongUse(
        nl: "--output schrijft de hele kaart; laat --method weg.",
        en: "--output writes the whole card; leave out --method.")
    }
    guard missedLinks == nil && falseLinks == nil || method != nil else {
      throw wrongUse(
        nl: "--missed-links en --false-links horen bij --method.",
        en: "--missed-links and --false-links belong to --method.")
    }
    _ = try linkageErrors()
    guard top == nil || method == .bic || method == .aic else {
      throw wrongUse(
        nl: "--top hoort bij --method bic of aic.", en: "--top belongs to --method bic or aic.")
    }
  }

  func run() async throws {
    let display = ProgressDisplay(language: options.language)
    defer { display.finish() }
    let table = try ListTable.read(contentsOf: table, as: groups.columns)
    do {
      if groups.covariates != nil { return try await answerByCovariates(table, display) }
      if groups.strata != nil { return try await answerByStrata(table, display) }
      switch try HistoryTable(table, rounding: rounding) {
      case .exact(let histories): try await answer(histories, display)
      case .ranges(let histories): try await answer(histories, display)
      }
    } catch CaptureHistoryError.rounded(let base) {
      throw Self.rounded(base)
    }
  }

  /// Counts that look rounded, and the option by which their owner says what they are.
  private static func rounded(_ base: Int) -> Failure {
    let text = CaptureHistoryError.rounded(base: base).text
    let mayRound = base <= HistoryTable.largestRounding
    return Failure.data(
      nl: text.nl + (mayRound ? " Of zeg met --rounding \(base) dat er afgerond is, of" : " Of zeg")
        + " met --rounding 1 dat elk aantal klopt.",
      en: text.en + (mayRound ? " Or say with --rounding \(base) that they were rounded, or" : " Or say")
        + " with --rounding 1 that every count is right.")
  }

  private func answer(_ histories: CaptureHistories, _ display: ProgressDisplay) async throws {
    let settings = try settings(lists: histories.lists.count, showing: display)
    if let method {
      let answer = try await answer(by: method, histories, settings)
      display.finish()
      return json ? try Shell.sayJSON(answer) : Shell.say(answer.text(in: options.language))
    }
    let card = try await histories.card(using: settings, order: maxOrder)
    display.finish()
    for estimate in published(card).estimates { try answer(estimate) }
  }

  /// Counts in ranges: the method asked for, or each that takes them.
  private func answer(_ histories: CensoredHistories, _ display: ProgressDisplay) async throws {
    guard output == nil else {
      throw Failure.data(
        nl: "Een kaart vraagt aantallen die precies bekend zijn; laat --output weg.",
        en: "A card needs counts that are known exactly; leave out --output.")
    }
    let settings = try settings(lists: histories.lists.count, showing: display)
    let methods = CensoredHistories.methods.filter { $0 != .model || model != nil }
    var answers: [EstimateAnswer] = []
    for method in method.map({ [$0] }) ?? methods {
      let start = ContinuousClock.now
      let estimate = try await histories.estimate(by: method, using: settings)
      answers.append(
        EstimateAnswer(
          estimate, lists: histories.lists, seconds: (ContinuousClock.now - start).inSeconds,
          language: options.language))
    }
    display.finish()
    guard json else { return Shell.say(answers.map { $0.text(in: options.language) }.joined(separator: "\n\n")) }
    if method != nil, let answer = answers.first { return try Shell.sayJSON(answer) }
    try Shell.sayJSON(["estimates": answers])
  }

  /// Whoever has the table asks for its card: nothing is withheld from them.
  private func published(_ card: EstimateCard) -> Publication {
    let reason = LocalizedText(
      nl: "Wie de tabel heeft, vroeg om de kaart van die tabel.",
      en: "Whoever has the table asked for the card of that table.")
    return Publication(
      of: [], estimates: [ConfidentialEstimate(card, named: "card")], under: .publishAsIs(reason: reason))
  }

  private func answer(_ estimate: PublishedEstimate) throws {
    if let output {
      try EstimateReport(estimate, in: options.language, version: programVersion).write(to: output)
    }
    Shell.say(
      json
        ? String(decoding: try estimate.card.json(in: options.language), as: UTF8.self)
        : estimate.card.text(in: options.language))
  }

  private func answer(
    by method: EstimationMethod, _ histories: CaptureHistories, _ settings: EstimationSettings
  ) async throws -> EstimateAnswer {
    let start = ContinuousClock.now
    let estimate =
      if let errors = try linkageErrors() {
        try await histories.estimate(by: method, correcting: errors, using: settings)
      } else if let top {
        try await histories.estimate(by: method, choosingAmong: top, using: settings)
      } else {
        try await histories.estimate(by: method, using: settings)
      }
    return EstimateAnswer(
      estimate, lists: histories.lists, seconds: (ContinuousClock.now - start).inSeconds, language: options.language)
  }

  /// The errors of linkage that were given; nil when none were.
  private func linkageErrors() throws -> LinkageErrors? {
    guard missedLinks != nil || falseLinks != nil else { return nil }
    let shares = [missedLinks, falseLinks].map { text -> ClosedRange<Double>? in
      let parts = (text ?? "0").split(separator: "-").map { Double($0) }
      guard parts.count <= 2, let low = parts.first ?? nil, let high = parts.last ?? nil, low <= high else {
        return nil
      }
      return low...high
    }
    guard let missed = shares[0], let wrong = shares[1],
      let errors = LinkageErrors(missed: missed, falselyLinked: wrong)
    else {
      throw wrongUse(
        nl: "--missed-links en --false-links zijn aandelen van 0 tot onder 1, zoals 0.02-0.08.",
        en: "--missed-links and --false-links are shares from 0 to below 1, such as 0.02-0.08.")
    }
    return errors
  }

  func settings(lists: Int, showing display: ProgressDisplay) throws -> EstimationSettings {
    let tables = try replicateTable.map { try ReplicateTables.read(contentsOf: $0, lists: lists) }
    return EstimationSettings(
      intervals: [interval], threshold: threshold,
      order: maxOrder ?? method?.rankedOrder(lists: lists) ?? EstimationSettings.pairs, model: model,
      replicates: replicates,
      maximumReplicates: maxReplicates, seed: seed,
      threads: threads, tables: tables, progress: display.sink)
  }
}

extension EstimationMethod: ExpressibleByArgument {}
extension EstimateInterval.Kind: ExpressibleByArgument {}
