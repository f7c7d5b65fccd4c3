import Model
import Mustache

/// The page templates, parsed once for a build.
struct Templates: Sendable {
  enum Name: String, CaseIterable {
    case page, overview, figure, method, text, card, estimate, estimateBody, glossary, references, search
  }

  private let library: MustacheLibrary

  init() throws(EditionError) {
    var templates: [String: MustacheTemplate] = [:]
    for name in Name.allCases {
      do {
        templates[name.rawValue] = try MustacheTemplate(string: Self.source(of: name))
      } catch {
        throw EditionError.template(name: name.rawValue)
      }
    }
    library = MustacheLibrary(templates: templates)
  }

  static func source(of name: Name) -> String {
    let bytes =
      switch name {
      case .page: PackageResources.page_mustache
      case .overview: PackageResources.overview_mustache
      case .figure: PackageResources.figure_mustache
      case .method: PackageResources.method_mustache
      case .text: PackageResources.text_mustache
      case .card: PackageResources.card_mustache
      case .estimate: PackageResources.estimate_mustache
      case .estimateBody: PackageResources.estimateBody_mustache
      case .glossary: PackageResources.glossary_mustache
      case .references: PackageResources.references_mustache
      case .search: PackageResources.search_mustache
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  func rendered(_ name: Name, _ page: some Sendable) throws(EditionError) -> String {
    guard let text = library.render(page, withTemplate: name.rawValue) else {
      throw EditionError.template(name: name.rawValue)
    }
    return text
  }
}

/// Style sheets in the order in which they apply, and the mark.
func assetFiles() -> [EditionFile] {
  let styles = [
    PackageResources.layers_css, PackageResources.base_css, PackageResources.page_css, PackageResources.cards_css,
    PackageResources.table_css, PackageResources.chart_css, PackageResources.text_css, PackageResources.tools_css,
    PackageResources.print_css,
  ]
  return [
    EditionFile(path: EditionPath.style, bytes: Array(styles.joined())),
    EditionFile(path: EditionPath.mark, bytes: PackageResources.zicht_svg),
  ]
}

/// Comfort for readers with scripts; pages are complete without it.
func scriptFile() -> EditionFile { EditionFile(path: EditionPath.script, bytes: PackageResources.edition_js) }
