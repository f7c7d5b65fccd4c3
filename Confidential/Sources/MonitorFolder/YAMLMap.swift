import Model
import Yams

/// A mapping of a monitor file, checked for its keys, from which values are taken with complaints where they are wrong.
struct YAMLMap {
  let file: String
  let findings: FolderFindings
  let line: Int
  /// What the mapping describes, for messages: "figuur fig-2.4a", "figure fig-2.4a".
  let subject: LocalizedText
  private var pairs: [(key: String, line: Int, node: Node)]

  /// - Parameter keys: All keys that may occur; another one is a finding. Nil: any key may.
  init?(
    _ node: Node, in file: String, _ findings: FolderFindings, subject: LocalizedText, keys: [String]?
  ) {
    line = node.mark?.line ?? 1
    self.file = file
    self.findings = findings
    self.subject = subject
    guard case .mapping(let mapping) = node else {
      pairs = []
      findings.report(
        .wrongKind, file, line: line, nl: "bij \(subject.nl) horen sleutels met waarden.",
        en: "\(subject.en) takes keys with values.")
      return nil
    }
    var pairs: [(key: String, line: Int, node: Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else { continue }
      pairs.append((scalar.string, scalar.mark?.line ?? line, value))
    }
    self.pairs = pairs
    if let keys { reportUnknown(besides: keys) }
  }

  /// A key that stands for one that is lacking is read as that key: its value is looked at too, and that the other is
  /// missing is no second mistake.
  private mutating func reportUnknown(besides keys: [String]) {
    for (place, pair) in pairs.enumerated() where !keys.contains(pair.key) {
      if case .scalar(let scalar) = pair.node, scalar.string.isEmpty, scalar.style == .plain, pair.line == line {
        report(
          .unknownKey, at: pair.line,
          nl: "`\(pair.key)` in \(subject.nl) staat los; een tekst met een komma hoort tussen aanhalingstekens.",
          en: "`\(pair.key)` in \(subject.en) stands alone; a text with a comma belongs between quotes.")
        continue
      }
      let lacking = keys.filter { !has($0) }
      let meant =
        KeyTranslations.key(for: pair.key, among: lacking) ?? suggestion(for: pair.key, among: keys)
      let words = meant.map { LocalizedText(nl: "; bedoelt u `\($0)`?", en: "; did you mean `\($0)`?") }
      report(
        .unknownKey, at: pair.line, nl: "onbekende sleutel `\(pair.key)` in \(subject.nl)\(words?.nl ?? ".")",
        en: "unknown key `\(pair.key)` in \(subject.en)\(words?.en ?? ".")")
      if let meant, lacking.contains(meant) { pairs[place].key = meant }
    }
  }

  var keys: [String] { pairs.map(\.key) }

  func renamed(_ subject: LocalizedText) -> YAMLMap { YAMLMap(self, subject: subject) }

  private init(_ other: YAMLMap, subject: LocalizedText) {
    file = other.file
    findings = other.findings
    line = other.line
    pairs = other.pairs
    self.subject = subject
  }

  func report(_ rule: FindingRule, at line: Int? = nil, nl: String, en: String) {
    findings.report(rule, file, line: line ?? self.line, nl: nl, en: en)
  }

  func reportMissing(_ key: String) {
    findings.reportMissing(key, from: subject, file, line: line)
  }

  func reportKind(_ key: String, at line: Int, _ kind: LocalizedText) {
    report(
      .wrongKind, at: line, nl: "bij `\(key)` in \(subject.nl) hoort \(kind.nl).",
      en: "`\(key)` in \(subject.en) takes \(kind.en).")
  }

  func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

  func node(_ key: String) -> Node? { pairs.first { $0.key == key }?.node }

  func line(of key: String) -> Int {
    guard let pair = pairs.first(where: { $0.key == key }) else { return line }
    return pair.node.mark?.line ?? pair.line
  }

  // MARK: Plain values

  /// A text that is not empty; a finding and nil otherwise.
  ///
  /// - Parameter kind: What belongs there, for the complaint.
  package func text(_ key: String, as kind: LocalizedText = Self.aText) -> String? {
    guard let text = optionalText(key, as: kind) else {
      if !has(key) { reportMissing(key) }
      return nil
    }
    return text
  }

  func optionalText(_ key: String, as kind: LocalizedText = Self.aText) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node, !scalar.isNothing else {
      reportKind(key, at: line(of: key), kind)
      return nil
    }
    return scalar.string
  }

  package static let aText = LocalizedText(nl: "een tekst", en: "a text")
  static let aName = LocalizedText(nl: "een naam", en: "a name")

  /// A name for files, addresses and conditions.
  func name(_ key: String, of what: LocalizedText) -> String? {
    guard let name = text(key, as: Self.aName) else { return nil }
    guard Self.isName(name) else {
      report(
        .unusableName, at: line(of: key), nl: "de naam `\(name)` van \(what.nl) kan niet.",
        en: "the name `\(name)` of \(what.en) cannot be used.")
      return nil
    }
    return name
  }

  /// Letters, digits, `-`, `.` and `_`, beginning with a letter or digit. At most 80 signs, so that it fits
  /// the name of a file with what is added to it. A decision.
  static func isName(_ name: String) -> Bool {
    name.utf8.count <= 80 && name.utf8.first.map(isLetterOrDigit) == true
      && name.utf8.allSatisfy { isLetterOrDigit($0) || "-_.".utf8.contains($0) } && !name.contains("..")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard has(key) else {
      reportMissing(key)
      return nil
    }
    return optionalInteger(key, in: range)
  }

  func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node, let value = Int(scalar.string) else {
      reportKind(key, at: line(of: key), LocalizedText(nl: "een geheel getal", en: "a whole number"))
      return nil
    }
    guard range.contains(value) else {
      report(
        .outOfRange, at: line(of: key),
        nl: "`\(key)` in \(subject.nl) moet tussen \(range.lowerBound) en \(range.upperBound) liggen.",
        en: "`\(key)` in \(subject.en) has to lie between \(range.lowerBound) and \(range.upperBound).")
      return nil
    }
    return value
  }

  func flag(_ key: String) -> Bool {
    guard let node = node(key) else { return false }
    if case .scalar(let scalar) = node {
      if scalar.string == "true" { return true }
      if scalar.string == "false" { return false }
    }
    reportKind(key, at: line(of: key), LocalizedText(nl: "true of false", en: "true or false"))
    return false
  }

  /// One of a few words.
  func word(_ key: String, among words: [String]) -> String? {
    let list = words.joined(separator: ", ")
    let kind = words.count == 1 ? LocalizedText(list) : LocalizedText(nl: "een van: \(list)", en: "one of: \(list)")
    guard let word = optionalText(key, as: kind) else { return nil }
    guard words.contains(word) else {
      report(
        .unknownWord, at: line(of: key),
        nl: "onbekende waarde `\(word)` bij `\(key)` in \(subject.nl); mogelijk zijn \(list).",
        en: "unknown value `\(word)` for `\(key)` in \(subject.en); possible are \(list).")
      return nil
    }
    return word
  }
}

extension Node.Scalar {
  /// Whether nothing stands here: an empty text, or a word by which YAML says so.
  var isNothing: Bool {
    string.isEmpty || style == .plain && ["~", "null", "Null", "NULL"].contains(string)
  }
}
