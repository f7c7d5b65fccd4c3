public import Model

/// Why records cannot be made.
public enum ReconstructionError: Error, Equatable, Sendable {
  /// The plan names something the monitor does not know.
  case unknown(what: String, named: String, inPart: String)
  case unsuited(SelectionError, inPart: String)
  case classification(LocalizedText)
  /// The tables agree in fractions of records but the search found no whole numbers for this clique.
  case noWholeNumbers(clique: String)
  /// The linear programme itself could not be solved.
  case solverFailed(part: String)
  /// The exchange of values did not bring the imputed figure to its published numbers.
  case searchEnded(figure: String, remaining: Int)

  public var message: LocalizedText {
    switch self {
    case .unknown(let what, let name, let part):
      LocalizedText(
        nl: "In het reconstructieplan staat bij '\(part)' een onbekende \(what): '\(name)'.",
        en: "The reconstruction plan names an unknown \(what) at '\(part)': '\(name)'.")
    case .unsuited(let error, let part):
      LocalizedText(
        nl: "In het reconstructieplan bij '\(part)': \(error.message.nl).",
        en: "In the reconstruction plan at '\(part)': \(error.message.en).")
    case .classification(let message): message
    case .noWholeNumbers(let clique):
      LocalizedText(
        nl: "Voor het deel '\(clique)' zijn geen gehele aantallen gevonden; probeer een ander startgetal.",
        en: "No whole numbers were found for the part '\(clique)'; try another seed.")
    case .solverFailed(let part):
      LocalizedText(
        nl: "Het lineaire programma voor '\(part)' kon niet worden opgelost.",
        en: "The linear programme for '\(part)' could not be solved.")
    case .searchEnded(let figure, let remaining):
      LocalizedText(
        nl:
          "Figuur \(figure) kwam bij het verwisselen niet uit: nog \(remaining) verschil. Probeer een ander startgetal.",
        en: "Figure \(figure) did not come out by exchanging values: \(remaining) left. Try another seed.")
    }
  }
}
