import Disclosure
import Model
import Narrative

/// All that an edition is made of: what may be shown, and words that were read over it.
struct EditionContent {
  let publication: Publication
  let texts: [EvaluatedText]
  let imprint: Imprint
  /// SHA-256 of published bytes as lower-case hexadecimal.
  let checksum: (_ bytes: [UInt8]) -> String
}

/// One way to write an edition down: a name, and files of its content.
///
/// A new one (a workbook, a document) is a value in `all`; the manifest, the writing and the list of files follow.
public struct EditionFormat: Sendable {
  /// What `zicht build` may call it: `pages`.
  public let name: String
  let files: @Sendable (EditionContent) throws(EditionError) -> [EditionFile]

  init(_ name: String, files: @escaping @Sendable (EditionContent) throws(EditionError) -> [EditionFile]) {
    self.name = name
    self.files = files
  }

  /// Every format, in the order in which they are made.
  public static let all: [EditionFormat] = [.pages, .openData, .cube, .cards, .whole]
}

extension EditionFormat {
  /// Pages in every language, with their charts and style.
  static let pages = EditionFormat("pages") { content throws(EditionError) in
    let pages = try Pages(publication: content.publication, texts: content.texts, imprint: content.imprint)
    var files = assetFiles() + [scriptFile()]
    for language in content.imprint.monitor.languages { files += try pages.files(in: language) }
    return files
  }

  /// A table in the long form for each dataset, with its metadata.
  static let openData = EditionFormat("open-data") { content in
    content.publication.datasets.flatMap { dataset in
      let data = Array(longForm(of: dataset).utf8)
      let metadata = tableMetadata(
        of: dataset, imprint: content.imprint, policy: content.publication.policy, checksum: content.checksum(data))
      return [
        EditionFile(path: EditionPath.table(dataset.name), bytes: data),
        EditionFile(path: EditionPath.tableMetadata(dataset.name), text: metadata.text),
      ]
    }
  }

  /// The cube once more, compact, for filters on a page; no file where there is no cube.
  static let cube = EditionFormat("cube") { content in
    guard let cube = Cube(of: content.publication) else { return [] }
    return [EditionFile(path: EditionPath.cube, text: cube.json(imprint: content.imprint).text)]
  }

  /// The card of each estimate for programs.
  static let cards = EditionFormat("cards") { content throws(EditionError) in
    try content.publication.cardFiles(version: content.imprint.version)
  }

  /// The whole edition as one JSON document.
  static let whole = EditionFormat("json") { content in
    [EditionFile(path: EditionPath.whole, text: wholeEdition(content.publication, imprint: content.imprint).text)]
  }
}
