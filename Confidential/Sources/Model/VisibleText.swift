internal import Foundation

/// A text as its reader sees it: the one form in which words, headers, keys and counts are compared and kept.
///
/// - Signs that nobody sees are taken out: byte order marks, zero-width signs, soft hyphens, directions, controls
///   (`Default_Ignorable_Code_Point`, and the general categories Cf and Cc but for white space).
/// - Blanks of any width, tabs and line ends (`White_Space`) become one blank, and none at the ends.
/// - Hyphens that do not break (U+2010, U+2011) become hyphens.
/// - Letters with accents are composed (normalisation form C of the Unicode Standard, annex 15).
///
/// Case is kept; `FoldedText` takes it away. Making one of what one says changes nothing.
package struct VisibleText: Equatable {
  /// UTF-8.
  package let bytes: [UInt8]
  /// Whether signs were taken out that nobody sees; blanks are no such signs.
  package let hadHiddenSigns: Bool

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if Self.isPlain(bytes) {
      self.init(bytes: Array(bytes), hadHiddenSigns: false)
    } else {
      self.init(scalars: String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }
  }

  package init(_ text: String) { self.init(scalars: text.unicodeScalars) }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a text is of visible signs of ASCII with single blanks between them: then it is its own visible text.
  @inlinable
  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      guard byte > 0x20 || byte == 0x20 && previous != 0x20, byte < 0x7F else { return false }
      previous = byte
    }
    return previous != 0x20 || bytes.isEmpty
  }

  /// Whether there is nothing to see.
  package static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    if first > 0x20, first < 0x7F { return false }
    return VisibleText(bytes).bytes.isEmpty
  }

  private init(bytes: [UInt8], hadHiddenSigns: Bool) {
    (self.bytes, self.hadHiddenSigns) = (bytes, hadHiddenSigns)
  }

  private init(scalars: String.UnicodeScalarView) {
    var visible = String.UnicodeScalarView()
    var (hidden, isAfterBlank, mayCompose) = (false, false, false)
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        isAfterBlank = !visible.isEmpty
      } else if Self.isHidden(scalar) {
        hidden = true
      } else {
        if isAfterBlank { visible.append(" ") }
        isAfterBlank = false
        visible.append(scalar.value == 0x2010 || scalar.value == 0x2011 ? "-" : scalar)
        // The first sign that composes with one before it, and the first that has another form, is U+0300.
        if scalar.value >= 0x300 { mayCompose = true }
      }
    }
    let text = String(visible)
    let composed = mayCompose ? text.precomposedStringWithCanonicalMapping : text
    self.init(bytes: Array(composed.utf8), hadHiddenSigns: hidden)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x7F || scalar.value < 0x20 else { return false }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    let category = scalar.properties.generalCategory
    return category == .control || category == .format
  }
}
