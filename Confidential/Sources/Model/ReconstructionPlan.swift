/// How records are made that reproduce published tables: `reconstruction.yaml` in the folder of a monitor.
///
/// The joint table of all variables is far too large to solve for. The plan takes it apart into small tables, *cliques*,
/// that each hold the variables some figures need, and says on which variables a clique joins an earlier one. Tables that
/// agree on what they share can always be extended to whole records (the junction tree), so solving the small tables
/// together is as good as solving the large one.
public struct ReconstructionPlan: Equatable, Sendable {
  /// What was reconstructed from what, for whoever opens the deliveries.
  public var reason: LocalizedText
  public var source: String
  /// One word that stands in every row of every delivery made: reconstructed.
  public var mark: LocalizedText
  /// In the order in which they are joined; the first of a population joins nothing.
  package var cliques: [Clique]
  /// Numbers from the running text, and assumptions, as linear statements about one clique.
  public var statements: [Statement]
  /// Published cells that look misprinted; departing from them is thought cheaper.
  package var doubts: [Doubt]
  /// Values of one clique that are exchanged between records until figures with imputed values come out.
  package var searches: [Search]
  /// Answers that follow from others, such as a sector that does not apply.
  public var fills: [Fill]
  /// Numbers that some records share, such as that of a situation about which two persons speak.
  public var shared: [SharedNumber]
  /// Answers only notifications carry, such as consent.
  public var notifications: [NotificationDraw]

  public init(
    reason: LocalizedText, source: String, mark: LocalizedText, cliques: [Clique], statements: [Statement] = [],
    doubts: [Doubt] = [], searches: [Search] = [], fills: [Fill] = [], shared: [SharedNumber] = [],
    notifications: [NotificationDraw] = []
  ) {
    self.reason = reason
    self.source = source
    self.mark = mark
    self.cliques = cliques
    self.statements = statements
    self.doubts = doubts
    self.searches = searches
    self.fills = fills
    self.shared = shared
    self.notifications = notifications
  }

  /// The clique of that name; nil when there is none.
  public func clique(named name: String) -> Clique? { cliques.first { $0.name == name } }

  /// A small table: every combination of the values of its domains is a cell with a prototype record.
  public struct Clique: Equatable, Sendable {
    public var name: String
    public var reason: LocalizedText
    public var source: String
    package var domains: [Domain]
    /// Nil: the clique starts a population of records of its own.
    package var join: Join?
    /// Variables whose value a record takes from this clique; prototypes that agree on these and on the join are one cell.
    package var assigned: [String]
    /// Members a record's set receives besides those it has.
    package var additions: [Addition]
    /// Figures counted over this clique, among others.
    public var figures: [String]
    /// Cells that stay empty.
    package var forbidden: [Condition]
    /// How likely cells are before the tables are looked at; factors of all that hold are multiplied.
    public var weights: [Weight]
    /// Variables of which every value in the domain occurs at least once.
    package var exhausted: [Exhaustion]

    public init(
      name: String, reason: LocalizedText, source: String, domains: [Domain], join: Join?, assigned: [String],
      additions: [Addition] = [], figures: [String] = [], forbidden: [Condition] = [], weights: [Weight] = [],
      exhausted: [Exhaustion] = []
    ) {
      self.name = name
      self.reason = reason
      self.source = source
      self.domains = domains
      self.join = join
      self.assigned = assigned
      self.additions = additions
      self.figures = figures
      self.forbidden = forbidden
      self.weights = weights
      self.exhausted = exhausted
    }
  }

  /// The values of one variable in a clique.
  public struct Domain: Equatable, Sendable {
    public var variable: String
    public var values: Values

    /// Which values are looked at.
    public enum Values: Equatable, Sendable {
      /// Category codes, `Missing` words, numbers, ranges `18..22`, sets `a+b`, `none`; `all` is every category.
      case listed([String])
      /// Every subset of these categories with a size in this range, and these values besides.
      case subsets(of: [String], sizes: ClosedRange<Int>, besides: [String])
    }

    public init(variable: String, values: Values) {
      self.variable = variable
      self.values = values
    }
  }

  /// How records of an earlier clique get the values of this one.
  public struct Join: Equatable, Sendable {
    /// Name of an earlier clique.
    public var clique: String
    /// What both agree on: variables, given or derived, and conditions.
    public var keys: [Key]
    /// Only records for which this holds take part; nil: all.
    public var among: Condition?

    public init(clique: String, keys: [Key], among: Condition? = nil) {
      self.clique = clique
      self.keys = keys
      self.among = among
    }
  }

  /// What two cliques agree on.
  public enum Key: Equatable, Sendable {
    case variable(String)
    case condition(Condition)
  }

  /// Categories that a set gets beside those it is given.
  public struct Addition: Equatable, Sendable {
    public var variable: String
    public var categories: [String]
    public init(variable: String, categories: [String]) {
      self.variable = variable
      self.categories = categories
    }
  }

  /// Every value of the variable that occurs in a cell for which the condition holds, has at least one record.
  public struct Exhaustion: Equatable, Sendable {
    public var variable: String
    public var condition: Condition
    public init(variable: String, condition: Condition) {
      self.variable = variable
      self.condition = condition
    }
  }

  /// How much likelier than others the cells are for which the condition holds, before any table is looked at.
  public struct Weight: Equatable, Sendable {
    public var condition: Condition
    public var factor: Double
    public init(condition: Condition, factor: Double) {
      self.condition = condition
      self.factor = factor
    }
  }

  /// A number that is not in a table of the monitor: from the running text, or assumed.
  public struct Statement: Equatable, Sendable {
    public var name: String
    public var reason: LocalizedText
    public var source: String
    public var clique: String
    public var condition: Condition
    public var claim: Claim

    /// What is said of the records.
    public enum Claim: Equatable, Sendable {
      /// So many records satisfy the condition.
      case count(ClosedRange<Int>)
      /// Of the records for which `of` holds, this part satisfies the condition too, printed in per cent.
      case share(of: Condition, scaledPercent: Int, decimals: Int)
    }

    public init(
      name: String, reason: LocalizedText, source: String, clique: String, condition: Condition, claim: Claim
    ) {
      self.name = name
      self.reason = reason
      self.source = source
      self.clique = clique
      self.condition = condition
      self.claim = claim
    }
  }

  /// A published cell that is departed from at half the cost of others, with the reason.
  public struct Doubt: Equatable, Sendable {
    public var figure: String
    public var row: String
    public var column: String
    public var reason: LocalizedText
    public var source: String
    public init(figure: String, row: String, column: String, reason: LocalizedText, source: String) {
      self.figure = figure
      self.row = row
      self.column = column
      self.reason = reason
      self.source = source
    }
  }

  /// A figure over imputed values, reached by exchanging assigned values between records.
  public struct Search: Equatable, Sendable {
    /// The clique whose assigned values are exchanged between records that agree on its join.
    public var clique: String
    /// Name of the impute rule.
    public var rule: String
    /// Figure whose published cells must come out.
    public var figure: String
    public init(clique: String, rule: String, figure: String) {
      self.clique = clique
      self.rule = rule
      self.figure = figure
    }
  }

  /// A value that records get for which a condition holds, after everything else.
  public struct Fill: Equatable, Sendable {
    public var variable: String
    public var condition: Condition
    /// A category code, `a+b`, a number or a `Missing` word.
    public var value: String
    public init(variable: String, condition: Condition, value: String) {
      self.variable = variable
      self.condition = condition
      self.value = value
    }
  }

  /// A variable of notifications that no case variable gives: drawn for each notification.
  public struct NotificationDraw: Equatable, Sendable {
    public var variable: String
    public var reason: LocalizedText
    public var source: String
    /// The first whose condition holds for the case.
    public var cases: [Case]

    /// Chances for the cases for which a condition holds.
    public struct Case: Equatable, Sendable {
      public var condition: Condition
      public var values: [Chance]
      public init(condition: Condition, values: [Chance]) {
        self.condition = condition
        self.values = values
      }
    }

    /// A value and how likely it is.
    public struct Chance: Equatable, Sendable {
      /// A category code or a `Missing` word.
      public var value: String
      /// Against the sum of the weights of the case.
      public var weight: Int
      public init(value: String, weight: Int) {
        self.value = value
        self.weight = weight
      }
    }

    public init(variable: String, reason: LocalizedText, source: String, cases: [Case]) {
      self.variable = variable
      self.reason = reason
      self.source = source
      self.cases = cases
    }
  }
}
