public import Disclosure
public import Model
public import Narrative

/// One file of an edition, as a value.
public struct EditionFile: Equatable, Sendable {
  /// With forward slashes, relative to the folder of the edition: `figuren/fig-2.3.html`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

/// An edition, complete and in memory: pages in two languages, charts, tables with metadata, and a manifest.
///
/// The same publication, texts and imprint give the same bytes. Nothing in it depends on a clock, a place or a locale.
public struct Edition: Equatable, Sendable {
  /// Ordered by path.
  public let files: [EditionFile]

  /// - Parameters:
  ///   - texts: The running text, in both languages, as a `TextReading` without errors gives it.
  ///   - formats: What is made of it; the manifest lists the files of all.
  ///   - checksum: SHA-256 of bytes as lower-case hexadecimal; taken of published bytes only.
  /// - Throws: `EditionError.template` when a page template cannot be read, which a test rules out; `card` when a
  ///   card has something that is no number.
  public init(
    of publication: Publication, texts: [EvaluatedText] = [], imprint: Imprint,
    formats: [EditionFormat] = EditionFormat.all, checksum: @escaping (_ bytes: [UInt8]) -> String
  ) throws(EditionError) {
    let content = EditionContent(publication: publication, texts: texts, imprint: imprint, checksum: checksum)
    var files: [EditionFile] = []
    for format in formats { files += try format.files(content) }
    files.sort { $0.path < $1.path }
    let list = manifest(of: files, account: publication.account, imprint: imprint, checksum: checksum)
    files.append(EditionFile(path: EditionPath.manifest, text: list.text))
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The files as given, for tests of writing.
  init(files: [EditionFile]) { self.files = files }

  /// The file at a path below the folder of the edition; nil when there is none.
  public func file(at path: String) -> EditionFile? { files.first { $0.path == path } }
}

/// Why no edition can be made.
public enum EditionError: Error, Equatable, Sendable {
  /// A template of this program has an error.
  case template(name: String)
  /// A card holds something that is no number.
  case card(figure: String)

  public var message: LocalizedText {
    switch self {
    case .template(let name):
      LocalizedText(
        nl: "De bladzijden kunnen niet worden gemaakt: het sjabloon \(name) van dit programma bevat een fout.",
        en: "The pages cannot be made: the template \(name) of this program has an error.")
    case .card(let figure):
      LocalizedText(
        nl: "De kaart \(figure) kan niet worden geschreven: een van haar getallen is geen getal.",
        en: "The card \(figure) cannot be written: one of its numbers is not a number.")
    }
  }
}
