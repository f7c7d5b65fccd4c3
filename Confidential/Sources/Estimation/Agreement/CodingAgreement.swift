/// How far two coders agree on one variable, over the units both coded.
public struct CodingAgreement: Equatable, Sendable {
  /// What the answers are.
  public enum Kind: String, Sendable { case category, set, number }

  public let variable: String
  public let kind: Kind
  /// Units with an answer of both.
  public let count: Int
  /// Units on which their answers are the same.
  public let agreed: Int
  /// For a category, and for a set as one whole answer; nil for a number.
  public let kappa: CohenKappa?
  /// With the distances that suit the kind: nominal; Jaccard and MASI; interval.
  public let alphas: [Alpha]
  /// Units on which they differ: places in the list of units.
  public let disagreements: [Int]

  /// Krippendorff's alpha with the distance it was taken by; nil where it is undefined.
  public struct Alpha: Equatable, Sendable {
    public let distance: AnswerDistance
    public let value: Double?
  }

  /// - Parameter answers: for each unit the answer of the first and of the second coder; nil for none. An answer such as
  ///   "unknown" is an answer. For a number, words that are no number are compared, and left out of alpha.
  public init(
    _ variable: String, kind: Kind, answers: [(first: CodedAnswer?, second: CodedAnswer?)]
  ) {
    self.variable = variable
    self.kind = kind
    var pairs: [(first: String, second: String)] = []
    var disagreements: [Int] = []
    for (place, answer) in answers.enumerated() {
      guard let first = answer.first, let second = answer.second else { continue }
      pairs.append((first.text, second.text))
      if first != second { disagreements.append(place) }
    }
    count = pairs.count
    agreed = pairs.count - disagreements.count
    self.disagreements = disagreements
    kappa = kind == .number ? nil : CohenKappa(pairs)
    let units = answers.map { [Self.comparable($0.first, kind), Self.comparable($0.second, kind)] }
    let distances: [AnswerDistance] =
      switch kind {
      case .category: [.nominal]
      case .set: [.jaccard, .masi]
      case .number: [.interval]
      }
    alphas = distances.map { Alpha(distance: $0, value: KrippendorffAlpha(units, distance: $0).value) }
  }

  private static func comparable(_ answer: CodedAnswer?, _ kind: Kind) -> CodedAnswer? {
    guard kind == .number else { return answer }
    if case .number = answer { return answer }
    return nil
  }

  public var share: Double? { count > 0 ? Double(agreed) / Double(count) : nil }
}
