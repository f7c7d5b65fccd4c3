/// What `xl/styles.xml` says about numbers: for each cell style, whether it shows a date or a time.
final class XLSXStyles: XMLPartReader {
  private var formats: [Int: NumberKind] = [:]
  private var kinds: [NumberKind] = []
  private var isInCellFormats = false

  /// The kind of numbers in cells of this style; plain numbers when the style does not exist.
  func kind(ofStyle style: Int) -> NumberKind { kinds.indices.contains(style) ? kinds[style] : .number }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "numFmt":
      guard let id = attributes.string("numFmtId").flatMap(Int.init), let code = attributes.string("formatCode") else {
        return
      }
      formats[id] = NumberKind(formatCode: code)
    case "cellXfs":
      isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes.string("numFmtId").flatMap(Int.init) ?? 0
      kinds.append(formats[id] ?? NumberKind(builtIn: id))
    default:
      break
    }
  }

  func end(_ element: XMLName) {
    if case "cellXfs" = element { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
