import Foundation
import Model
import Monitoring
import ReviewPages

/// A sitting on a terminal: shows a pair, reads a letter, and so on until there is nothing left or the reader stops.
struct ReviewTerminal {
  private let desk: ReviewDesk
  private let language: Language

  init(_ desk: ReviewDesk, language: Language) { (self.desk, self.language) = (desk, language) }

  private enum Word {
    case answer(PairAnswer)
    case takeBack, stop

    /// A letter or a word, in either language: no letter means two things.
    init?(_ text: String) {
      switch text.trimmingCharacters(in: .whitespaces).lowercased() {
      case "z", "zelfde", "s", "same": self = .answer(.same)
      case "a", "anders", "d", "different": self = .answer(.different)
      case "w", "weet niet", "weet-niet", "c", "cannot say", "cannot-say": self = .answer(.cannotSay)
      case "o", "ongedaan", "u", "undo": self = .takeBack
      case "q", "stop", "stoppen": self = .stop
      default: return nil
      }
    }
  }

  func run() throws {
    while true {
      switch try desk.pair() {
      case .pair(let pair, let last):
        if let last { Shell.say(last.sentence) }
        show(pair)
        guard try isGoingOn(from: pair.number) else { return }
      case .nothingLeft(let sentence, let last):
        if let last { Shell.say(last.sentence) }
        Shell.say(sentence)
        return
      case .done, .unknownPair, .standing: return
      case .failed(let sentence): return Shell.complain(sentence)
      }
    }
  }

  /// Reads until there is an answer; false when the reader stops.
  private func isGoingOn(from number: Int) throws -> Bool {
    while true {
      Shell.say(question)
      guard let line = readLine() else { return false }
      let reply: ReviewReply
      switch Word(line) {
      case .stop: return false
      case .answer(let answer): reply = try desk.answer(number, answer)
      case .takeBack: reply = try desk.takeBack()
      case nil:
        Shell.complain(
          LocalizedText(
            nl: "Dit is geen antwoord. Typ z, a, w, o of q, en Enter.",
            en: "This is no answer. Type s, d, c, u or q, and Enter.")[language])
        continue
      }
      guard case .failed(let sentence) = reply else { return true }
      Shell.complain(sentence)
    }
  }

  private var question: String {
    LocalizedText(
      nl: "Zelfde persoon (z), anders (a), weet niet (w), ongedaan maken (o), stoppen (q)?",
      en: "Same person (s), different (d), cannot say (c), undo (u), stop (q)?")[language]
  }

  private func show(_ pair: ShownPair) {
    Shell.say("")
    Shell.say(head(pair))
    for opinion in pair.opinions { Shell.say("  \(opinion)") }
    if !pair.rows.isEmpty { table(pair.rows).forEach(Shell.say) }
    Shell.say(
      LocalizedText(nl: "Wat de gegevens zeggen:", en: "What the details say:")[language])
    for evidence in pair.evidence { Shell.say("  \(bar(evidence.bits))  \(evidence.sentence)") }
  }

  private func head(_ pair: ShownPair) -> String {
    let waiting = pair.waiting.map { LocalizedText(nl: ", \($0) te gaan", en: ", \($0) to go") } ?? LocalizedText("")
    return LocalizedText(
      nl: "Paar \(pair.number) (u beantwoordde er \(pair.answered)\(waiting.nl))",
      en: "Pair \(pair.number) (you answered \(pair.answered)\(waiting.en))")[language]
  }

  private func table(_ rows: [ShownPair.Row]) -> [String] {
    let widths = [\ShownPair.Row.label, \.left, \.right].map { column in
      rows.map { $0[keyPath: column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip([row.label, row.left, row.right], widths).map { text, width in
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      return "  " + cells.joined(separator: "   ") + "   " + word(row.comparison)
    }
  }

  private func word(_ comparison: ShownPair.Row.Comparison) -> String {
    switch comparison {
    case .same: LocalizedText(nl: "gelijk", en: "equal")[language]
    case .different: LocalizedText(nl: "VERSCHILT", en: "DIFFERS")[language]
    case .oneMissing: LocalizedText(nl: "maar bij één", en: "in one only")[language]
    case .none: ""
    }
  }

  /// A sign for two bits, at most five: `-----` against, `+++++` for one person.
  private func bar(_ bits: Double) -> String {
    let length = min(5, Int((abs(bits) / 2).rounded()))
    let blanks = String(repeating: " ", count: 5)
    let signs = String(repeating: bits < 0 ? "-" : "+", count: length)
    let padding = String(repeating: " ", count: 5 - length)
    return bits < 0 ? padding + signs + "|" + blanks : blanks + "|" + signs + padding
  }
}
