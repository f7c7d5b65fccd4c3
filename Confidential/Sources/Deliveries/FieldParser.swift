import Model

/// Why a field was not understood, without what it holds.
struct FieldProblem: Equatable {
  var rule: FindingRule
  var message: LocalizedText
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
    case problem(FieldProblem)
  }

  let variable: Variable
  let isRequired: Bool
  /// The value of an empty cell.
  let emptyValue: PackedValue
  private let kind: Kind
  private let terms: ColumnTerms
  private var spellings = WordTable()
  private var answers = WordTable(learningLimit: .max)
  private var hasSeenHiddenSigns = false

  init(_ column: SourceColumn, variable: Variable, years: ClosedRange<Int>? = nil) {
    self.variable = variable
    isRequired = column.isRequired || years != nil
    terms = ColumnTerms(column, variable: variable)
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

  /// The value of a field that is not empty.
  @inline(__always)
  mutating func parse(_ field: UnsafeBufferPointer<UInt8>) -> Outcome {
    switch kind {
    case .year(let years):
      if field.count == 4, let year = Self.digits(field), years.contains(year) {
        return .value(PackedValue(CategoryCode(category: year - years.lowerBound)))
      }
    case .number(let decimals, let minimum, let maximum):
      if decimals == 0, field.count <= 9, let number = Self.digits(field), number >= Int(minimum),
        number <= Int(maximum)
      {
        return .value(PackedValue(NumberValue(Int32(number))))
      }
    case .category, .set, .date: break
    }
    if let known = spellings.value(of: field) { return .value(known) }
    return parseSlowly(field)
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
  private mutating func parseSlowly(_ field: UnsafeBufferPointer<UInt8>) -> Outcome {
    let visible = VisibleText(field)
    let folded = FoldedText.folded(visible: visible)
    if folded.isEmpty { return .value(emptyValue) }
    let outcome = folded.withUnsafeBufferPointer { parse(folded: $0, written: field) }
    if visible.hadHiddenSigns {
      // Not learnt, so that every cell with them is told.
      hasSeenHiddenSigns = true
    } else if case .value(let value) = outcome {
      spellings.learn(field, value)
    }
    return outcome
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
      return NumberField(text, decimals: decimals, minimum: minimum, maximum: maximum).outcome
    case .date:
      if let value = answers.value(of: text) { return .value(value) }
      guard let day = CalendarDay(text: text.span, order: .either) else { return .problem(.noDate) }
      return .value(PackedValue(NumberValue(day.daysSince1970)))
    }
  }

  private func year(_ text: UnsafeBufferPointer<UInt8>, _ years: ClosedRange<Int>) -> Outcome {
    // Nine digits always fit the number they are read into.
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
    let start = LocalizedText(nl: "dit woord staat niet in de lijst", en: "this word is not on the list")
    let end: LocalizedText
    if let near = suggestion(for: String(decoding: text, as: UTF8.self), among: terms.shownWords) {
      end = LocalizedText(nl: "; bedoelt u `\(near)`?", en: "; did you mean `\(near)`?")
      // As many as still read as one sentence. A decision.
    } else if terms.offeredWords.count <= 12 {
      let words = terms.offeredWords.joined(separator: ", ")
      end = LocalizedText(nl: " (\(words)).", en: " (\(words)).")
    } else {
      end = LocalizedText(".")
    }
    return FieldProblem(rule: .unknownAnswer, message: LocalizedText(nl: start.nl + end.nl, en: start.en + end.en))
  }
}

extension FieldProblem {
  static let hiddenSigns = LocalizedText(
    nl: "hier staan tekens die niemand ziet; zij zijn weggelaten.",
    en: "here are signs that nobody sees; they were left out.")

  static let noDate = FieldProblem(
    rule: .dateFormat, message: LocalizedText(nl: "hier staat geen bestaande datum.", en: "here is no existing date."))

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

/// A number as people write it: digits, a minus, and a comma or point before the decimals.
struct NumberField {
  let text: UnsafeBufferPointer<UInt8>
  let decimals: Int
  let minimum: Int32
  let maximum: Int32

  init(_ text: UnsafeBufferPointer<UInt8>, decimals: Int, minimum: Int32, maximum: Int32) {
    self.text = text
    self.decimals = decimals
    self.minimum = minimum
    self.maximum = maximum
  }

  var outcome: FieldParser.Outcome {
    var value = 0
    var decimalsSeen: Int?
    var digitsSeen = 0
    var isNegative = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        digitsSeen += 1
        if let seen = decimalsSeen {
          // Zeros beyond the precision say nothing; other digits do.
          guard seen < decimals || byte == 0x30 else { return .problem(tooPrecise) }
          decimalsSeen = seen + 1
          if seen >= decimals { continue }
        }
        value = value * 10 + Int(byte - 0x30)
        // Far beyond every bound of a codebook, and far from where 64 bits overflow.
        guard digitsSeen <= 15 else { return .problem(tooHigh) }
      case 0x2C, 0x2E:
        guard decimalsSeen == nil, digitsSeen > 0 else { return .problem(noNumber) }
        decimalsSeen = 0
      case 0x2D where index == 0: isNegative = true
      default: return .problem(noNumber)
      }
    }
    guard digitsSeen > 0, decimalsSeen != 0 else { return .problem(noNumber) }
    for _ in min(decimalsSeen ?? 0, decimals)..<decimals { value *= 10 }
    if isNegative { value = -value }
    guard value >= Int(minimum) else { return .problem(tooLow) }
    guard value <= Int(maximum) else { return .problem(tooHigh) }
    return .value(PackedValue(NumberValue(Int32(value))))
  }

  private var noNumber: FieldProblem {
    FieldProblem(
      rule: .numberFormat,
      message: LocalizedText(
        nl: "hier staat geen getal en geen woord uit de lijst.", en: "here is no number and no word from the list."))
  }

  private var tooPrecise: FieldProblem {
    let nl = decimals == 0 ? "hier hoort een geheel getal" : "hier horen ten hoogste \(decimals) decimalen"
    let en = decimals == 0 ? "a whole number belongs here" : "at most \(decimals) decimals belong here"
    return FieldProblem(rule: .numberFormat, message: LocalizedText(nl: nl + ".", en: en + "."))
  }

  private var tooHigh: FieldProblem {
    let limit = bound(maximum)
    return FieldProblem(
      rule: .numberRange,
      message: LocalizedText(
        nl: "dit getal is hoger dan \(limit.nl), het hoogste dat hier kan.",
        en: "this number is more than \(limit.en), the highest possible here."))
  }

  private var tooLow: FieldProblem {
    let limit = bound(minimum)
    return FieldProblem(
      rule: .numberRange,
      message: LocalizedText(
        nl: "dit getal is lager dan \(limit.nl), het laagste dat hier kan.",
        en: "this number is less than \(limit.en), the lowest possible here."))
  }

  private func bound(_ value: Int32) -> LocalizedText {
    var denominator = 1
    for _ in 0..<decimals { denominator *= 10 }
    let quantity = Quantity(numerator: Int(value), denominator: denominator, decimals: decimals)
    return LocalizedText(nl: quantity.formatted(in: .nl), en: quantity.formatted(in: .en))
  }
}
