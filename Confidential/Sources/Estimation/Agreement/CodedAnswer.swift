/// What a coder wrote down about one unit.
public enum CodedAnswer: Hashable, Sendable {
  case category(String)
  case set(Set<String>)
  case number(Double)

  /// For people: members of a set in alphabetical order, joined by a plus sign.
  public var text: String {
    switch self {
    case .category(let word): word
    case .set(let members): members.sorted().joined(separator: "+")
    case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
    }
  }
}

/// How far apart two answers are: 0 for the same, larger for worse.
public enum AnswerDistance: String, CaseIterable, Sendable {
  /// 0 or 1.
  case nominal
  /// The square of the difference of two numbers.
  case interval
  /// For sets: 1 − |A ∩ B| / |A ∪ B|. Two empty sets are the same.
  case jaccard
  /// For sets: 1 − J·M with `J` Jaccard's similarity and `M` 1 for equal sets, 2/3 when one holds the other, 1/3 when
  /// they overlap, 0 when they share nothing (Passonneau 2006). A part that agrees counts for more when nothing is wrong.
  case masi

  func callAsFunction(_ first: CodedAnswer, _ second: CodedAnswer) -> Double {
    if first == second { return 0 }
    switch self {
    case .nominal: return 1
    case .interval:
      guard case (.number(let a), .number(let b)) = (first, second) else { return 1 }
      return (a - b) * (a - b)
    case .jaccard:
      guard case (.set(let a), .set(let b)) = (first, second) else { return 1 }
      return 1 - Self.similarity(a, b)
    case .masi:
      guard case (.set(let a), .set(let b)) = (first, second) else { return 1 }
      let monotonicity = a.isSubset(of: b) || b.isSubset(of: a) ? 2.0 / 3 : a.isDisjoint(with: b) ? 0 : 1.0 / 3
      return 1 - Self.similarity(a, b) * monotonicity
    }
  }

  private static func similarity(_ a: Set<String>, _ b: Set<String>) -> Double {
    let union = a.union(b).count
    return union == 0 ? 1 : Double(a.intersection(b).count) / Double(union)
  }
}
