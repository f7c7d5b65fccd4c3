/// JSON with members in the order given, so that the same facts give the same bytes.
indirect enum JSON: Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case integer(Int)
  /// A number in plain decimal notation, written as it is: `24.7`.
  case decimal(String)
  case boolean(Bool)
  case null

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }

  static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }

  /// Indented by two spaces; small arrays and objects of plain values stand on one line. Ends with a line feed.
  var text: String { rendered(indent: "") + "\n" }

  private func rendered(indent: String) -> String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .decimal(let digits): digits
    case .boolean(let truth): truth ? "true" : "false"
    case .null: "null"
    case .array(let items):
      Self.bracketed(items.map { ("", $0) }, open: "[", close: "]", indent: indent)
    case .object(let members):
      Self.bracketed(members.map { (Self.quoted($0.0) + ": ", $0.1) }, open: "{", close: "}", indent: indent)
    }
  }

  private var isPlain: Bool {
    switch self {
    case .object(let members): members.isEmpty
    case .array(let items): items.isEmpty
    case .string, .integer, .decimal, .boolean, .null: true
    }
  }

  private static func bracketed(_ items: [(String, JSON)], open: String, close: String, indent: String) -> String {
    let inner = indent + "  "
    let parts = items.map { $0.0 + $0.1.rendered(indent: inner) }
    let line = open + parts.joined(separator: ", ") + close
    if items.allSatisfy({ $0.1.isPlain }), indent.utf8.count + line.utf8.count <= 120 { return line }
    return open + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + close
  }

  private static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
