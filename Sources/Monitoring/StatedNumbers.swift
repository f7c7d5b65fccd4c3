import Model
import Narrative

/// Numbers in sentences that are kept in a folder and printed as they stand.
///
/// A number there is right as long as the figure it stands with has it too. What names a place or a time and counts nobody
/// is left alone: a year, a day with its month, an age or a term (`18 jaar`), an article, paragraph, note or figure, and
/// whatever is grown together with letters (`273f`, `B8`, `fig-2.3`).
enum StatedNumbers {
  /// The numbers that claim something, with decimals after a point and without marks of thousands: `1018`, `24.7`.
  ///
  /// - Parameter language: of its number words; nil for both. *Ten opzichte van* is no ten.
  static func numbers(in text: String, _ language: Language? = nil) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.indices.compactMap { index in
      let before = index > 0 ? bare(words[index - 1]) : ""
      let after = index + 1 < words.count ? bare(words[index + 1]) : ""
      return claimed(words[index], before: before, after: after, language)
    }
  }

  private static func bare(_ word: String) -> String {
    String(
      word.lowercased().drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }
        .reversed())
  }

  private static func claimed(_ word: String, before: String, after: String, _ language: Language?) -> String? {
    let core = bare(word)
    guard core.contains(where: \.isNumber), !core.contains(where: \.isLetter) else {
      return spelled(core, before: before, after: after, language)
    }
    if let number = plain(core) {
      if isYear(number) { return nil }
      if months.contains(after) || terms.contains(after) || references.contains(before) { return nil }
      return number
    }
    // Years and parts of years in one word: `2015-2019`, `2019/2020`; a list of sections: `2.4.1`.
    let parts = core.split { "-–/".contains($0) }.map(String.init)
    if parts.allSatisfy(isYear) { return nil }
    if references.contains(before) || core.split(separator: ".").count > 2 { return nil }
    return core
  }

  /// A number in a word, unless it counts times, or is the hundred that shares add up to.
  private static func spelled(_ word: String, before: String, after: String, _ language: Language?) -> String? {
    let languages = language.map { [$0] } ?? Language.allCases
    guard let number = languages.lazy.compactMap({ spelledNumber(word, in: $0) }).first, number > 1,
      !exempt.contains(after), !terms.contains(after)
    else {
      return nil
    }
    if number == 100, ["tot", "a", "op"].contains(before) { return nil }
    return String(number)
  }

  /// `1.018` and `1,018` are `1018`; `24,7` is `24.7`. Nil for anything else.
  private static func plain(_ core: String) -> String? {
    let digits = core.hasSuffix("%") ? String(core.dropLast()) : core
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }) else { return nil }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    if parts.count == 1 { return digits }
    if parts.dropFirst().allSatisfy({ $0.count == 3 }) { return parts.joined() }
    return parts.count == 2 ? parts.joined(separator: ".") : nil
  }

  private static func isYear(_ text: String) -> Bool {
    guard text.utf8.count == 4, let year = Int(text) else { return false }
    return (1900...2100).contains(year)
  }

  private static let months: Set<String> = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "january", "february", "march", "may", "june", "july", "august", "october",
  ]
  private static let terms: Set<String> = [
    "jaar", "jaren", "year", "years", "maand", "maanden", "month", "months", "dag", "dagen", "day", "days", "uur",
    "hours",
    "weken", "weeks",
  ]
  private static let references: Set<String> = [
    "artikel", "artikelen", "article", "articles", "art", "lid", "paragraaf", "paragrafen", "section", "sections",
    "hoofdstuk",
    "chapter", "voetnoot", "voetnoten", "noot", "note", "notes", "figuur", "figure", "tabel", "table", "regel", "rule",
    "bijlage",
    "annex", "bladzijde", "page", "en", "and",
  ]
  /// Behind these a number word counts times or ways, not people.
  private static let exempt: Set<String> = [
    "keer", "maal", "times", "talen", "languages", "manieren", "ways", "soorten", "kinds", "stappen", "steps",
  ]
}
