import Model
import Yams

/// One file of a monitor as a tree of YAML nodes, with limits on what a small text may blow up to.
struct YAMLDocument {
  let name: String
  let findings: FolderFindings
  let root: Node

  /// Bytes of a file. The largest codebook we know of has 30 kB.
  static let sizeLimit = 1 << 20
  /// Nodes of a file with every alias written out.
  static let nodeLimit = 200_000
  /// Collections within collections.
  static let depthLimit = 40

  init?(name: String, text: [UInt8], findings: FolderFindings) {
    guard let string = Self.string(of: text, name: name, findings: findings) else { return nil }
    if let danger = YAMLSafety.firstDanger(in: text, depthLimit: Self.depthLimit) {
      findings.report(.yamlTooLarge, name, line: danger.line, nl: danger.message.nl, en: danger.message.en)
      return nil
    }
    guard let root = Self.compose(string, name: name, findings: findings) else { return nil }
    var budget = Self.nodeLimit
    Self.spend(&budget, on: root)
    guard budget > 0 else {
      findings.report(
        .yamlTooLarge, name, line: nil,
        nl: "uitgeschreven heeft dit bestand meer dan \(Self.nodeLimit) onderdelen.",
        en: "written out this file has more than \(Self.nodeLimit) parts.")
      return nil
    }
    self.name = name
    self.findings = findings
    self.root = root
  }

  private static func string(of text: [UInt8], name: String, findings: FolderFindings) -> String? {
    guard text.count <= sizeLimit else {
      findings.report(
        .fileTooLarge, name, line: nil, nl: "het bestand is groter dan 1 MB.", en: "the file is larger than 1 MB.")
      return nil
    }
    let body = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    if let string = String(validating: body, as: UTF8.self) { return string }
    var line = 1
    for piece in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: piece, as: UTF8.self) == nil { break }
      line += 1
    }
    findings.report(
      .fileNotText, name, line: line, nl: "op deze regel staat iets dat geen UTF-8 is.",
      en: "this line holds something that is not UTF-8.")
    return nil
  }

  private static func compose(_ text: String, name: String, findings: FolderFindings) -> Node? {
    func report(_ line: Int?, _ nl: String, _ en: String) {
      findings.report(.yamlSyntax, name, line: line, nl: nl, en: en)
    }
    do {
      // The basic resolver leaves every scalar a text: what it means is decided by what is asked for.
      if let root = try Yams.compose(yaml: text, Resolver.basic, .default, .utf8) { return root }
      report(nil, "het bestand is leeg.", "the file is empty.")
    } catch let error as YamlError {
      let problem = YAMLProblem(error)
      if problem.isDuplicateKey {
        findings.report(.duplicateName, name, line: problem.line, nl: problem.message.nl, en: problem.message.en)
      } else if let line = problem.line, let tab = lineOfTab(in: text, near: line) {
        report(
          tab, "hier staat een tab in de inspringing; spring in met spaties.",
          "here is a tab in the indentation; indent with spaces.")
      } else {
        report(problem.line, problem.message.nl, problem.message.en)
      }
    } catch {
      report(nil, "het bestand is niet te lezen als YAML.", "the file cannot be read as YAML.")
    }
    return nil
  }

  /// The line, this one or the one above, that is indented with a tab.
  private static func lineOfTab(in text: String, near line: Int) -> Int? {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return [line, line - 1].first { number in
      lines.indices.contains(number - 1)
        && lines[number - 1].prefix { $0 == UInt8(ascii: " ") || $0 == 0x09 }.contains(0x09)
    }
  }

  private static func spend(_ budget: inout Int, on node: Node) {
    budget -= 1
    guard budget > 0 else { return }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping where budget > 0 {
        spend(&budget, on: key)
        spend(&budget, on: value)
      }
    case .sequence(let sequence):
      for element in sequence where budget > 0 { spend(&budget, on: element) }
    case .scalar, .alias: return
    }
  }
}

/// What the YAML library complains about, in the words of the house.
struct YAMLProblem {
  var line: Int?
  var message: LocalizedText
  var isDuplicateKey = false

  init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      line = mark.line
      message = Self.words(for: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      let list = Wording.list(Wording.quoted(keys))
      message = LocalizedText(nl: "de sleutel \(list.nl) staat er twee keer.", en: "the key \(list.en) is there twice.")
      isDuplicateKey = true
    case .reader(_, let offset, _, let yaml):
      line = offset.map { 1 + yaml.utf8.prefix($0).count { $0 == UInt8(ascii: "\n") } }
      message = LocalizedText(
        nl: "hier staat een teken dat in YAML niet mag.", en: "here is a character that YAML does not allow.")
    default:
      message = LocalizedText(nl: "het bestand is niet te lezen als YAML.", en: "the file cannot be read as YAML.")
    }
  }

  /// The complaints of libyaml people meet most, by a part of its wording.
  private static let known: [(part: String, text: LocalizedText)] = [
    (
      "cannot start any token",
      LocalizedText(
        nl: "een tekst die met dit teken begint, hoort tussen aanhalingstekens.",
        en: "a text that begins with this character belongs between quotes.")
    ),
    (
      "mapping values are not allowed",
      LocalizedText(
        nl: "hier staat een dubbele punt te veel; zet een tekst met een dubbele punt tussen aanhalingstekens.",
        en: "here is one colon too many; put a text with a colon between quotes.")
    ),
    (
      "could not find expected ':'",
      LocalizedText(nl: "na de sleutel ontbreekt een dubbele punt.", en: "a colon is missing after the key.")
    ),
    (
      "undefined alias",
      LocalizedText(
        nl: "deze verwijzing (*) heeft geen anker (&) boven zich.",
        en: "this alias (*) has no anchor (&) above it.")
    ),
    (
      "did not find expected ',' or",
      LocalizedText(
        nl: "hier ontbreekt een komma of sluithaak.", en: "a comma or closing bracket is missing here.")
    ),
    (
      "unexpected end of stream",
      LocalizedText(
        nl: "een aanhalingsteken wordt nergens gesloten.", en: "a quotation mark is never closed.")
    ),
    (
      "found another document",
      LocalizedText(nl: "hier begint een tweede document (---).", en: "a second document (---) starts here.")
    ),
  ]

  private static func words(for problem: String) -> LocalizedText {
    known.first { problem.contains($0.part) }?.text
      ?? LocalizedText(
        nl: "hier klopt de inspringing of de opmaak niet.", en: "indentation or layout is wrong here.")
  }
}
