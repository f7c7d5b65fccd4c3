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
    let proof = YAMLProofreading(string)
    guard let root = Self.root(of: string, proof: proof, name: name, findings: findings) else { return nil }
    var budget = Self.nodeLimit
    Self.spend(&budget, on: root)
    guard budget > 0 else {
      findings.report(
        .yamlTooLarge, name, line: nil,
        nl: "uitgeschreven heeft dit bestand meer dan \(Self.nodeLimit) onderdelen.",
        en: "written out this file has more than \(Self.nodeLimit) parts.")
      return nil
    }
    for line in proof.cuts {
      findings.report(.textCut, name, line: line, nl: YAMLWords.cut.nl, en: YAMLWords.cut.en)
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
    let body = withLineFeeds(text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...])
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

  /// Lines may end as on Windows or on an old Mac.
  private static func withLineFeeds(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x0D) else { return Array(text) }
    var body: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text {
      if byte != 0x0A || previous != 0x0D { body.append(byte == 0x0D ? 0x0A : byte) }
      previous = byte
    }
    return body
  }

  /// One sentence for a file that cannot be read: the mistake that stands first, be it the proofreader's or the parser's.
  private static func root(
    of text: String, proof: YAMLProofreading, name: String, findings: FolderFindings
  ) -> Node? {
    let first = proof.mistakes.min { $0.line < $1.line }
    func report(_ mistake: YAMLProofreading.Mistake) {
      let rule: FindingRule = mistake.isDuplicateKey ? .duplicateName : .yamlSyntax
      findings.report(
        rule, name, line: mistake.line, nl: mistake.message.nl, en: mistake.message.en,
        remedy: mistake.isDuplicateKey ? nil : YAMLWords.remedy)
    }
    if let danger = YAMLSafety.firstDanger(in: Array(text.utf8), depthLimit: depthLimit) {
      if let first, first.line < danger.line {
        report(first)
      } else {
        findings.report(.yamlTooLarge, name, line: danger.line, nl: danger.message.nl, en: danger.message.en)
      }
      return nil
    }
    do {
      let root = try compose(text)
      let silent = proof.mistakes.filter(\.isSilent)
      for mistake in silent { report(mistake) }
      return silent.isEmpty ? root : nil
    } catch {
      // The parser points at the first of two keys, the proofreader at the second.
      let known = error.isDuplicateKey ? proof.mistakes.first(where: \.isDuplicateKey) : first
      if let known, known.line <= error.line ?? .max || error.isDuplicateKey {
        report(known)
      } else {
        let rule: FindingRule = error.isDuplicateKey ? .duplicateName : .yamlSyntax
        findings.report(rule, name, line: error.line, nl: error.message.nl, en: error.message.en)
      }
      return nil
    }
  }

  /// The basic resolver leaves every scalar a text: what it means is decided by what is asked for.
  private static func compose(_ text: String) throws(YAMLProblem) -> Node {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, Resolver.basic, .default, .utf8)
    } catch let error as YamlError {
      throw YAMLProblem(error)
    } catch {
      throw YAMLProblem(message: YAMLProblem.unreadable)
    }
    guard let root else {
      throw YAMLProblem(message: LocalizedText(nl: "het bestand is leeg.", en: "the file is empty."))
    }
    return root
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
struct YAMLProblem: Error {
  var line: Int?
  var message: LocalizedText
  var isDuplicateKey = false

  static let unreadable = LocalizedText(
    nl: "het bestand is niet te lezen als YAML.", en: "the file cannot be read as YAML.")

  init(message: LocalizedText) { self.message = message }

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
    default: message = Self.unreadable
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
      YAMLWords.colonInText
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
      "unknown escape character",
      LocalizedText(
        nl: "een \\ heeft tussen dubbele aanhalingstekens een eigen betekenis; zet de tekst tussen enkele (').",
        en: "a \\ has a meaning of its own between double quotes; put the text between single ones (').")
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
