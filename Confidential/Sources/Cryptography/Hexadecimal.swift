/// Bytes as lower-case hexadecimal digits, two a byte.
public func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
    var end = 0
    for byte in bytes {
      text[end] = digits[Int(byte >> 4)]
      text[end + 1] = digits[Int(byte & 15)]
      end += 2
    }
    return end
  }
}

/// The value of a hexadecimal digit in either case; nil for any other byte.
func hexadecimalValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// The bytes that hexadecimal digits stand for; nil for anything else.
package func bytes(ofHexadecimal text: String) -> [UInt8]? {
  let values = text.utf8.map(hexadecimalValue)
  guard values.count % 2 == 0, !values.contains(nil) else { return nil }
  return stride(from: 0, to: values.count, by: 2).map { (values[$0] ?? 0) << 4 | (values[$0 + 1] ?? 0) }
}
