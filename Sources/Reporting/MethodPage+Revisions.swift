import Charts
import Disclosure
import Model

extension Pages {
  /// Every number that an earlier edition showed otherwise, with what it was and why.
  func revisions(_ language: Language) -> Markup {
    let headers = [
      LocalizedText(nl: "Figuur", en: "Figure"), LocalizedText(nl: "Plaats", en: "Place"),
      LocalizedText(nl: "Eerder", en: "Earlier"), LocalizedText(nl: "Nu", en: "Now"),
      LocalizedText(nl: "Editie", en: "Edition"), LocalizedText(nl: "Reden", en: "Reason"),
    ].map { $0[language] }
    let root = EditionPath.root(from: EditionPath.method(language))
    return listTable(
      caption: phrases.revisions[language], headers: headers, figures: [2, 3],
      rows: publication.revisions.map { revision in
        let table = publication.tables[revision.table]
        let (row, column) = (table.shape.rows[revision.row], table.shape.columns[revision.column])
        let place = [row.label[language], column.label[language]].filter { !$0.isEmpty }.joined(separator: ", ")
        return [
          .link(labels[table.shape.figure][language], to: root + EditionPath.figure(table.shape.figure, language)),
          .text(place), .text(revision.before?.formatted(in: language) ?? "–"),
          .text(number(table.cells[revision.row][revision.column].value, language)), .text(revision.edition),
          .text("\(revision.reason.kind.label[language]): \(revision.reason.reason[language])"),
        ]
      }, language)
  }
}
