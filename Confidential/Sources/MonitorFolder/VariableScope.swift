import Model

/// The variables a name may refer to at some point of the folder, and why others may not be used there.
struct VariableScope {
  private(set) var variables: [Variable] = []
  private var positions: [String: Int] = [:]
  /// Variables that a later rule derives: name of the variable, name of the rule.
  var later: [String: String] = [:]
  /// Variables that the codebook has but that do not exist here, with why: those of notifications among cases.
  var elsewhere: [String: LocalizedText] = [:]
  /// What axes of areas can show; nil while the period is not known.
  var boundaries: AreaBoundaries?

  static let ofNotifications = LocalizedText(
    nl: "zij hoort bij meldingen en is niet overgenomen in `link`",
    en: "it belongs to notifications and is not combined in `link`")
  static let ofCases = LocalizedText(
    nl: "zij wordt pas bij het classificeren afgeleid", en: "it is derived only when cases are classified")

  init(_ variables: [Variable] = []) {
    for variable in variables { add(variable) }
  }

  mutating func add(_ variable: Variable) {
    guard positions.updateValue(variables.count, forKey: variable.name) == nil else { return }
    variables.append(variable)
  }

  /// The variables of a notification: what sources deliver, and what Zicht fills in itself.
  static func notifications(of codebook: Codebook, builtIn: [Variable]) -> VariableScope {
    var scope = VariableScope(builtIn + codebook.variables.filter(\.isOfNotification))
    for variable in codebook.variables where !variable.isOfNotification { scope.elsewhere[variable.name] = ofCases }
    return scope
  }

  func variable(named name: String) -> Variable? { positions[name].map { variables[$0] } }

  /// The variable of this name, or a finding that says why there is none.
  func variable(_ name: String, in map: YAMLMap, line: Int) -> Variable? {
    if let variable = variable(named: name) { return variable }
    let subject = map.subject
    if let rule = later[name] {
      map.report(
        .usedBeforeDerived, at: line,
        nl: "\(subject.nl) gebruikt `\(name)`, maar die wordt pas daarna afgeleid door \(rule).",
        en: "\(subject.en) uses `\(name)`, but \(rule) derives that only later.")
    } else if let why = elsewhere[name] {
      map.report(
        .unsuitableVariable, at: line, nl: "`\(name)` in \(subject.nl) bestaat hier niet: \(why.nl).",
        en: "`\(name)` in \(subject.en) does not exist here: \(why.en).")
    } else {
      let meant = Wording.meant(name, among: variables.map(\.name))
      map.report(
        .unknownVariable, at: line, nl: "onbekende variabele `\(name)` in \(subject.nl)\(meant.nl)",
        en: "unknown variable `\(name)` in \(subject.en)\(meant.en)")
    }
    return nil
  }

  /// A category or set variable; another kind is a finding.
  func countable(_ name: String, key: String, in map: YAMLMap, line: Int) -> Variable? {
    guard let variable = variable(name, in: map, line: line) else { return nil }
    if variable.isCountable { return variable }
    map.report(
      .unsuitableVariable, at: line,
      nl:
        "`\(name)` is \(variable.kind.noun.nl); in \(map.subject.nl) past bij `\(key)` alleen een categorie of een verzameling.",
      en: "`\(name)` is \(variable.kind.noun.en); in \(map.subject.en) `\(key)` takes only a category or a set.")
    return nil
  }
}

extension Variable {
  var isCountable: Bool { kind == .category || kind == .set }

  /// A finding when neither a category nor a word for missing values has this code.
  func check(category code: String, in map: YAMLMap, line: Int, allowsMissing: Bool = true) {
    if index(ofCategory: code) != nil || (allowsMissing && Missing(word: code) != nil) { return }
    let known = categories.map(\.code) + (allowsMissing ? Missing.allCases.map(\.word) : [])
    let meant = Wording.meant(code, among: known)
    map.report(
      .unknownCategory, at: line, nl: "onbekende categorie `\(code)` van `\(name)` in \(map.subject.nl)\(meant.nl)",
      en: "unknown category `\(code)` of `\(name)` in \(map.subject.en)\(meant.en)")
  }
}

extension VariableKind {
  var noun: LocalizedText {
    switch self {
    case .category: LocalizedText(nl: "een categorie", en: "a category")
    case .set: LocalizedText(nl: "een verzameling", en: "a set")
    case .number: LocalizedText(nl: "een getal", en: "a number")
    case .date: LocalizedText(nl: "een datum", en: "a date")
    case .text: LocalizedText(nl: "vrije tekst", en: "free text")
    }
  }
}
