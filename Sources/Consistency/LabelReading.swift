/// Whether a label stands for a total over its dimension: `Totaal`, `alle vormen`.
package func isWholeLabel(_ label: String) -> Bool { Label(label).isWhole }

/// Whether a label stands for a year or several: `2015`, `2015-2019`.
package func isPeriod(_ label: String) -> Bool { Period(label) != nil }

/// The years of a label, in order; nil when it stands for none.
package func years(of label: String) -> [Int]? { Period(label)?.years }

/// Whether numbers of this unit and measure may be added up: persons, not shares, ranks or means.
package func countsThings(unit: String, measure: String) -> Bool { Block.isCount(unit: unit, measure: measure) }
