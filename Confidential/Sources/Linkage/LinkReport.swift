public import Model

/// What linking did, in numbers without persons.
public struct LinkReport: Equatable, Sendable {
  package var notifications: Int
  /// Notifications that came without a person (the count-only lane): they form no case.
  package var withoutPerson: Int
  package var cases: Int
  package var persons: Int
  /// For each combination that takes the first known value, in the order of the plan.
  package var conflicts: [Conflict]

  /// Notifications about someone who had a case in the same year already.
  package var repeats: Int { notifications - withoutPerson - cases }

  /// Cases in which notifications gave different known values and the first was taken.
  public struct Conflict: Equatable, Sendable {
    package var variable: String
    package var cases: Int
    package init(variable: String, cases: Int) {
      self.variable = variable
      self.cases = cases
    }
  }

  package init(notifications: Int, withoutPerson: Int, cases: Int, persons: Int, conflicts: [Conflict]) {
    self.notifications = notifications
    self.withoutPerson = withoutPerson
    self.cases = cases
    self.persons = persons
    self.conflicts = conflicts
  }
}

/// Why notifications cannot be linked by a plan.
public enum LinkError: Error, Equatable, Sendable {
  /// The notifications have no such variable.
  case unknownVariable(String)
  /// The method makes no sense for this kind of variable, such as the union of numbers.
  case unsuited(variable: String, method: LinkPlan.Method)
  /// A set cannot hold as many categories as the variable has.
  case tooManyCategories(variable: String)

  /// One sentence that names the variable. Names come from the monitor folder.
  public var message: LocalizedText {
    switch self {
    case .unknownVariable(let name):
      LocalizedText(
        nl: "De koppeling noemt de variabele '\(name)', maar de meldingen hebben die niet.",
        en: "Linking names the variable '\(name)', but the notifications do not have it.")
    case .unsuited(let name, let method):
      LocalizedText(
        nl: "De methode '\(method.rawValue)' past niet bij de soort van de variabele '\(name)'.",
        en: "The method '\(method.rawValue)' does not suit the kind of the variable '\(name)'.")
    case .tooManyCategories(let name):
      LocalizedText(
        nl: "De variabele '\(name)' heeft meer dan \(SetMask.limit) categorieën en kan geen verzameling worden.",
        en: "The variable '\(name)' has more than \(SetMask.limit) categories and cannot become a set.")
    }
  }
}
