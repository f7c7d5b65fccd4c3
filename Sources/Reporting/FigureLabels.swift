import Disclosure
import Model

/// What a figure is called on pages: `Figuur 2.3` where its identifier holds a number, else a number of its own.
///
/// Tables without a number in their identifier are counted in the order of the edition: `Tabel 1`, `Tabel 2`.
struct FigureLabels {
  private var labels: [String: LocalizedText] = [:]
  private var numbered: Set<String> = []

  init(_ tables: [PublishedTable]) {
    var count = 0
    for id in tables.map(\.shape.figure) {
      if let label = Self.printed(id) {
        labels[id] = label
        numbered.insert(id)
      } else if id.hasPrefix(EstimatePlan.figure(of: "")) {
        labels[id] = LocalizedText(nl: "Schatting", en: "Estimate")
      } else if id.hasPrefix(DerivedPlan.figure(of: "")) {
        labels[id] = LocalizedText(nl: "Afgeleid getal", en: "Derived number")
      } else {
        count += 1
        labels[id] = LocalizedText(nl: "Tabel \(count)", en: "Table \(count)")
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
