/// A report's text in the sentences that a reader sees, each with the line on which it begins.
///
/// What is no running text is left out: tables, code, page numbers, what returns at the head or foot of pages.
package struct ReportText: Sendable {
  package let file: String
  var sentences: [TextSentence]

  /// - Parameters:
  ///   - text: Markdown, HTML, or what a program took out of a PDF; told apart by what it holds.
  ///   - file: Its name.
  package init(_ text: String, file: String) {
    self.file = file
    let kind = Kind(of: text, file: file)
    let lines: [TextLine] =
      switch kind {
      case .page: PageText(text).lines
      case .marked: MarkedText(text).lines
      case .plain: PrintedPages(text).lines
      }
    sentences = Paragraphs(lines, isWrapped: kind == .plain).paragraphs.flatMap { $0.sentences() }
  }

  private enum Kind {
    case page, marked, plain

    init(of text: String, file: String) {
      let name = file.lowercased()
      let start = text.prefix(2000).lowercased()
      if name.hasSuffix(".html") || name.hasSuffix(".htm") || start.contains("<html")
        || start.contains("<!doctype html")
      {
        self = .page
      } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
        self = .marked
      } else {
        self = .plain
      }
    }
  }
}

/// A sentence, or a heading.
struct TextSentence: Equatable, Sendable {
  var text: String
  /// Of the file, from 1 on.
  var line: Int
  var isHeading = false
  /// The number of its paragraph in the file.
  var paragraph = 0
}

/// A line of running text; an empty one parts paragraphs.
struct TextLine: Equatable {
  var number: Int
  var text: String
  var isHeading = false
}
