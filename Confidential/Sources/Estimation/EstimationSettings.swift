public import Model

/// How an estimate and its intervals are made.
public struct EstimationSettings: Sendable {
  /// Confidence levels of the intervals.
  public var levels: [Double]
  /// Which intervals are made, where the method has them.
  public var intervals: [EstimateInterval.Kind]
  /// Tail probability below which a pair enters stepwise.
  public var threshold: Double
  /// The largest number of lists in a term of the models that are ranked.
  public var order: Int
  /// The generators of the model for `EstimationMethod.model`, as `[123,25,34]`.
  public var model: String?
  public var replicates: Int
  /// When a limit is saturated, replicates are added up to this many; the same as `replicates` to forbid it.
  public var maximumReplicates: Int
  public var seed: UInt64
  public var threads: Int
  public var ties: TieRule
  /// Replicates that are given instead of drawn.
  public var tables: ReplicateTables?
  public var progress: ProgressSink?

  public init(
    levels: [Double] = [0.8, 0.95], intervals: [EstimateInterval.Kind] = [.bca], threshold: Double = 0.02,
    order: Int = 2, model: String? = nil, replicates: Int = 1000, maximumReplicates: Int = 16_000, seed: UInt64,
    threads: Int = 1, ties: TieRule = .midRank, tables: ReplicateTables? = nil, progress: ProgressSink? = nil
  ) {
    self.levels = levels
    self.intervals = intervals
    self.threshold = threshold
    self.order = order
    self.model = model
    self.replicates = replicates
    self.maximumReplicates = maximumReplicates
    self.seed = seed
    self.threads = threads
    self.ties = ties
    self.tables = tables
    self.progress = progress
  }
}

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

  public var text: LocalizedText {
    switch self {
    case .unreadableModel(let model):
      LocalizedText(
        nl: "Het model \(model) is niet te lezen. Schrijf de lijsten per term met hun nummer, zoals [12,13,4].",
        en: "The model \(model) cannot be read. Write the lists of each term by number, as [12,13,4].")
    case .modelMissing:
      LocalizedText(
        nl: "Geef het model op, zoals [12,13,4].", en: "Give the model, as [12,13,4].")
    case .tooManyModels(let lists, let order):
      LocalizedText(
        nl: "Met \(lists) lijsten en termen tot \(order) lijsten zijn er te veel modellen om alle door te rekenen. "
          + "Kies stapsgewijs, een lagere orde of minder lijsten.",
        en: "With \(lists) lists and terms up to \(order) lists there are too many models to fit all. Choose stepwise "
          + "selection, a lower order or fewer lists.")
    case .settingOutOfRange(let name):
      LocalizedText(
        nl: "De instelling \(name) ligt buiten het bereik dat kan.",
        en: "The setting \(name) is outside its range.")
    case .unknownReplicateHistory:
      LocalizedText(
        nl: "De opgegeven herhalingen hebben een combinatie van lijsten die niet in de tabel staat.",
        en: "The replicates given have a combination of lists that is not in the table.")
    case .unsupportedLists(let lists, let method):
      LocalizedText(
        nl: "De methode \(method.rawValue) is er niet voor \(lists) lijsten.",
        en: "The method \(method.rawValue) is not there for \(lists) lists.")
    case .tooLongForCard(let lists, let method):
      LocalizedText(
        nl: "De methode \(method.rawValue) duurt met \(lists) lijsten te lang voor een kaart; vraag haar apart.",
        en: "With \(lists) lists the method \(method.rawValue) takes too long for a card; ask for it by itself.")
    case .needsExactCounts(let method):
      LocalizedText(
        nl: "De methode \(method.rawValue) vraagt aantallen die precies bekend zijn. Met aantallen als 5-9 of <5 "
          + "kunnen \(CensoredHistories.methods.map(\.rawValue).joined(separator: ", ")).",
        en: "The method \(method.rawValue) needs counts that are known exactly. With counts such as 5-9 or <5 "
          + "there are \(CensoredHistories.methods.map(\.rawValue).joined(separator: ", ")).")
    default: modelText
    }
  }

  private var modelText: LocalizedText {
    switch self {
    case .unsupportedStrata(let method):
      LocalizedText(
        nl: "Dit kan niet met de methode \(method.rawValue), die niet één model kiest. Kies "
          + "\(StratifiedHistories.methods.map(\.rawValue).joined(separator: ", ")).",
        en: "This is not there for \(method.rawValue), which does not choose one model. Choose "
          + "\(StratifiedHistories.methods.map(\.rawValue).joined(separator: ", ")).")
    case .impossibleLinkage:
      LocalizedText(
        nl: "Met zo veel fouten bij het koppelen kan deze telling niet zijn ontstaan: er zouden minder dan nul "
          + "personen op een lijst staan. Neem kleinere aandelen.",
        en: "So many errors of linkage cannot have made this table: fewer than zero persons would be on one list. Take "
          + "smaller shares.")
    case .unreadableFormula(let formula):
      LocalizedText(
        nl: "De formule \(formula) is niet te lezen. Noem lijsten en kenmerken bij hun naam, zoals A*B + A*geslacht.",
        en: "The formula \(formula) cannot be read. Name lists and covariates, as A*B + A*sex.")
    case .noCovariateModel(let model):
      LocalizedText(
        nl: "Het model \(model) heeft bij deze telling geen schatting, of geen eenduidige. Laat kenmerken weg, voeg "
          + "klassen samen of kies --select bic.",
        en: "The model \(model) has no estimate on this table, or no unique one. Leave covariates out, merge classes "
          + "or choose --select bic.")
    default: LocalizedText("")
    }
  }
}
