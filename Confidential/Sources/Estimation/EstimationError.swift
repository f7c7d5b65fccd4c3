public import Model

/// Why there is no estimate at all. A model without a maximum is not an error but an estimate that says so.
public enum EstimationError: Error, Equatable, Sendable {
  /// The model's notation cannot be read, or names lists that are not there.
  case unreadableModel(String)
  /// The method `model` was asked for without a model.
  case modelMissing
  case tooManyModels(lists: Int, order: Int)
  /// A threshold, level, order or number of replicates outside its range.
  case settingOutOfRange(String)
  /// A replicate table has a combination of lists that the data do not have.
  case unknownReplicateHistory
  /// The method is for another number of lists.
  case unsupportedLists(Int, method: EstimationMethod)
  /// With this many lists the method takes longer than a card may.
  case tooLongForCard(lists: Int, method: EstimationMethod)
  /// The method needs exact counts, and some are only known as a range.
  case needsExactCounts(EstimationMethod)
  /// The method does not choose a model, so strata cannot be estimated by it.
  case unsupportedStrata(EstimationMethod)
  /// Errors of linkage of this size cannot have made the table: counts would be negative.
  case impossibleLinkage
  /// A formula names something that is no list or covariate of the table.
  case unreadableFormula(String)
  /// A model with covariates has no unique estimate on the table.
  case noCovariateModel(String)

  /// What is wrong and what to do, in whole sentences.
  public var text: LocalizedText {
    switch self {
    case .unreadableModel(let model): Sentence.unreadableModel(model)
    case .modelMissing: Sentence.modelMissing()
    case .tooManyModels(let lists, let order): Sentence.tooManyModels(lists, order)
    case .settingOutOfRange(let name): Sentence.settingOutOfRange(name)
    case .unknownReplicateHistory: Sentence.unknownReplicateHistory()
    case .unsupportedLists(let lists, let method): Sentence.unsupportedLists(lists, method)
    case .tooLongForCard(let lists, let method): Sentence.tooLongForCard(lists, method)
    case .needsExactCounts(let method): Sentence.needsExactCounts(method)
    case .unsupportedStrata(let method): Sentence.unsupportedStrata(method)
    case .impossibleLinkage: Sentence.impossibleLinkage()
    case .unreadableFormula(let formula): Sentence.unreadableFormula(formula)
    case .noCovariateModel(let model): Sentence.noCovariateModel(model)
    }
  }
}

/// One function for each error.
private enum Sentence {
  static func unreadableModel(_ model: String) -> LocalizedText {
    LocalizedText(
      nl: "Het model \(model) is niet te lezen. Schrijf de lijsten per term met hun nummer, zoals [12,13,4].",
      en: "The model \(model) cannot be read. Write the lists of each term by number, as [12,13,4].")
  }

  static func modelMissing() -> LocalizedText {
    LocalizedText(
      nl: "Geef het model op, zoals [12,13,4].", en: "Give the model, as [12,13,4].")
  }

  static func tooManyModels(_ lists: Int, _ order: Int) -> LocalizedText {
    LocalizedText(
      nl: "Met \(lists) lijsten en termen tot \(order) lijsten zijn er te veel modellen om alle door te rekenen. "
        + "Kies stapsgewijs, een lagere orde of minder lijsten.",
      en: "With \(lists) lists and terms up to \(order) lists there are too many models to fit all. Choose stepwise "
        + "selection, a lower order or fewer lists.")
  }

  static func settingOutOfRange(_ name: String) -> LocalizedText {
    LocalizedText(
      nl: "De instelling \(name) ligt buiten het bereik dat kan.",
      en: "The setting \(name) is outside its range.")
  }

  static func unknownReplicateHistory() -> LocalizedText {
    LocalizedText(
      nl: "De opgegeven herhalingen hebben een combinatie van lijsten die niet in de tabel staat.",
      en: "The replicates given have a combination of lists that is not in the table.")
  }

  static func unsupportedLists(_ lists: Int, _ method: EstimationMethod) -> LocalizedText {
    LocalizedText(
      nl: "De methode \(method.rawValue) is er niet voor \(lists) lijsten.",
      en: "The method \(method.rawValue) is not there for \(lists) lists.")
  }

  static func tooLongForCard(_ lists: Int, _ method: EstimationMethod) -> LocalizedText {
    LocalizedText(
      nl: "De methode \(method.rawValue) duurt met \(lists) lijsten te lang voor een kaart; vraag haar apart.",
      en: "With \(lists) lists the method \(method.rawValue) takes too long for a card; ask for it by itself.")
  }

  static func needsExactCounts(_ method: EstimationMethod) -> LocalizedText {
    LocalizedText(
      nl: "De methode \(method.rawValue) vraagt aantallen die precies bekend zijn. Met aantallen als 5-9 of <5 "
        + "kunnen \(CensoredHistories.methods.map(\.rawValue).joined(separator: ", ")).",
      en: "The method \(method.rawValue) needs counts that are known exactly. With counts such as 5-9 or <5 "
        + "there are \(CensoredHistories.methods.map(\.rawValue).joined(separator: ", ")).")
  }

  static func unsupportedStrata(_ method: EstimationMethod) -> LocalizedText {
    LocalizedText(
      nl: "Dit kan niet met de methode \(method.rawValue), die niet één model kiest. Kies "
        + "\(StratifiedHistories.methods.map(\.rawValue).joined(separator: ", ")).",
      en: "This is not there for \(method.rawValue), which does not choose one model. Choose "
        + "\(StratifiedHistories.methods.map(\.rawValue).joined(separator: ", ")).")
  }

  static func impossibleLinkage() -> LocalizedText {
    LocalizedText(
      nl: "Met zo veel fouten bij het koppelen kan deze telling niet zijn ontstaan: er zouden minder dan nul "
        + "personen op een lijst staan. Neem kleinere aandelen.",
      en: "So many errors of linkage cannot have made this table: fewer than zero persons would be on one list. Take "
        + "smaller shares.")
  }

  static func unreadableFormula(_ formula: String) -> LocalizedText {
    LocalizedText(
      nl: "De formule \(formula) is niet te lezen. Noem lijsten en kenmerken bij hun naam, zoals A*B + A*geslacht.",
      en: "The formula \(formula) cannot be read. Name lists and covariates, as A*B + A*sex.")
  }

  static func noCovariateModel(_ model: String) -> LocalizedText {
    LocalizedText(
      nl: "Het model \(model) heeft bij deze telling geen schatting, of geen eenduidige. Laat kenmerken weg, voeg "
        + "klassen samen of kies --select bic.",
      en: "The model \(model) has no estimate on this table, or no unique one. Leave covariates out, merge classes "
        + "or choose --select bic.")
  }
}
