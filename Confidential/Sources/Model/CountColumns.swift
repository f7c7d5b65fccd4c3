/// The columns and fixed words of a delivery of counts, as the template has them: one row a number.
package enum CountColumns {
  package static let table = "tabel"
  package static let year = "jaar"
  package static let count = "aantal"
  package static let previous = "vorige levering"
  package static let remark = "toelichting"
  package static func axis(_ number: Int) -> String { "kenmerk \(number)" }
  package static func category(_ number: Int) -> String { "categorie \(number)" }

  /// The headers in the order of the template.
  package static let headers: [String] =
    [table, year] + (1...CountTable.axisLimit).flatMap { [axis($0), category($0)] } + [count, previous, remark]

  /// The same as columns of a template: those that a file cannot do without are required.
  package static func columns(for source: Source) -> [SourceColumn] {
    let axes = source.tables.map(\.axes.count).max() ?? 0
    let unused = (1...CountTable.axisLimit).filter { $0 > axes }.flatMap { [axis($0), category($0)] }
    let optional = [previous, remark] + unused
    return headers.map { SourceColumn(header: $0, role: .ignored, isRequired: !optional.contains($0)) }
  }

  /// In the first column of the last row; `ja` or `nee` stands where the counts stand.
  package static let closing = "Deze levering is volledig"
  package static let yes = "ja"
  package static let no = "nee"

  /// For all categories together, by what the categories are to each other.
  package static func total(_ answers: CountTable.Answers) -> String {
    switch answers {
    case .one: "Totaal"
    case .several: "Basis"
    }
  }

  /// Whether a folded word stands for all categories together: either word will do.
  package static func isTotal(_ folded: [UInt8]) -> Bool {
    CountTable.Answers.allCases.contains { FoldedText.folded(total($0)) == folded }
  }

  package static let notRecorded = "niet geregistreerd"
  package static let notDelivered = "niet geleverd"
  /// The source does not know the number; it counts as not recorded.
  package static let unknown = "onbekend"
  package static let wordsForNoNumber = [unknown, notRecorded, notDelivered]
}
