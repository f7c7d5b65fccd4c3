/// The strings of `xl/sharedStrings.xml`, end to end in one stretch of bytes.
struct XLSXStringTable: Sendable {
  fileprivate var bytes: [UInt8] = []
  fileprivate var ends: [Int] = []
  /// By number, the strings with raised digits, those written as such: `1234¹`.
  fileprivate(set) var raised: [Int: [UInt8]] = [:]

  var count: Int { ends.count }

  subscript(_ index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }
}

/// Reads them.
final class XLSXSharedStrings: XMLPartReader {
  static let vocabulary: XMLVocabulary? = .spreadsheet

  private(set) var table = XLSXStringTable()
  private var isInText = false
  private var phoneticDepth = 0
  private var raised = RaisedText()

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "t": isInText = phoneticDepth == 0
    case "si": raised.clear()
    case "r": raised.beginRun()
    case "vertAlign": raised.align(attributes)
    // Reading aids above Japanese text are not part of it.
    case "rPh": phoneticDepth += 1
    default: break
    }
  }

  func end(_ element: XMLName) {
    switch element {
    case "t":
      isInText = false
    case "rPh":
      phoneticDepth -= 1
    case "si":
      unescapeOfficeText(&table.bytes, from: table.ends.last ?? 0)
      if let text = raised.text { table.raised[table.ends.count] = text }
      table.ends.append(table.bytes.count)
    default:
      break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    table.bytes.append(contentsOf: bytes)
    raised.append(bytes)
  }
}

/// Replaces `_x000D_` and its like, in which office programs hide signs that XML cannot hold (ISO 29500-1, 22.9.2.19).
func unescapeOfficeText(_ bytes: inout [UInt8], from start: Int) {
  guard let mark = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
  var result: [UInt8] = []
  var index = mark
  while index < bytes.count {
    if let scalar = escapedScalar(bytes, at: index) {
      result.append(contentsOf: String(scalar).utf8)
      index += 7
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  bytes.replaceSubrange(mark..., with: result)
}

/// Whether an escape stands at this place.
func isOfficeEscape(_ bytes: [UInt8], at index: Int) -> Bool { escapedScalar(bytes, at: index) != nil }

private func escapedScalar(_ bytes: [UInt8], at index: Int) -> UnicodeScalar? {
  guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
    bytes[index + 6] == UInt8(ascii: "_")
  else { return nil }
  let digits = bytes[index + 2..<index + 6]
  guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
  return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(UnicodeScalar.init)
}
