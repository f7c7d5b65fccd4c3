import Model

/// `linkage.yaml`: how notifications are linked to persons, where the keys of partners do not say who is who.
enum LinkageFile {
  static let name = "linkage.yaml"

  /// Nil when something in it is wrong.
  static func choice(_ document: YAMLDocument, codebook: Codebook) -> LinkageChoice? {
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(name),
        keys: FolderKeys.linkage.names)
    else { return nil }
    var choice = LinkageChoice()
    var isSound = true
    if map.has("variables"), let variables = map.map("variables", keys: LinkageChoice.Evidence.allCases.map(\.rawValue))
    {
      for evidence in LinkageChoice.Evidence.allCases where variables.has(evidence.rawValue) {
        guard let named = variables.text(evidence.rawValue), let variable = codebook.variable(named: named),
          variable.kind != .set, variable.kind != .text, !variable.isDerived
        else {
          isSound = false
          variables.report(
            .unsuitableVariable, at: variables.line(of: evidence.rawValue),
            nl: "bij `\(evidence.rawValue)` hoort een variabele die wordt geleverd en één antwoord heeft.",
            en: "`\(evidence.rawValue)` takes a variable that is delivered and has one answer.")
          continue
        }
        choice.variables[evidence] = named
      }
    }
    for (key, path) in [("threshold", \LinkageChoice.threshold), ("tolerance", \LinkageChoice.tolerance)]
    where map.has(key) {
      guard let number = map.text(key).flatMap({ Double($0) }), number > 0, number < 1 else {
        isSound = false
        map.report(
          .outOfRange, at: map.line(of: key), nl: "`\(key)` is een kans tussen 0 en 1, zoals 0.5.",
          en: "`\(key)` is a chance between 0 and 1, such as 0.5.")
        continue
      }
      choice[keyPath: path] = number
    }
    return isSound ? choice : nil
  }

  /// Without linking every record of such a source would count as a person.
  static func require(for sources: [Source], _ findings: FolderFindings) {
    for source in sources where source.columns.contains(where: { $0.role == .unlinked || $0.isEncodedRow }) {
      findings.report(
        .fileMissing, name, line: nil,
        nl:
          "melder \(source.name) kent geen sleutel van personen; zonder dit bestand zou elk record als persoon tellen.",
        en: "source \(source.name) has no key of persons; without this file every record would count as a person.")
    }
  }
}

extension FolderKeys {
  static let linkage = FolderKeys(
    "linkage.yaml",
    [
      .optional(
        "variables",
        "Variables that say something about who a person is: "
          + LinkageChoice.Evidence.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
          + ", each with the name of a variable."),
      .optional("threshold", "Records are one person from this chance on; 0.5 when absent."),
      .optional("tolerance", "The share of wrong links that nobody has to look at; 0.01 when absent."),
    ])
}
