public import Model

extension PublishedCard {
  /// How far the estimate moves when what cannot be tested, or was decided, had been otherwise.
  public struct Sensitivity: Equatable, Sendable {
    public let estimate: Double
    public let groups: [Group]
    public let consistency: [Consistency]
    /// The overlap that would halve the interval; nil when no overlap would.
    public let neededOverlap: NeededOverlap?

    /// Changes of one kind.
    public struct Group: Equatable, Sendable {
      /// A name that stays: `without-list`.
      public let name: String
      public let title: LocalizedText
      /// Why the change is looked at.
      public let explanation: LocalizedText
      public let changes: [Change]
    }

    /// One change and the estimate after it, in persons; nil where it gives none.
    public struct Change: Equatable, Sendable {
      public let change: LocalizedText
      public let estimate: Double?
    }

    /// A list as a population of known size, estimated from the others.
    public struct Consistency: Equatable, Sendable {
      public let list: String
      public let known: CellValue
      public let estimate: Double?
    }

    /// The overlap there is, and the overlap that would do, in persons.
    public struct NeededOverlap: Equatable, Sendable {
      /// Persons on two lists or more.
      public let now: CellValue
      /// How many it would take, the lists being as long as they are.
      public let needed: Double
    }
  }

  /// What the card of an edition is about.
  public struct Subject: Equatable, Sendable {
    /// Of the plan.
    public let name: String
    public let title: LocalizedText
    public let years: ClosedRange<Int>
    /// The years as they are printed: `2010-2015`.
    public let period: String
    /// Who is estimated.
    public let population: LocalizedText
    /// Said when the lists are about other years than the edition.
    public let periodNote: LocalizedText?
    /// When the same person counts again.
    public let countedOnce: LocalizedText
    public let origin: Origin
    /// The code of each variable of the stratum; empty for the whole.
    public let stratum: [String: String]
    public let merged: [Merge]
    public let dropped: [String]
    /// The lists left out by what they are called; empty without any.
    public let droppedLabels: LocalizedText
    /// What the lists are called among people, by their name on the card.
    public let listLabels: [String: LocalizedText]
    /// Cases without a key or with unknown lists.
    public let leftOut: CellValue
    public let replicates: Int
    public let seed: UInt64
    public let notes: [LocalizedText]
    /// What others published about the same people.
    public let comparisons: [Comparison]

    /// A number a year that was published about the same people.
    public struct Comparison: Equatable, Sendable {
      public let label: LocalizedText
      /// The years as they are printed.
      public let period: String
      /// Persons a year.
      public let persons: ClosedRange<Int>
      public let source: String
      /// What differs, in a sentence.
      public let difference: LocalizedText
    }

    /// Where the lists come from.
    public enum Origin: Equatable, Sendable {
      /// A file in the folder of the monitor.
      case table(file: String)
      /// The categories of a variable of the cases.
      case cases(variable: String, label: LocalizedText)
    }

    /// Lists made into one.
    public struct Merge: Equatable, Sendable {
      public let name: String
      public let lists: [String]
      /// The new list, and those it is made of, by what they are called.
      public let label, members: LocalizedText
    }
  }
}
