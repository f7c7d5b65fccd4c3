import Disclosure
import Model

/// What a figure is called on pages: `Figuur 2.3` where its identifier holds a number, else a name of its own.
///
/// Those without a number in their identifier are counted in the order of the edition, tables with a chart as figures and
/// the others as tables: `Figuur 1`, `Tabel 1`. Where the edition has printed numbers of that kind they get letters,
/// `Figuur A`, so that none is taken for a figure of the same number.
struct FigureLabels {
  private var labels: [String: LocalizedText] = [:]
  private var numbered: Set<String> = []

  init(_ tables: [PublishedTable]) {
    let printed = tables.compactMap { Self.printed($0.shape.figure)?.en.split(separator: " ").first.map(String.init) }
    var counts: [String: Int] = [:]
    for shape in tables.map(\.shape) {
      let id = shape.figure
      if let label = Self.printed(id) {
        labels[id] = label
        numbered.insert(id)
      } else if id.hasPrefix(EstimatePlan.figure(of: "")) {
        labels[id] = LocalizedText(nl: "Schatting", en: "Estimate")
      } else if id.hasPrefix(DerivedPlan.figure(of: "")) {
        labels[id] = LocalizedText(nl: "Afgeleid getal", en: "Derived number")
      } else {
        let kind =
          shape.chart == .none ? LocalizedText(nl: "Tabel", en: "Table") : LocalizedText(nl: "Figuur", en: "Figure")
        let count = counts[kind.en, default: 0]
        counts[kind.en] = count + 1
        let name = printed.contains(kind.en) ? Pages.letter(count).uppercased() : String(count + 1)
        labels[id] = LocalizedText(nl: "\(kind.nl) \(name)", en: "\(kind.en) \(name)")
      }
    }
  }

  /// A figure that is not in the edition goes by its identifier.
  subscript(id: String) -> LocalizedText { labels[id] ?? Self.printed(id) ?? LocalizedText(id) }

  /// Whether the number is part of the identifier, so that a text may say `figuur 2.3`.
  func isNumbered(_ id: String) -> Bool { numbered.contains(id) }

  /// `fig-2.4a` and `tab-2.1`: digits and points, and a letter at the end.
  private static func printed(_ id: String) -> LocalizedText? {
    guard let dash = id.firstIndex(of: "-") else { return nil }
    var number = id[id.index(after: dash)...]
    if number.count > 1, let last = number.last, last.isASCII, last.isLowercase { number.removeLast() }
    guard let first = number.first, first.isASCII, first.isNumber,
      number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return nil }
    let text = id[id.index(after: dash)...]
    switch id[..<dash] {
    case "fig": return LocalizedText(nl: "Figuur \(text)", en: "Figure \(text)")
    case "tab": return LocalizedText(nl: "Tabel \(text)", en: "Table \(text)")
    default: return nil
    }
  }
}
