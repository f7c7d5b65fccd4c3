import Model
import Sheets

/// Why a field was not understood, without what it holds.
struct FieldProblem: Equatable {
  var rule: FindingRule
  var message: LocalizedText
  /// The word that is not on the list, folded.
  var word: String?
  /// The code of the word that was probably meant.
  var code: String?

  var withoutWord: FieldProblem { FieldProblem(rule: rule, message: message) }
}

/// Turns the fields of one column into packed values.
///
/// The usual spelling of a word costs one look-up. Everything else takes the slow way once and is remembered.
struct FieldParser: ~Copyable {
  enum Kind {
    case year(ClosedRange<Int>)
    case category
    case set(separator: UInt8)
    case number(decimals: Int, minimum: Int32, maximum: Int32)
    case date
  }

  enum Outcome {
    case value(PackedValue)
    /// Read, with something to say about it.
    case noted(PackedValue, FieldProblem)
    case problem(FieldProblem)
  }

  /// What a field is: a value, or a problem that is counted.
  enum Reading {
    case value(PackedValue)
    /// Read, with something to say about it.
    case noted(PackedValue, FieldProblem)
    case problem(KnownProblem)
  }

  let variable: Variable
  let isRequired: Bool
  /// The value of an empty cell.
  let emptyValue: PackedValue
  private let kind: Kind
  private let terms: ColumnTerms
  private var spellings = WordTable()
  /// Spellings of numbers as workbooks store them, in which a point is the decimal mark.
  private var storedNumbers = WordTable()
  private var answers = WordTable(learningLimit: .max)
  private var hasSeenHiddenSigns = false
  /// Spellings that are no answer, with the place of their problem; and problems of spellings beyond those.
  private var refused = WordTable(learningLimit: 1_000)
  private var problems: [KnownProblem] = []
  private var further: [String: KnownProblem] = [:]
  private let suggestions: SuggestionBudget
  /// Of a word for which no suggestion is sought any more.
  private let unlisted: FieldProblem

  init(
    _ column: SourceColumn, variable: Variable, years: ClosedRange<Int>? = nil,
    suggestions: SuggestionBudget = SuggestionBudget()
  ) {
    self.variable = variable
    self.suggestions = suggestions
    isRequired = column.isRequired || years != nil
    terms = ColumnTerms(column, variable: variable)
    unlisted = Self.unknownAnswer(nil, terms)
    kind = Self.kind(of: variable, column, years)
    emptyValue = variable.packed(.notDelivered)
    for (word, meaning) in terms.meanings {
      guard let value = Self.value(of: meaning, for: variable) else { continue }
      word.withUnsafeBufferPointer { answers.learn($0, value) }
    }
  }

  private static func kind(of variable: Variable, _ column: SourceColumn, _ years: ClosedRange<Int>?) -> Kind {
    if let years { return .year(years) }
    switch variable.kind {
    case .category, .text: return .category
    case .set: return .set(separator: column.separator.asciiValue ?? UInt8(ascii: "+"))
    case .number(_, let decimals, let minimum, let maximum):
      return .number(decimals: decimals, minimum: minimum, maximum: maximum)
    case .date: return .date
    }
  }

  /// What a word means in a column of this variable; nil where its kind has no such answer.
  private static func value(of meaning: ColumnTerms.Meaning, for variable: Variable) -> PackedValue? {
    switch (meaning, variable.kind) {
    case (.missing(let reason), _): variable.packed(reason)
    case (.category(let index), .category): PackedValue(CategoryCode(category: index))
    case (.category(let index), .set): PackedValue(SetMask(category: index))
    case (.emptySet, .set): PackedValue(SetMask.empty)
    case (.category, .number), (.category, .date), (.category, .text), (.emptySet, _): nil
    }
  }

  // MARK: Parsing

  /// The value of a field in a spelling that leaves nothing to say and nothing to find out: digits, and what was met
  /// before. Most fields are like that.
  @inline(__always)
  func known(_ field: UnsafeBufferPointer<UInt8>) -> PackedValue? {
    switch kind {
    case .year(let years):
      if field.count == 4, let year = Self.digits(field), years.contains(year) {
        return PackedValue(CategoryCode(category: year - years.lowerBound))
      }
    case .number(let decimals, let minimum, let maximum):
      if field.count <= 9, !field.isEmpty,
        let number = decimals == 0 ? Self.digits(field) : Self.decimal(field, decimals), number >= Int(minimum),
        number <= Int(maximum)
      {
        return PackedValue(NumberValue(Int32(number)))
      }
    case .category, .set, .date: break
    }
    return spellings.value(of: field)
  }

  /// Whether the column takes words, so that of a cell what is shown counts and not what it holds.
  var takesWords: Bool {
    switch kind {
    case .category, .set: true
    case .year, .number, .date: false
    }
  }

  /// The value of a field that is not empty.
  mutating func parse(_ field: UnsafeBufferPointer<UInt8>) -> Reading {
    if let known = known(field) { return .value(known) }
    if let known = refused.value(of: field) { return .problem(problems[Int(known.bits)]) }
    return parseSlowly(field)
  }

  /// A number with a mark before its decimals, times ten for each of so many; nil for those that could be thousands.
  private static func decimal(_ field: UnsafeBufferPointer<UInt8>, _ places: Int) -> Int? {
    var (number, behind) = (0, 0)
    var mark: Int?
    for (place, byte) in field.enumerated() {
      if byte >= 0x30, byte <= 0x39 {
        number = number * 10 + Int(byte - 0x30)
        if mark != nil { behind += 1 }
      } else {
        guard byte == 0x2C || byte == 0x2E, mark == nil, place > 0 else { return nil }
        mark = place
      }
    }
    guard mark == nil || behind > 0 && behind != 3, behind <= places else { return nil }
    for _ in behind..<places { number *= 10 }
    return number
  }

  @inline(__always)
  private static func digits(_ field: UnsafeBufferPointer<UInt8>) -> Int? {
    var number = 0
    for byte in field {
      let digit = Int(byte) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  @inline(never)
  private mutating func parseSlowly(_ field: UnsafeBufferPointer<UInt8>) -> Reading {
    let visible = VisibleText(field)
    let folded = FoldedText.folded(visible: visible)
    if folded.isEmpty { return .value(emptyValue) }
    let outcome = folded.withUnsafeBufferPointer { parse(folded: $0, written: field) }
    hasSeenHiddenSigns = visible.hadHiddenSigns
    // A spelling with hidden signs is not learnt, so that every cell with them is told.
    if case .value(let value) = outcome, !visible.hadHiddenSigns { spellings.learn(field, value) }
    return reading(outcome, field)
  }

  private mutating func reading(_ outcome: Outcome, _ field: UnsafeBufferPointer<UInt8>) -> Reading {
    switch outcome {
    case .value(let value): .value(value)
    case .noted(let value, let remark): .noted(value, remark)
    case .problem(let problem): .problem(known(problem, field))
    }
  }

  /// The same spelling has the same problem the next time; of very many spellings those with the same message share one.
  private mutating func known(_ problem: FieldProblem, _ field: UnsafeBufferPointer<UInt8>) -> KnownProblem {
    let count = refused.count
    refused.learn(field, PackedValue(bits: UInt64(problems.count)))
    if refused.count > count {
      problems.append(KnownProblem(problem))
      return problems[count]
    }
    if let shared = further[problem.message.nl] { return shared }
    let shared = KnownProblem(problem.withoutWord)
    if further.count < 100 { further[problem.message.nl] = shared }
    return shared
  }

  /// Whether the field parsed last held signs that nobody sees; asking takes the answer away.
  mutating func takeHiddenSigns() -> Bool {
    defer { hasSeenHiddenSigns = false }
    return hasSeenHiddenSigns
  }

  private func parse(folded text: UnsafeBufferPointer<UInt8>, written: UnsafeBufferPointer<UInt8>) -> Outcome {
    switch kind {
    case .year(let years): return year(text, years)
    case .category:
      if let value = answers.value(of: text) { return .value(value) }
      return .problem(unknownAnswer(text))
    case .set(let separator): return set(text, written, separator)
    case .number(let decimals, let minimum, let maximum):
      if let value = answers.value(of: text) { return .value(value) }
      return numberField(decimals, minimum, maximum).outcome(String(decoding: text, as: UTF8.self))
    case .date:
      if let value = answers.value(of: text) { return .value(value) }
      guard let written = WrittenDay(text.span) else { return .problem(.noDate) }
      let value = PackedValue(NumberValue(written.day.daysSince1970))
      return written.hasTime ? .noted(value, .timeLeftOut) : .value(value)
    }
  }

  private func numberField(_ decimals: Int, _ minimum: Int32, _ maximum: Int32) -> NumberField {
    NumberField(variable: variable, decimals: decimals, bounds: Int(minimum)...Int(maximum))
  }

  // MARK: Cells of a workbook

  /// The value of a cell that is not empty, by what it holds and what it shows: a number is its value, a word is what
  /// is shown, or else the value.
  mutating func parse(
    _ value: UnsafeBufferPointer<UInt8>, shown: UnsafeBufferPointer<UInt8>, cell: CellKind
  ) -> Reading {
    switch kind {
    case .number(let decimals, let minimum, let maximum) where cell == .number:
      if let known = storedNumbers.value(of: value) { return .value(known) }
      let text = String(decoding: value, as: UTF8.self)
      let outcome = numberField(decimals, minimum, maximum).outcome(text, isStored: true)
      if case .value(let number) = outcome { storedNumbers.learn(value, number) }
      return reading(outcome, value)
    case .number(let decimals, let minimum, let maximum) where cell == .percentage:
      let text = String(decoding: value, as: UTF8.self)
      return reading(numberField(decimals, minimum, maximum).outcome(text, isStored: true), value)
    case .number, .year, .date: return parse(value)
    case .category, .set:
      let outcome = parse(shown)
      guard case .problem = outcome, shown.baseAddress != value.baseAddress else { return outcome }
      let other = parse(value)
      if case .problem = other { return outcome }
      return other
    }
  }

  private func year(_ text: UnsafeBufferPointer<UInt8>, _ years: ClosedRange<Int>) -> Outcome {
    guard let number = text.count <= 9 ? Self.digits(text) : nil else {
      return .problem(
        FieldProblem(
          rule: .yearFormat,
          message: LocalizedText(nl: "hier staat geen jaartal van vier cijfers.", en: "here is no year of four digits.")
        ))
    }
    guard text.count == 4 else { return .problem(.yearLength(text.count)) }
    guard years.contains(number) else {
      let period = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
      return .problem(
        FieldProblem(
          rule: .yearOutside,
          message: LocalizedText(
            nl: "dit jaar ligt buiten de periode \(period).", en: "this year lies outside the period \(period).")))
    }
    return .value(PackedValue(CategoryCode(category: number - years.lowerBound)))
  }

  /// Members are told apart as they are written: the sign between them may be a blank of any kind.
  private func set(
    _ text: UnsafeBufferPointer<UInt8>, _ written: UnsafeBufferPointer<UInt8>, _ separator: UInt8
  ) -> Outcome {
    if let value = answers.value(of: text) { return .value(value) }
    var mask = SetMask.empty
    for part in written.split(separator: separator) {
      let member = FoldedText.folded(UnsafeBufferPointer(rebasing: part))
      if member.isEmpty { continue }
      let known = member.withUnsafeBufferPointer { answers.value(of: $0) }
      guard let value = known?.mask else {
        return .problem(member.withUnsafeBufferPointer { unknownAnswer($0) })
      }
      guard !value.isEmpty, value.isKnown else {
        let word = String(decoding: member, as: UTF8.self)
        return .problem(
          FieldProblem(
            rule: .mixedMissing,
            message: LocalizedText(
              nl: "`\(word)` staat hier naast een ander antwoord.", en: "`\(word)` stands here beside another answer."))
        )
      }
      mask = mask.union(value)
    }
    return mask.isEmpty ? .problem(unknownAnswer(text)) : .value(PackedValue(mask))
  }

  /// Names the nearest word of the list, or the list itself when it is short; never the word that stands there.
  private func unknownAnswer(_ text: UnsafeBufferPointer<UInt8>) -> FieldProblem {
    suggestions.take() ? Self.unknownAnswer(String(decoding: text, as: UTF8.self), terms) : unlisted
  }

  private static func unknownAnswer(_ word: String?, _ terms: ColumnTerms) -> FieldProblem {
    let start = LocalizedText(nl: "dit woord staat niet in de lijst", en: "this word is not on the list")
    let end: LocalizedText
    let near = word.flatMap { suggestion(for: $0, among: terms.shownWords) }
    if let near {
      end = LocalizedText(nl: "; bedoelt u `\(near)`?", en: "; did you mean `\(near)`?")
    } else if terms.offeredWords.count <= 12 {
      let words = terms.offeredWords.joined(separator: ", ")
      end = LocalizedText(nl: " (\(words)).", en: " (\(words)).")
    } else {
      end = LocalizedText(".")
    }
    return FieldProblem(
      rule: .unknownAnswer, message: LocalizedText(nl: start.nl + end.nl, en: start.en + end.en), word: word,
      code: near.flatMap { terms.code(of: $0) })
  }
}

extension FieldProblem {
  static let hiddenSigns = LocalizedText(
    nl: "hier staan tekens die niemand ziet; zij zijn weggelaten.",
    en: "here are signs that nobody sees; they were left out.")

  static let noDate = FieldProblem(
    rule: .dateFormat, message: LocalizedText(nl: "hier staat geen bestaande datum.", en: "here is no existing date."))

  static let formulaWithoutResult = LocalizedText(
    nl: "hier staat een formule zonder bewaarde uitkomst.", en: "here is a formula without a kept result.")

  static let timeLeftOut = FieldProblem(
    rule: .timeLeftOut,
    message: LocalizedText(
      nl: "hier staat een datum met een tijd; alleen de datum is gelezen.",
      en: "here is a date with a time; only the date was read."))

  private static let dutchNumbers = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
  private static let englishNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  /// `hier staan vijf cijfers; een jaartal heeft er vier.`
  static func yearLength(_ count: Int) -> FieldProblem {
    let nl = count == 1 ? "hier staat één cijfer" : "hier staan \(dutchNumbers[min(count, 9)]) cijfers"
    let en = count == 1 ? "here is one digit" : "here are \(englishNumbers[min(count, 9)]) digits"
    return FieldProblem(
      rule: .yearFormat,
      message: LocalizedText(nl: nl + "; een jaartal heeft er vier.", en: en + "; a year has four."))
  }
}
