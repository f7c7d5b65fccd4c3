import Model
import Testing

@testable import Consistency

/// What `TextCheck` finds in sentences about tables of others, counted.
@Suite struct SentenceBenchTests {
  private static func report() throws -> PublishedReport {
    PublishedReport(name: "fixtures", cells: try ForeignTable.all.flatMap { try $0.cells() })
  }

  /// Sentences each in a paragraph under a heading of its own, so that none speaks of what another left out.
  private static func text(_ sentences: [String]) -> ReportText {
    ReportText(sentences.map { "# ·\n\n\($0)\n" }.joined(separator: "\n"), file: "report.md")
  }

  @Test(arguments: SentenceBench.Language.allCases)
  func `true sentences are never reported, apart or in one paragraph`(_ language: SentenceBench.Language) throws {
    var bench = try SentenceBench(seed: 20)
    let sentences = (0..<400).compactMap { _ in bench.sentence(language, nil)?.text }
    let report = try Self.report()
    let apart = TextCheck([Self.text(sentences)], against: report)
    #expect(apart.contradictions.map(\.sentence.en) == [])
    let together = TextCheck([ReportText(sentences.joined(separator: " "), file: "report.md")], against: report)
    #expect(together.contradictions.map(\.sentence.en) == [])
    let account = try #require(apart.accounts.first)
    #expect(10 * account.agreeing >= 9 * account.numbers, "\(account.agreeing) of \(account.numbers)")
  }

  @Test(arguments: SentenceBench.Error.allCases)
  func `wrong sentences are found, apart`(_ error: SentenceBench.Error) throws {
    var bench = try SentenceBench(seed: 21)
    let sentences = SentenceBench.Language.allCases.flatMap { language in
      (0..<60).compactMap { _ in bench.sentence(language, error)?.text }
    }
    let check = TextCheck([Self.text(sentences)], against: try Self.report())
    let missed = sentences.filter { sentence in !check.contradictions.contains { $0.passage?.quote == sentence } }
    #expect(sentences.count > 60)
    // Of another row with two digits, and a noun that no table has, nothing is said: that is as likely about something else.
    let least = error == .row ? 12 : 13
    #expect(20 * (sentences.count - missed.count) >= least * sentences.count, "missed: \(missed.prefix(20))")
  }

  @Test(arguments: SentenceBench.Language.allCases)
  func `true sentences in other words are never reported, apart or in one paragraph`(
    _ language: SentenceBench.Language
  ) throws {
    var bench = try SentenceBench(seed: 22)
    let sentences = SentenceBench.Turn.allCases.flatMap { turn in
      (0..<150).compactMap { _ in bench.paraphrase(language, turn, isWrong: false)?.text }
    }
    #expect(sentences.count > 100)
    let report = try Self.report()
    let apart = TextCheck([Self.text(sentences)], against: report)
    #expect(apart.contradictions.map(\.sentence.en) == [])
    let together = TextCheck([ReportText(sentences.joined(separator: " "), file: "report.md")], against: report)
    #expect(together.contradictions.map(\.sentence.en) == [])
  }

  @Test(arguments: SentenceBench.Turn.allCases)
  func `wrong sentences in other words are found, apart`(_ turn: SentenceBench.Turn) throws {
    var bench = try SentenceBench(seed: 23)
    let sentences = SentenceBench.Language.allCases.flatMap { language in
      (0..<60).compactMap { _ in bench.paraphrase(language, turn, isWrong: true)?.text }
    }
    let check = TextCheck([Self.text(sentences)], against: try Self.report())
    let missed = sentences.filter { sentence in !check.contradictions.contains { $0.passage?.quote == sentence } }
    #expect(sentences.count > 30)
    #expect(2 * missed.count <= sentences.count, "missed: \(missed.prefix(20))")
  }
}
