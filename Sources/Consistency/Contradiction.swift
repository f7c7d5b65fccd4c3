package import Model

/// Numbers that cannot all be right, with the cells, what was to be expected and a sentence that says so.
package struct Contradiction: Equatable, Sendable {
  package var report: String
  /// The figure that most likely has to change.
  package var figure: String
  /// What kind of rule it breaks.
  package var kind: Kind
  package var severity: Severity
  /// The cell that is off first, then those that say so.
  package var cells: [TableCell]
  /// What follows from the other cells.
  package var expected: String
  /// What is printed.
  package var published: String
  /// What is off, where, and what would mend it; for readers.
  package var sentence: LocalizedText
  /// How sure it is that the first cell is the one that is wrong; nil where the rule names one cell by itself.
  package var certainty: Certainty?
  /// The claims that say the same.
  package var claims: [String] = []
  /// Where in a text it stands, for what a text says.
  package var passage: Passage?

  /// A sentence of a text.
  package struct Passage: Equatable, Sendable {
    package var file: String
    /// From 1 on.
    package var line: Int
    package var quote: String
  }

  /// Raw values as of `Kind`.
  package enum Certainty: String, CaseIterable, Sendable {
    /// No other number, or no other pair of numbers, mends what is off.
    case only
    /// Others would mend it too; digits, or the rest of the table, speak for this one.
    case likely
    /// One of several cells; nothing tells which.
    case open
  }

  /// Raw values are those of the JSON answer, a promise to programs.
  package enum Kind: String, CaseIterable, Sendable {
    /// Parts against their total.
    case sum
    /// The same quantity printed differently in two figures.
    case crossFigure = "cross-figure"
    case bound, rank, percentage, plausibility
    /// The n of a title.
    case base
    case claim
    /// A number that cannot be what it counts: below zero, half a person, a share above a hundred.
    case impossible
    /// A cumulative series that falls, a total that does not grow by its parts.
    case series
    /// A mean that no whole numbers have.
    case mean
    /// Classes that leave a number out or have one twice.
    case classes
    /// One place with two numbers.
    case double
    /// A sentence that no reading of the tables bears.
    case text
    /// A quantity that another report prints with another number.
    case revision
    /// Numbers of several relations that cannot all be true, though each relation by itself can.
    case joint
    /// What could not be read, or only in a way that has to be said.
    case reading
  }

  /// How sure it is that something is wrong; raw values as of `Kind`.
  package enum Severity: String, CaseIterable, Sendable {
    case error
    /// Off by no more than one in the last printed digit.
    case rounding
    /// True of another population or definition than the one that is named.
    case definition
    /// Possible, but worth a look.
    case note
  }
}
