package import Model

/// What a text says about the tables of its report: what agrees, what cannot be true, and what nothing ties to them.
package struct TextCheck {
  package private(set) var contradictions: [Contradiction] = []
  package private(set) var accounts: [TextAccount] = []

  private let tables: TextTables
  private let report: String

  /// Sentences before one that may say what it leaves out. A decision.
  private static let memory = 3

  /// - Parameters:
  ///   - texts: In the order of their files.
  ///   - report: The tables they are about.
  package init(_ texts: [ReportText], against report: PublishedReport) {
    self.report = report.name
    tables = texts.isEmpty ? TextTables(PublishedReport(name: report.name, cells: [])) : TextTables(report)
    for text in texts { read(text) }
  }

  private mutating func read(_ text: ReportText) {
    var account = TextAccount(file: text.file)
    let decimal = text.decimalMark
    var before: [TextSentenceReading] = []
    var heading: TextSentenceReading?
    for sentence in text.sentences {
      let reading = TextSentenceReading(
        sentence, tables: tables, decimal: decimal, after: (heading.map { [$0] } ?? []) + before)
      if sentence.isHeading {
        (heading, before) = (reading, [])
        continue
      }
      account.sentences += 1
      judge(reading, before, &account)
      before = (before + [reading]).suffix(Self.memory)
    }
    accounts.append(account)
  }

  // MARK: - A sentence

  private mutating func judge(
    _ reading: TextSentenceReading, _ before: [TextSentenceReading], _ account: inout TextAccount
  ) {
    let figures = tables.figures.indices.map { FigureWords($0, in: tables, reading) }
    let words = relevant(figures)
    let explanation = NumberExplanation(tables, words)
    let search = DoubtSearch(tables: tables, words: words, reading: reading)
    var (doubts, ties): ([NumberDoubt], [Int?]) = ([], [])
    var untied = 0
    for (place, number) in reading.numbers.enumerated() {
      let tied = explanation.figure(giving: number)
      ties.append(tied?.cell)
      if let tied, let doubt = referredDoubt(number, giving: words[tied.words], reading, words, place) {
        doubts.append(doubt)
      } else if let tied {
        if words[tied.words].isNamed || !words[tied.words].subjectWords.isEmpty {
          account.agreeing += 1
        } else {
          untied += 1
        }
        continue
      }
      let others = reading.numbers.enumerated().filter { $0.offset != place }.map(\.element) + reading.earlier
      if !reading.isQuestion, !NumberExplanation.isGiven(number, by: others, isChange: search.isChange),
        let doubt = search.doubt(number, alignment: alignments(reading, words, place))
      {
        doubts.append(doubt)
      } else {
        untied += 1
      }
    }
    let sums = SentenceSum(tables: tables, reading: reading, cells: ties)
    for place in ties.indices where ties[place] == nil && !reading.isHedged {
      let number = reading.numbers[place]
      guard explanation.figure(giving: number) == nil, !doubts.contains(where: { $0.number == number }) else {
        continue
      }
      if let doubt = sums.doubt(place) { (doubts, untied) = (doubts + [doubt], untied - 1) }
    }
    account.numbers += reading.numbers.count
    if !reading.numbers.isEmpty { account.withNumbers += 1 }
    if untied > 0 { account.untied.append((reading.sentence.line, untied, reading.sentence.text)) }
    account.untiedNumbers += untied
    report(reading, figures, words, doubts, &account)
  }

  /// A doubt about a number that another figure gives, where the figure that the sentence refers to has a number at the
  /// very place of which this one is a slip of the hand.
  private func referredDoubt(
    _ number: TextNumber, giving: FigureWords, _ reading: TextSentenceReading, _ words: [FigureWords], _ place: Int
  ) -> NumberDoubt? {
    let referred = words.filter(\.isReferred)
    guard !referred.isEmpty, !giving.isReferred, number.softening == .none, number.printedDigits >= 3,
      !number.isPercent, !reading.isHedged, isBesideReference(place, reading),
      !NumberExplanation(tables, referred).isCell(giving: number)
    else { return nil }
    let search = DoubtSearch(tables: tables, words: referred, reading: reading)
    guard let doubt = search.doubt(number, alignment: alignments(reading, referred, place)),
      doubt.slip == .swapped || doubt.slip == .digit, doubt.score >= Self.leastReferred
    else { return nil }
    return doubt
  }

  /// How firmly a figure that is referred to has to bind a number that another figure gives. A decision.
  private static let leastReferred = 3.6

  /// Whether no other number stands between a number and the reference.
  private func isBesideReference(_ place: Int, _ reading: TextSentenceReading) -> Bool {
    let own = reading.numbers[place].tokens
    return reading.referencePlaces.contains { reference in
      reading.numbers.indices.allSatisfy { other in
        let between = reading.numbers[other].tokens.lowerBound
        return other == place || !(min(own.lowerBound, reference)...max(own.lowerBound, reference)).contains(between)
      }
    }
  }

  /// Figures of which the sentence names something.
  private func relevant(_ figures: [FigureWords]) -> [FigureWords] {
    let all = figures.filter { $0.isNamed || $0.isNamedBefore || !$0.subjectWords.isEmpty }
    return all.filter(\.isNamed) + all.filter { !$0.isNamed }
  }

  /// By figure and axis, the label that a number takes turns with.
  private func alignments(
    _ reading: TextSentenceReading, _ words: [FigureWords], _ place: Int
  ) -> [Int: [Int: Int]] {
    let alike = reading.numbers.enumerated().filter { $0.element.isPercent == reading.numbers[place].isPercent }
    guard alike.count > 1 else { return [:] }
    var result: [Int: [Int: Int]] = [:]
    for each in words {
      for axis in each.named.indices where each.named[axis].count > 1 {
        let pairs = LabelAlignment(alike.map { ($0.offset, $0.element) }, axis, each)?.pairs ?? []
        if let pair = pairs.first(where: { $0.number == place }) {
          result[each.figureNumber, default: [:]][axis] = pair.label
        }
      }
    }
    return result
  }

  private mutating func report(
    _ reading: TextSentenceReading, _ figures: [FigureWords], _ words: [FigureWords], _ doubts: [NumberDoubt],
    _ account: inout TextAccount
  ) {
    let wording = TextWording(file: account.file, reading: reading, tables: tables, report: report)
    var found: [Contradiction] = []
    // Several doubts in one sentence are more likely a sentence about something else.
    if let first = doubts.max(by: { $0.score < $1.score }), doubts.count == 1 || first.score >= NumberBinding.least + 1
    {
      found.append(wording.contradiction(first))
    }
    account.untiedNumbers += doubts.count - found.count
    let claims = WordClaims(tables: tables, words: words, reading: reading)
    if found.isEmpty, let swap = claims.swap() {
      found.append(wording.contradiction(swap))
    } else if found.isEmpty, !reading.isHedged {
      let spoken = SpokenClaims(tables: tables, words: words, reading: reading)
      let changes = ChangeClaims(tables: tables, figures: figures, reading: reading)
      let steps = ChangeSteps(tables: tables, figures: figures, reading: reading)
      let ranks = RankClaims(tables: tables, words: words, reading: reading)
      let comparisons = ComparisonClaims(tables: tables, words: words, reading: reading)
      if let turned = changes.turned() {
        found.append(wording.contradiction(turned))
      } else if let turned = steps.turned() {
        found.append(wording.contradiction(turned))
      } else if let wrong = steps.wrongSize() ?? steps.wrongEnd() {
        found.append(wording.contradiction(wrong))
      } else if let misprint = changes.misprint() {
        found.append(wording.contradiction(misprint))
      } else if let sum = NamedSum(tables: tables, words: words, reading: reading).doubt() {
        found.append(wording.contradiction(sum))
      } else if let size = changes.size() ?? changes.sizeOfBefore() {
        found.append(wording.contradiction(size))
      } else if let direction = claims.direction() {
        found.append(wording.contradiction(direction))
      } else if let doubt = spoken.doubt() {
        found.append(wording.contradiction(doubt))
      } else if let extreme = claims.extreme() {
        found.append(wording.contradiction(extreme))
      } else if let other = ranks.ofOther() {
        found.append(wording.contradiction(other))
      } else if let compared = comparisons.turned() {
        found.append(wording.contradiction(compared))
      } else if let share = CountedShares(tables: tables, figures: figures, reading: reading).doubt() {
        found.append(wording.contradiction(share))
      } else if let misprint = ranks.misprint() {
        found.append(wording.contradiction(misprint))
      } else if let year = changes.otherYear() {
        found.append(wording.contradiction(year))
      }
    }
    account.contradicted += found.count
    contradictions += found
  }
}

extension TextSentenceReading {
  var isQuestion: Bool { sentence.text.hasSuffix("?") }
}

/// What was read of a text and what became of its numbers.
package struct TextAccount: Sendable {
  package var file: String
  package var sentences = 0
  package var withNumbers = 0
  package var numbers = 0
  /// Numbers that a figure gives of which the sentence names something.
  package var agreeing = 0
  package var contradicted = 0
  package var untiedNumbers = 0
  /// Sentences with numbers that nothing ties to a table: line, how many, text.
  package var untied: [(line: Int, count: Int, text: String)] = []

  package init(file: String) { self.file = file }

  package var summary: LocalizedText {
    LocalizedText(
      nl:
        "\(file): \(sentences) zinnen gelezen, \(withNumbers) met getallen; van \(numbers) getallen passen er \(agreeing) "
        + "bij de tabellen, spreken er \(contradicted) ze tegen en zijn er \(untiedNumbers) niet te koppelen.",
      en:
        "\(file): \(sentences) sentences read, \(withNumbers) with numbers; of \(numbers) numbers \(agreeing) agree with "
        + "the tables, \(contradicted) contradict them and \(untiedNumbers) cannot be tied to them.")
  }

  /// A line for each sentence with numbers that are not tied.
  package var untiedLines: [LocalizedText] {
    untied.map {
      LocalizedText(nl: "  niet gekoppeld, regel \($0.line): \($0.text)", en: "  not tied, line \($0.line): \($0.text)")
    }
  }
}
