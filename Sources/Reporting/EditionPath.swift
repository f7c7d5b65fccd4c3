import Model

/// Every path of an edition, spelled once.
enum EditionPath {
  static let manifest = "manifest.json"
  static let whole = "edition.json"
  static let cube = "cube.json"
  static let style = "assets/edition.css"
  static let script = "assets/edition.js"
  static let mark = "assets/zicht.svg"

  static let cardData = "card.json"

  /// The card of an estimate stands on its own, outside an edition.
  static func card(_ language: Language) -> String {
    switch language {
    case .nl: "card.html"
    case .en: "card.en.html"
    }
  }

  /// The card of an estimate within an edition.
  static func estimateData(of figure: String) -> String { "cards/\(figure).json" }

  static func table(_ dataset: String) -> String { "tables/\(dataset).csv" }
  static func tableMetadata(_ dataset: String) -> String { "tables/\(dataset).csv-metadata.json" }

  static func overview(_ language: Language) -> String {
    switch language {
    case .nl: "index.html"
    case .en: "en/index.html"
    }
  }

  static func method(_ language: Language) -> String {
    switch language {
    case .nl: "verantwoording.html"
    case .en: "en/method.html"
    }
  }

  static func glossary(_ language: Language) -> String {
    switch language {
    case .nl: "begrippen.html"
    case .en: "en/glossary.html"
    }
  }

  static func references(_ language: Language) -> String {
    switch language {
    case .nl: "bronnen.html"
    case .en: "en/references.html"
    }
  }

  static func search(_ language: Language) -> String {
    switch language {
    case .nl: "zoeken.html"
    case .en: "en/search.html"
    }
  }

  static func text(_ name: String, _ language: Language) -> String {
    switch language {
    case .nl: "teksten/\(name).html"
    case .en: "en/texts/\(name).html"
    }
  }

  static func figure(_ figure: String, _ language: Language) -> String { folder(language) + figure + ".html" }
  static func chart(_ figure: String, _ language: Language) -> String { folder(language) + figure + ".svg" }

  private static func folder(_ language: Language) -> String {
    switch language {
    case .nl: "figuren/"
    case .en: "en/figures/"
    }
  }

  /// The way back from a page to the folder of the edition: `../../` for `en/figures/fig-2.3.html`.
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
