/// Words for a total in the languages of statistical offices.
///
/// Only a hint, where arithmetic has nothing to say because every column of a table misses. A label that is a total by arithmetic
/// anywhere in the report needs no word.
enum TotalWords {
  /// Whether a folded label has such a word, or several in a row.
  static func contains(_ folded: String) -> Bool {
    let words = Label.allWords(folded)
    if words.contains(where: single.contains) { return true }
    if zip(words, words.dropFirst()).contains(where: { pairs.contains("\($0) \($1)") }) { return true }
    return unspaced.contains { folded.contains($0) }
  }

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
