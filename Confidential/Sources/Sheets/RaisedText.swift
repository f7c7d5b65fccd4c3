/// The text of a cell whose runs may be raised, with raised digits written as such: `1234¹`, and not `12341`.
struct RaisedText {
  private var bytes: [UInt8] = []
  private var isRaised = false
  private var hasRaised = false

  /// Nil where no digit is raised.
  var text: [UInt8]? { hasRaised ? bytes : nil }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    (isRaised, hasRaised) = (false, false)
  }

  mutating func beginRun() { isRaised = false }

  mutating func align(_ attributes: XMLAttributes) {
    isRaised = attributes.bytes("val").map { $0.elementsEqual("superscript".utf8) } ?? false
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard isRaised else { return bytes.append(contentsOf: text) }
    for byte in text {
      if byte >= 0x30, byte <= 0x39 {
        hasRaised = true
        bytes.append(contentsOf: Self.digits[Int(byte) - 0x30].utf8)
      } else {
        bytes.append(byte)
      }
    }
  }

  private static let digits = [
    "\u{2070}", "¹", "²", "³", "\u{2074}", "\u{2075}", "\u{2076}", "\u{2077}", "\u{2078}", "\u{2079}",
  ]
}
