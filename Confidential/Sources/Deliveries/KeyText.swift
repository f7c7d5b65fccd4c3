/// A key without what an export wrapped around it: `="00123"`, `'00123`, `"00123"`, `123.0`.
struct KeyText {
  private(set) var bytes: [UInt8]
  private(set) var remark: KeyRemark?
  /// A formula of which nothing is left but the formula.
  private(set) var problem: KeyProblem?

  /// - Parameter field: As it is seen, without blanks around it.
  init(_ field: UnsafeBufferPointer<UInt8>) {
    bytes = Array(field)
    // Two rounds: `="'123"` was wrapped twice.
    for _ in 0..<2 { unwrap() }
    if bytes.first == UInt8(ascii: "=") { problem = .formula }
    dropDecimals()
  }

  private mutating func unwrap() {
    var inner = bytes[...]
    if inner.first == UInt8(ascii: "="), inner.dropFirst().first == UInt8(ascii: "\"") { inner.removeFirst() }
    for (opening, closing) in Self.quotes where inner.starts(with: opening) {
      inner.removeFirst(opening.count)
      if inner.reversed().starts(with: closing.reversed()) { inner.removeLast(closing.count) }
      break
    }
    guard inner.count < bytes.count else { return }
    bytes = Array(inner.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    remark = .quoted
  }

  /// A quotation mark in front is never part of a key; the one behind may be lost.
  private static let quotes: [(opening: [UInt8], closing: [UInt8])] = [
    ("'", "'"), ("\"", "\""), ("`", "`"), ("\u{2018}", "\u{2019}"), ("\u{2019}", "\u{2019}"), ("\u{201C}", "\u{201D}"),
    ("\u{201D}", "\u{201D}"), ("\u{201E}", "\u{201D}"), ("\u{00B4}", "\u{00B4}"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// One or two zeros behind a comma or point are what a program writes that took the key for a quantity. Three are not:
  /// `1.000` may be a thousand.
  private mutating func dropDecimals() {
    guard let mark = bytes.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }), mark > 0,
      (1...2).contains(bytes.count - mark - 1), bytes[(mark + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }),
      bytes[..<mark].allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    bytes.removeSubrange(mark...)
    remark = .decimals
  }
}
