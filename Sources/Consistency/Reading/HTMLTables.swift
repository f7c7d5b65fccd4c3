/// The tables of a page: rows of texts, with cells that span several written in each place they cover as the head of a
/// sheet is: once, in the first.
struct HTMLTables {
  private(set) var tables: [(caption: String, rows: [[String]])] = []

  private var rows: [[String]] = []
  private var caption = ""
  private var row: [String]?
  private var text: String?
  private var isCaption = false
  private var (columnSpan, rowSpan) = (1, 1)
  /// Columns that a cell above still covers, and for how many rows.
  private var covered: [Int: Int] = [:]
  /// Whether the table holds others: then it only lays out a page.
  private var isLayout = false
  private var isRaised = false
  /// Tables that are not at their end, each within the one before.
  private var outer: [Self] = []

  init(_ page: String) {
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      let written = Self.decoded(rest[..<start])
      text?.append(contentsOf: isRaised ? Self.raised(written) : written)
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
      if name == "script" || name == "style" {
        rest = rest.firstRange(of: "</" + name).map { rest[$0.lowerBound...] } ?? ""
        continue
      }
      take(name, tag)
    }
    while isOpen { endTable() }
  }

  private var isOpen = false

  private mutating func take(_ name: String, _ tag: Substring) {
    switch name {
    case "table": beginTable()
    case "/table": endTable()
    case "sup": isRaised = true
    case "/sup": isRaised = false
    case "tr" where isOpen:
      endRow()
      row = []
    case "/tr", "/thead", "/tbody": endRow()
    case "td" where isOpen, "th" where isOpen:
      endCell()
      if row == nil { row = [] }
      text = ""
      columnSpan = Self.number("colspan", in: tag)
      rowSpan = Self.number("rowspan", in: tag)
    case "/td", "/th": endCell()
    case "caption" where isOpen: (text, isCaption) = ("", true)
    case "/caption":
      if isCaption { caption = (text ?? "").trimmed }
      (text, isCaption) = (nil, false)
    case "br", "br/", "p", "/p", "li": text?.append(" ")
    default: break
    }
  }

  private mutating func endCell() {
    guard let written = text, !isCaption else { return }
    skipCovered()
    let start = row?.count ?? 0
    // Spaces that a page keeps say what stands under what.
    let indent = written.prefix { $0.isWhitespace }.filter { $0 != " " && !$0.isNewline && $0 != "\t" }
    row?.append(indent + written.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    for _ in 1..<max(2, columnSpan) where columnSpan > 1 { row?.append("") }
    if rowSpan > 1 { for column in start..<(start + columnSpan) { covered[column] = rowSpan } }
    (text, columnSpan, rowSpan) = (nil, 1, 1)
  }

  private mutating func skipCovered() {
    while let column = row?.count, let left = covered[column], left > 0, rowSpanStarted(column) { row?.append("") }
  }

  /// A column is covered from the row below the cell on.
  private func rowSpanStarted(_ column: Int) -> Bool { started.contains(column) }
  private var started: Set<Int> = []

  private mutating func endRow() {
    endCell()
    guard var cells = row else { return }
    while let left = covered[cells.count], left > 0, started.contains(cells.count) { cells.append("") }
    rows.append(cells)
    row = nil
    for column in covered.keys { covered[column, default: 0] -= 1 }
    covered = covered.filter { $0.value > 0 }
    started = Set(covered.keys)
  }

  /// A table in a cell of another is one of its own, and the other only lays out the page.
  private mutating func beginTable() {
    if isOpen {
      isLayout = true
      var kept = self
      (kept.tables, kept.outer) = ([], [])
      outer.append(kept)
    }
    clear()
    isOpen = true
  }

  private mutating func endTable() {
    guard isOpen else { return }
    endRow()
    if !isLayout, rows.contains(where: { $0.count > 1 }) { tables.append((caption, rows)) }
    guard let around = outer.popLast() else { return clear() }
    let (found, rest) = (tables, outer)
    self = around
    (tables, outer) = (found, rest)
  }

  private mutating func clear() {
    (rows, row, text, caption, covered, started) = ([], nil, nil, "", [:], [])
    (isCaption, isLayout, isRaised, isOpen) = (false, false, false, false)
    (columnSpan, rowSpan) = (1, 1)
  }

  /// Digits of a note behind a number are no digits of it.
  private static func raised(_ text: String) -> String {
    String(text.map { character in character.isDigit ? raisedDigits[character] ?? character : character })
  }

  private static let raisedDigits: [Character: Character] = Dictionary(
    zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), uniquingKeysWith: { first, _ in first })

  private static func number(_ attribute: String, in tag: Substring) -> Int {
    guard let found = tag.lowercased().firstRange(of: attribute) else { return 1 }
    let digits = tag.lowercased()[found.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber }
    return min(200, max(1, Int(digits) ?? 1))
  }

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
    "minus": "−", "thinsp": "\u{2009}", "ensp": " ", "emsp": " ", "shy": "", "sup1": "¹", "sup2": "²", "sup3": "³",
    "le": "≤", "ge": "≥", "euml": "ë", "eacute": "é", "ouml": "ö", "uuml": "ü",
  ]

  static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var (result, rest) = ("", text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      let name = rest.prefix { $0 != ";" }
      guard name.count < 10, name.endIndex < rest.endIndex, let sign = sign(name) else {
        result += "&"
        continue
      }
      result += sign
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result + rest
  }

  private static func sign(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return entities[String(name)] }
    let digits = name.dropFirst()
    let code =
      digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(UnicodeScalar.init).map { String(Character($0)) }
  }
}
