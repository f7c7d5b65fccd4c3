import Consistency
package import Model

/// What contradicts in the tables of a report, for people and programs.
package struct ContradictionsAnswer {
  package struct Item: Encodable, Equatable {
    package var report, figure, kind, severity, expected, published, sentence: String
    /// As claims refer to a cell, such as `fig-2.10|Totaal|2019`; the cell that is off first.
    package var cells: [String]
    /// `only`, `likely` or `open`; nil where a rule names one cell by itself.
    package var certainty: String?
    package var claims: [String]
    /// The text, line and sentence of a finding in a text; nil for any other.
    package var text: Passage?

    fileprivate init(_ contradiction: Contradiction, _ language: Language) {
      (report, figure) = (contradiction.report, contradiction.figure)
      (kind, severity) = (contradiction.kind.rawValue, contradiction.severity.rawValue)
      (expected, published) = (contradiction.expected, contradiction.published)
      sentence = contradiction.sentence[language]
      cells = contradiction.cells.map(\.reference)
      certainty = contradiction.certainty?.rawValue
      claims = contradiction.claims
      text = contradiction.passage.map { Passage(file: $0.file, line: $0.line, quote: $0.quote) }
    }
  }

  package struct Passage: Encodable, Equatable {
    package var file: String
    package var line: Int
    package var quote: String
  }

  package let contradictions: [Item]
  /// A sentence each, and how much was looked at.
  package let lines: [String]
  /// What was read of each file, and what was understood of each figure; made when it is asked for.
  package var understood: [String] { understanding() }
  private let understanding: @Sendable () -> [String]

  init(
    _ found: [Contradiction], read accounts: [FileAccount] = [], texts: [TextAccount] = [], report: PublishedReport,
    language: Language
  ) {
    contradictions = found.map { Item($0, language) }
    let looked = Quantity(report.cells.count).formatted(in: language)
    let odd = found.count { $0.kind == .reading }
    let count = found.count - odd
    let tail = LocalizedText(
      nl: odd == 0 ? "" : " \(odd) \(odd == 1 ? "opmerking" : "opmerkingen") over het lezen.",
      en: odd == 0 ? "" : " \(odd) \(odd == 1 ? "remark" : "remarks") about the reading.")
    let summary = LocalizedText(
      nl: "\(looked) cellen bekeken, \(count) \(count == 1 ? "tegenspraak" : "tegenspraken") gevonden.\(tail.nl)",
      en: "\(looked) cells looked at, \(count) \(count == 1 ? "contradiction" : "contradictions") found.\(tail.en)")
    understanding = {
      accounts.map { Self.line($0)[language] } + report.pictures().map { $0[language] }
        + texts.flatMap { [$0.summary] + $0.untiedLines }.map { $0[language] }
    }
    lines =
      contradictions.map(\.sentence) + [summary[language]]
      + texts.filter { $0.numbers > 0 }.map { $0.summary[language] }
  }

  /// The answers on several reports, each under the name of its folder.
  init(
    joining answers: [(name: String, answer: ContradictionsAnswer)], leavingOut unread: [LocalizedText],
    in language: Language
  ) {
    contradictions = answers.flatMap { entry in
      entry.answer.contradictions.map { item in
        var item = item
        item.report = entry.name
        return item
      }
    }
    let headed = { @Sendable (name: String, lines: [String]) in
      [LocalizedText(nl: "Map \(name):", en: "Folder \(name):")[language]] + lines
    }
    lines = answers.flatMap { headed($0.name, $0.answer.lines) } + unread.map { $0[language] }
    understanding = { answers.flatMap { headed($0.name, $0.answer.understood) } }
  }

  private static func line(_ account: FileAccount) -> LocalizedText {
    let signs = account.signs.keys.sorted().map { "\u{2018}\($0)\u{2019} (\(account.signs[$0] ?? 0))" }.joined(
      separator: ", ")
    let (dutch, english) =
      signs.isEmpty ? ("", "") : (" Als geen getal gelezen: \(signs).", " Read as no number: \(signs).")
    return LocalizedText(
      nl: "\(account.file): \(account.read) getallen gelezen, \(account.withoutNumber) plaatsen zonder getal, "
        + "\(account.unread) niet gelezen.\(dutch)",
      en: "\(account.file): \(account.read) numbers read, \(account.withoutNumber) places without a number, "
        + "\(account.unread) not read.\(english)")
  }
}
