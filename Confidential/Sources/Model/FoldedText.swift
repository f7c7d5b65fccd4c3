/// Text as it is compared: as it is seen, without regard to case.
///
/// Folds every letter to its small form (`Lowercase_Mapping` of the Unicode Standard), in `VisibleText`.
package enum FoldedText {
  package static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard VisibleText.isPlain(bytes) else { return folded(visible: VisibleText(bytes)) }
    return bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  package static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { folded($0) }
  }

  package static func folded(visible text: VisibleText) -> [UInt8] {
    if text.bytes.allSatisfy({ $0 < 0x80 }) { return text.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
    return VisibleText(text.string.lowercased()).bytes
  }

  /// A header as it is compared: folded, and without any blanks inside.
  package static func header(_ text: String) -> [UInt8] { folded(text).filter { $0 != 0x20 } }
}
