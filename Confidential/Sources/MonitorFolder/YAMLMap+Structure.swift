import Model
import Yams

/// Texts in two languages, lists and mappings within mappings.
extension YAMLMap {
  /// A text in the languages of the monitor. Without letters, such as a period, one text serves both.
  func localized(_ key: String) -> LocalizedText? {
    guard has(key) else {
      reportMissing(key)
      return nil
    }
    return optionalLocalized(key)
  }

  func optionalLocalized(_ key: String) -> LocalizedText? {
    guard let node = node(key) else { return nil }
    return localized(node, for: key)
  }

  func localized(_ node: Node, for key: String) -> LocalizedText? {
    let line = node.mark?.line ?? self.line
    if case .scalar(let scalar) = node {
      guard !scalar.isNothing, findings.languages.count == 1 || !scalar.string.contains(where: \.isLetter) else {
        let several = findings.languages.count > 1
        report(
          .incompleteText, at: line,
          nl: "bij `\(key)` in \(subject.nl) hoort een tekst\(several ? " in twee talen" : "").",
          en: "`\(key)` in \(subject.en) takes a text\(several ? " in two languages" : "").")
        return nil
      }
      return LocalizedText(scalar.string)
    }
    let described = LocalizedText(nl: "`\(key)` in \(subject.nl)", en: "`\(key)` in \(subject.en)")
    return YAMLMap(node, in: file, findings, subject: described, keys: Language.allCases.map(\.rawValue))?
      .languages(for: key, in: subject)
  }

  /// The texts under the keys `nl` and `en` of this mapping. In a monitor of one language the text in that language
  /// stands in for the other, which nobody will read.
  func languages(for key: String, in subject: LocalizedText) -> LocalizedText? {
    let texts = [Language.nl: optionalText("nl"), .en: optionalText("en")]
    if lacks(.nl) {
      report(
        .incompleteText, nl: "bij `\(key)` in \(subject.nl) ontbreekt de Nederlandse tekst (`nl`).",
        en: "`\(key)` in \(subject.en) lacks the Dutch text (`nl`).")
    }
    if lacks(.en) {
      report(
        .incompleteText, nl: "bij `\(key)` in \(subject.nl) ontbreekt de Engelse tekst (`en`).",
        en: "`\(key)` in \(subject.en) lacks the English text (`en`).")
    }
    let asked = findings.languages.map { texts[$0] ?? nil }
    guard let first = asked.first ?? nil, !asked.contains(where: { $0 == nil }) else { return nil }
    return LocalizedText(nl: (texts[.nl] ?? nil) ?? first, en: (texts[.en] ?? nil) ?? first)
  }

  private func lacks(_ language: Language) -> Bool {
    findings.languages.contains(language) && !has(language.rawValue)
  }

  // MARK: Lists and mappings

  /// The elements of a list; a finding when it is missing or something else.
  func list(_ key: String) -> [Node]? {
    guard has(key) else {
      reportMissing(key)
      return nil
    }
    return optionalList(key)
  }

  func optionalList(_ key: String) -> [Node]? {
    guard let node = node(key) else { return nil }
    guard case .sequence(let sequence) = node else {
      report(
        .wrongKind, at: line(of: key), nl: "bij `\(key)` in \(subject.nl) hoort een lijst.",
        en: "`\(key)` in \(subject.en) takes a list.")
      return nil
    }
    return Array(sequence)
  }

  /// A list of words with the line of each.
  func words(_ key: String) -> [(word: String, line: Int)]? {
    optionalList(key)?.compactMap { node in
      let line = node.mark?.line ?? self.line
      if case .scalar(let scalar) = node, !scalar.isNothing { return (scalar.string, line) }
      report(
        .wrongKind, at: line, nl: "in de lijst `\(key)` van \(subject.nl) horen alleen woorden.",
        en: "the list `\(key)` of \(subject.en) takes words only.")
      return nil
    }
  }

  /// The mappings of a list.
  func maps(_ key: String, subject: LocalizedText, keys: [String]) -> [YAMLMap]? {
    optionalList(key)?.compactMap { YAMLMap($0, in: file, findings, subject: subject, keys: keys) }
  }

  func map(_ key: String, keys: [String]?) -> YAMLMap? {
    guard let node = node(key) else { return nil }
    let described = LocalizedText(nl: "`\(key)` in \(subject.nl)", en: "`\(key)` in \(subject.en)")
    return YAMLMap(node, in: file, findings, subject: described, keys: keys)
  }
}

/// Sees that names are used once, and says where the first one stands.
struct NameRegister {
  private var lines: [String: Int] = [:]
  let what: LocalizedText

  init(_ what: LocalizedText) { self.what = what }

  /// Whether the name is new; otherwise a finding.
  mutating func add(_ name: String, line: Int, in map: YAMLMap) -> Bool {
    guard let first = lines[name] else {
      lines[name] = line
      return true
    }
    map.report(
      .duplicateName, at: line, nl: "\(what.nl) `\(name)` staat er al, op regel \(first).",
      en: "\(what.en) `\(name)` is there already, on line \(first).")
    return false
  }
}
