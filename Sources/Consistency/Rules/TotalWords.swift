/// Words for a total, and for a part, in the languages of statistical offices.
///
/// Only a hint: arithmetic confirms it or not, and a label that is a total by arithmetic anywhere in the report needs no word.
enum TotalWords {
  /// Whether a folded label has such a word, or several in a row.
  static func contains(_ folded: String) -> Bool {
    let words = Label.allWords(folded)
    if words.contains(where: single.contains) { return true }
    if zip(words, words.dropFirst()).contains(where: { pairs.contains("\($0) \($1)") }) { return true }
    return unspaced.contains { folded.contains($0) }
  }

  /// Whether a folded label says that it is a part of the one above it, which it is not added to.
  static func beginsOfWhich(_ folded: String) -> Bool {
    let words = Label.allWords(folded)
    guard words.count > 1 else { return false }
    return ofWhich.contains(words[0]) || ofWhich.contains("\(words[0]) \(words[1])")
  }

  private static let ofWhich: Set<String> = [
    "waarvan", "onder wie", "of which", "of whom", "darunter", "dont", "di cui", "de los cuales", "de las cuales",
    "dos quais", "das quais", "heraf", "herav", "darav", "hvoraf", "w tym", "z toho", "z tego", "od toga", "din care",
    "ebbol", "josta", "siita", "sellest", "в том", "у тому", "от тях",
  ]

  private static let single: Set<String> = [
    "totaal", "total", "totals", "totale", "totali", "totaux", "totales", "totalt", "totalen", "overall", "insgesamt",
    "gesamt", "zusammen", "summe", "summa", "ensemble", "complessivo", "totalul", "samtals", "alls", "yhteensa",
    "kokku",
    "kopa", "razem", "ogolem", "ogołem", "celkem", "celkom", "spolu", "ukupno", "skupaj", "osszesen", "toplam",
    "jumlah",
    "общо", "всичко", "всего", "итого", "всього", "усього", "разом", "укупно", "вкупно", "συνολο", "σύνολο", "tong",
    "הכל", "المجموع", "الإجمالي", "الاجمالي", "kopā", "összesen", "ogółem",
  ]

  private static let pairs: Set<String> = ["i alt", "is viso", "iš viso", "te samen"]

  /// In scripts that put no spaces between words.
  private static let unspaced = ["合計", "合计", "総数", "总计", "總計", "总数", "합계", "총계", "총수", "전체", "รวม"]
}
