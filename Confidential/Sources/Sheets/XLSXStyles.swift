/// What `xl/styles.xml` says about numbers: for each cell style, what it makes of them.
final class XLSXStyles: XMLPartReader {
  static let vocabulary: XMLVocabulary? = .spreadsheet

  private var formats: [Int: NumberFormat] = [:]
  /// By the number of the style.
  private(set) var styles: [NumberFormat] = []
  private var isInFormats = false
  private var isInCellFormats = false

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "numFmts":
      isInFormats = true
    // Conditional formats have number formats of their own.
    case "numFmt" where isInFormats:
      guard let id = attributes.string("numFmtId").flatMap(Int.init), let code = attributes.string("formatCode") else {
        return
      }
      formats[id] = NumberFormat(code: code)
    case "cellXfs":
      isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes.string("numFmtId").flatMap(Int.init) ?? 0
      styles.append(formats[id] ?? NumberFormat(builtIn: id))
    default:
      break
    }
  }

  func end(_ element: XMLName) {
    switch element {
    case "numFmts": isInFormats = false
    case "cellXfs": isInCellFormats = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
