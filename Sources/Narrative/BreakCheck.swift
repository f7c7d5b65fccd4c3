internal import Disclosure
internal import Model

/// Comparisons across a break in a series: years from which the numbers are not comparable with those before.
///
/// A break belongs to the figure and goes with its numbers into changes, ratios, differences, extremes, claims, conditions
/// and words of change, through whatever is computed from them. Such a sentence has to name the break.
struct BreakCheck {
  let lookup: FigureLookup

  /// A break of a figure, as it has to be named.
  struct Crossing: Hashable {
    var figure: String
    var year: Int
    var reason: LocalizedText
  }

  func problems(in document: Document) -> [TextProblem] {
    guard lookup.tables.contains(where: { !$0.shape.breaks.isEmpty }) else { return [] }
    let parts = Prose.parts(of: document)
    return parts.flatMap(problems(in:)) + problems(inBlocksOf: parts)
  }

  private func problems(in prose: Prose) -> [TextProblem] {
    prose.evidence.flatMap { item -> [TextProblem] in
      switch item.kind {
      case .expression(let expression):
        return problems(
          crossings(in: expression.term), named(around: item, in: prose), expression.source, at: expression.at)
      case .asserted(let condition):
        return problems(crossings(in: condition), named(around: item, in: prose), condition.source, at: condition.at)
      case .branch(let branch, _) where !branch.isNegated:
        return problems(
          crossings(in: branch.condition), named(in: prose), branch.condition.source, at: branch.condition.at)
      case .branch, .quotation: return []
      }
    }
  }

  /// Choices between blocks name a break anywhere within.
  private func problems(inBlocksOf parts: [Prose]) -> [TextProblem] {
    var conditions: [(condition: ParsedCondition, named: Set<String>)] = []
    for part in parts {
      for branch in part.conditions {
        if let index = conditions.firstIndex(where: { $0.condition.at == branch.condition.at }) {
          conditions[index].named.formUnion(named(in: part))
        } else {
          conditions.append((branch.condition, named(in: part)))
        }
      }
    }
    return conditions.flatMap {
      problems(crossings(in: $0.condition), $0.named, $0.condition.source, at: $0.condition.at)
    }
  }

  private func problems(_ crossings: [Crossing], _ named: Set<String>, _ source: String, at: Int) -> [TextProblem] {
    crossings.filter { !Self.isNamed($0, in: named) }.map { crossing in
      TextProblem(
        .seriesBreak, at: at,
        nl:
          "`\(source)` vergelijkt over een breuk heen: \(crossing.figure) is vanaf \(crossing.year) niet te vergelijken met "
          + "eerder. \(crossing.reason.nl)",
        en:
          "`\(source)` compares across a break: from \(crossing.year) \(crossing.figure) is not comparable with before. "
          + crossing.reason.en)
    }
  }

  // MARK: What is named

  private static func isNamed(_ crossing: Crossing, in named: Set<String>) -> Bool {
    let figure = Call.plainFigure(crossing.figure)
    return named.contains(figure) || named.contains("\(figure) \(crossing.year)")
  }

  /// Breaks that a sentence names; `figure` for all of one with a single break.
  func named(in prose: Prose, where fits: (Evidence) -> Bool = { _ in true }) -> Set<String> {
    var named: Set<String> = []
    for item in prose.evidence where fits(item) {
      guard case .expression(let expression) = item.kind, case .call(let call) = expression.term,
        call.function == .seriesBreak
      else { continue }
      let year = call.keys.count > 1 ? " " + call.keys[1].text : ""
      named.insert(Call.plainFigure(call.keys[0].text) + year)
    }
    return named
  }

  /// In the sentence or, for a claim between two, in either.
  private func named(around item: Evidence, in prose: Prose) -> Set<String> {
    let sentences = prose.sentenceBounds.filter { $0.contains(item.at) }
    return named(in: prose) { other in sentences.contains { $0.contains(other.at) } }
  }

  /// Whether two cells are on one side of every break, but for those a sentence names.
  func mayCompare(_ first: Call, _ second: Call, naming named: Set<String>) -> Bool {
    between(.call(first), .call(second)).allSatisfy { Self.isNamed($0, in: named) }
  }

  // MARK: What is crossed

  func crossings(in condition: ParsedCondition) -> [Crossing] {
    unique(
      condition.parts.flatMap { part -> [Crossing] in
        switch part {
        case .delivered: []
        case .verdict(let term, _, _, _), .bare(let term, _, _): crossings(in: term)
        case .comparison(let left, _, let right, _):
          crossings(in: left) + crossings(in: right) + between(left, right)
        }
      })
  }

  func crossings(in term: Term) -> [Crossing] {
    switch term {
    case .literal: return []
    case .negated(let inner): return crossings(in: inner)
    case .operation(let operation, let left, let right, _):
      let own = operation == .subtract || operation == .divide ? between(left, right) : []
      return unique(crossings(in: left) + crossings(in: right) + own)
    case .call(let call): return unique(call.terms.flatMap { crossings(in: $0) } + crossings(in: call))
    }
  }

  private func crossings(in call: Call) -> [Crossing] {
    switch call.function {
    case .ratio, .min, .max, .mean,
      .change where call.keys.isEmpty, .difference where call.keys.isEmpty:
      return call.terms.indices.flatMap { first in
        call.terms[(first + 1)...].flatMap { between(call.terms[first], $0) }
      }
    case .change, .difference:
      return crossings(Set(Call.years(in: call.keys[2].text)), Set(Call.years(in: call.keys[3].text)), figures: [call])
    default:
      let years = yearsCompared(in: call)
      return crossings(years, years, figures: [call], isOneRange: true)
    }
  }

  /// Years that a call compares with each other by itself: its range, or all years up to its own.
  private func yearsCompared(in call: Call) -> Set<Int> {
    switch call.function {
    case .lowest, .highest: return call.ownYears
    case .years: return call.keys.count == 3 && !call.keys[1].text.contains(">") ? call.ownYears : []
    case .lowestSince, .highestSince:
      guard let year = call.ownYears.max(), let shape = try? lookup.table(call.keys[0]).shape else { return [] }
      return Set(shape.columns.compactMap { $0.key.count == 4 ? Int($0.key) : nil }.filter { $0 <= year })
    default: return []
    }
  }

  /// Between two terms of other years; what both hold alike is not compared.
  func between(_ left: Term, _ right: Term) -> [Crossing] {
    crossings(left.years, right.years, figures: left.everyCall + right.everyCall)
  }

  private func crossings(
    _ left: Set<Int>, _ right: Set<Int>, figures calls: [Call], isOneRange: Bool = false
  ) -> [Crossing] {
    guard isOneRange || left != right else { return [] }
    let figures = Set(calls.compactMap { $0.keys.first?.text }.map(Call.plainFigure))
    var found: [Crossing] = []
    for table in lookup.tables where figures.contains(Call.plainFigure(table.shape.figure)) {
      for one in table.shape.breaks {
        let isCrossed = left.contains { first in
          right.contains { min(first, $0) < one.year && one.year <= max(first, $0) }
        }
        if isCrossed { found.append(Crossing(figure: table.shape.figure, year: one.year, reason: one.reason)) }
      }
    }
    return found
  }

  private func unique(_ crossings: [Crossing]) -> [Crossing] {
    var seen: Set<Crossing> = []
    return crossings.filter { seen.insert($0).inserted }
  }
}

extension Prose {
  /// The characters of each sentence, from the end of the one before to the beginning of the one behind.
  var sentenceBounds: [ClosedRange<Int>] {
    var bounds: [ClosedRange<Int>] = []
    var start = 0
    for index in words.indices where words[index].endsSentence || index == words.count - 1 {
      let end = index + 1 < words.count ? words[index + 1].range.lowerBound : text.count
      bounds.append(start...max(start, end))
      start = words[index].range.upperBound
    }
    return bounds.isEmpty ? [0...text.count] : bounds
  }
}
