import Model

extension CountTable {
  /// The rows asked for in a year: every combination of words, in their order, each axis ending with its total where
  /// the partner gives totals. Words of categories that do not hold in the year are left out.
  func rows(in year: Int, _ codebook: Codebook) -> [[Int?]] {
    var rows: [[Int?]] = [[]]
    for axis in axes {
      var choices: [Int?] = axis.words(in: year, codebook).map { $0 }
      if asksTotal { choices.append(nil) }
      rows = rows.flatMap { row in choices.map { row + [$0] } }
    }
    return rows
  }

  /// A row as the partner knows it: `seksuele uitbuiting`, or `seksuele uitbuiting / vrouw`.
  func name(of words: [Int?]) -> String {
    zip(axes, words).map { axis, word in word.map { axis.words[$0].word } ?? CountColumns.total(answers) }
      .joined(separator: " / ")
  }
}

extension CountAxis {
  /// Places of the words whose category holds in a year.
  func words(in year: Int, _ codebook: Codebook) -> [Int] {
    let variable = codebook.variable(named: variable)
    return words.indices.filter { index in
      variable?.categories.first { $0.code == words[index].code }?.holds(in: year) ?? true
    }
  }
}

extension Model.Category {
  /// `geldt tot en met 2023`, for a category that does not hold in some year.
  var validity: LocalizedText {
    switch (validFrom, validTo) {
    case (let from?, let to?):
      LocalizedText(nl: "geldt van \(from) tot en met \(to)", en: "holds from \(from) to \(to)")
    case (let from?, nil): LocalizedText(nl: "geldt vanaf \(from)", en: "holds from \(from)")
    case (nil, let to?): LocalizedText(nl: "geldt tot en met \(to)", en: "holds up to \(to)")
    case (nil, nil): LocalizedText(nl: "geldt altijd", en: "always holds")
    }
  }
}
