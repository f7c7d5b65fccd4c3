import Model
import Yams

/// `sources.yaml`: legal grounds, and who delivers what in which words.
struct SourcesFile {
  static let name = "sources.yaml"

  var grounds: [LegalGround] = []
  var sources: [Source] = []

  /// Whether a source delivers records, or is meant to, also when it could not be read.
  private(set) var deliversRecords = true

  /// - Parameters:
  ///   - scope: The variables of a notification; nil when the codebook could not be read.
  ///   - counts: Reads the tables of sources that deliver counts.
  init?(_ document: YAMLDocument, scope: VariableScope?, counts: CountTableReading) {
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(Self.name),
        keys: FolderKeys.sources.names)
    else { return nil }
    var groundNames = NameRegister(LocalizedText(nl: "de grond", en: "the ground"))
    let groundNodes = map.optionalList("grounds") ?? []
    for node in groundNodes {
      if let ground = GroundReading(node, in: map, scope: scope)?.ground(&groundNames) { grounds.append(ground) }
    }
    let reader = SourceReading(
      scope: scope, grounds: grounds.count == groundNodes.count ? grounds : nil, counts: counts)
    if let shared = map.map("columns", keys: nil) {
      for key in shared.keys {
        if let node = shared.node(key) { _ = reader.column(node, in: map, subject: Self.shared(key)) }
      }
    }
    var sourceNames = NameRegister(LocalizedText(nl: "de melder", en: "the source"))
    let nodes = map.list("sources") ?? []
    deliversRecords = nodes.isEmpty || nodes.contains { $0.mapping?["delivers"]?.scalar?.string != "counts" }
    for node in nodes {
      if let source = reader.source(node, in: map, names: &sourceNames) { sources.append(source) }
    }
    if deliversRecords, !map.has("grounds") { map.reportMissing("grounds") }
  }

  private static func shared(_ key: String) -> LocalizedText { LocalizedText(nl: "kolom \(key)", en: "column \(key)") }
}

/// One legal ground on its way from YAML, with its examples executed.
private struct GroundReading {
  let map: YAMLMap
  let scope: VariableScope?

  init?(_ node: Node, in parent: YAMLMap, scope: VariableScope?) {
    let subject = LocalizedText(nl: "een grond", en: "a ground")
    let keys = FolderKeys.ground.names
    guard let map = YAMLMap(node, in: parent.file, parent.findings, subject: subject, keys: keys) else { return nil }
    let name = map.node("ground")?.scalar?.string ?? ""
    self.map = name.isEmpty ? map : map.renamed(LocalizedText(nl: "grond \(name)", en: "ground \(name)"))
    self.scope = scope
  }

  func ground(_ names: inout NameRegister) -> LegalGround? {
    guard let name = map.name("ground", of: LocalizedText(nl: "een grond", en: "a ground")),
      names.add(name, line: map.line, in: map)
    else { return nil }
    let label = map.localized("label")
    let article = map.text("article")
    if !map.has("lane") { map.reportMissing("lane") }
    let lane = map.word("lane", among: Lane.allCases.map(\.rawValue)).flatMap(Lane.init(rawValue:))
    let condition = map.optionalCondition("holds", in: scope)
    if map.has("holds"), condition == nil { return nil }
    let examples = examples()
    let retention = map.optionalInteger("retention", in: 0...100)
    if map.has("retention"), retention == nil { return nil }
    guard let label, let article, let lane else { return nil }
    let ground = LegalGround(
      name: name, label: label, article: article, lane: lane, condition: condition, examples: examples.map(\.example),
      retention: retention)
    for (index, item) in examples.enumerated() { run(item, number: index + 1, of: ground) }
    return ground
  }

  private typealias LocatedExample = (example: LegalGround.Example, line: Int)

  private func examples() -> [LocatedExample] {
    let maps = map.maps("examples", subject: exampleSubject, keys: FolderKeys.example.names) ?? []
    return maps.compactMap { example in
      guard example.has("holds"), example.has("given") else {
        example.reportMissing(example.has("given") ? "holds" : "given")
        return nil
      }
      guard let given = example.map("given", keys: nil) else { return nil }
      var answers: [String: String] = [:]
      for key in given.keys {
        guard let answer = given.text(key) else { return nil }
        answers[key] = answer
      }
      return (LegalGround.Example(given: answers, holds: example.flag("holds")), example.line)
    }
  }

  private var exampleSubject: LocalizedText {
    LocalizedText(nl: "een voorbeeld van \(map.subject.nl)", en: "an example of \(map.subject.en)")
  }

  /// Builds the one record that the example describes and asks the condition.
  private func run(_ item: LocatedExample, number: Int, of ground: LegalGround) {
    guard let scope else { return }
    var columns = Columns(rowCount: 1)
    for variable in scope.variables {
      let answer = item.example.given[variable.name] ?? Missing.notDelivered.word
      guard let value = variable.packed(word: answer) else {
        return reportAnswer(answer, of: variable, at: item.line)
      }
      columns.set(variable.column(of: [value]), for: variable)
    }
    for name in item.example.given.keys.sorted() where scope.variable(named: name) == nil {
      _ = scope.variable(name, in: map, line: item.line)
      return
    }
    guard let selection = try? (ground.condition ?? .always).selection(in: columns) else { return }
    let holds = selection == [1]
    guard holds != item.example.holds else { return }
    map.report(
      .groundExample, at: item.line,
      nl:
        "\(map.subject.nl): voorbeeld \(number) zou \(holds ? "niet " : "")moeten gelden, maar geldt \(holds ? "wel" : "niet").",
      en: "\(map.subject.en): example \(number) should \(holds ? "not hold, but does" : "hold, but does not").")
  }

  private func reportAnswer(_ answer: String, of variable: Variable, at line: Int) {
    if variable.isCountable {
      variable.check(category: answer, in: map.renamed(exampleSubject), line: line)
    } else {
      map.report(
        .outOfRange, at: line,
        nl: "`\(variable.name)` in \(exampleSubject.nl) is \(variable.kind.noun.nl); `\(answer)` past daar niet bij.",
        en: "`\(variable.name)` in \(exampleSubject.en) is \(variable.kind.noun.en); `\(answer)` does not suit it.")
    }
  }
}
