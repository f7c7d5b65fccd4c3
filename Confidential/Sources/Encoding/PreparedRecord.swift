/// A record as secret numbers, before it is mixed with a salt.
struct PreparedRecord {
  var flags: BlockContent.Flags = []
  var rarity: UInt8 = 0
  var tokens: [(slot: Int, number: UInt64)] = []
  /// The numbers of the bigrams of forenames, surnames and all names.
  var bigrams: [[UInt64]] = [[], [], []]
  /// By which equal filters are recognised.
  var names: [String] = ["", "", ""]
  var year: UInt64?
  var blocks: [Block] = []

  struct Block: Hashable {
    var pass: BlockPass
    /// The numbers of which equal ones make a block.
    var words: [UInt64]
  }

  mutating func add(_ pass: BlockPass, _ words: [UInt64?]) {
    let known = words.compactMap { $0 }
    guard known.count == words.count else { return }
    let block = Block(pass: pass, words: known)
    if !blocks.contains(block) { blocks.append(block) }
  }
}

/// Makes secret numbers of records, each distinct value once.
struct RecordPreparation {
  private let keys: EncodingKeys
  private let rarity: NameRarity?
  private var names: [String: Name] = [:]
  private var values: [[String: UInt64]]
  private var bigrams: [UInt16: UInt64] = [:]

  /// What a token of a name becomes.
  private struct Name {
    var skeleton: String
    var number: UInt64
    var prefix: UInt64?
    var bigrams: [UInt64]
  }

  init(_ keys: EncodingKeys, rarity: NameRarity?) {
    (self.keys, self.rarity) = (keys, rarity)
    values = EncodingKeys.Field.allCases.map { _ in [:] }
  }

  mutating func prepared(_ record: StandardRecord) -> PreparedRecord {
    var result = PreparedRecord()
    let forenames = record.forenames.map { name($0) }
    let surnames = record.surnames.map { name($0) }
    addNames(record, forenames, surnames, to: &result)
    addBirth(record.birth, to: &result)
    let nationality = record.nationality.map { number($0, .nationality) }
    let city = record.city.map { number($0, .city) }
    add(nationality, at: BlockContent.Slot.nationality, to: &result)
    add(city, at: BlockContent.Slot.city, to: &result)
    add(record.sex.map { number($0, .sex) }, at: BlockContent.Slot.sex, to: &result)
    addNumbers(record, to: &result)
    for one in forenames + surnames {
      result.add(.nameAndYear, [one.number, result.year])
      result.add(.initialsYearNationality, [one.prefix, result.year, nationality])
      result.add(.nameNationalityCity, [one.number, nationality, city])
    }
    for alias in record.aliases {
      let alias = name(alias)
      result.add(.aliasAndYear, [alias.number, result.year])
      if !result.tokens.contains(where: { $0.slot == BlockContent.Slot.alias }) {
        add(alias.number, at: BlockContent.Slot.alias, to: &result)
      }
    }
    if let month = record.birth.month, let day = record.birth.day, !record.birth.isNewYear {
      let (month, day) = (number(String(month), .number), number(String(day), .number))
      result.add(.birthDate, [result.year, month, day])
      result.add(.dayAndNationality, [month, day, nationality])
    }
    return result
  }

  private mutating func addNames(
    _ record: StandardRecord, _ forenames: [Name], _ surnames: [Name], to result: inout PreparedRecord
  ) {
    let all = forenames + surnames
    if forenames.isEmpty { result.flags.insert(.noForename) }
    if surnames.isEmpty { result.flags.insert(.noSurname) }
    if !forenames.isEmpty, record.forenames.allSatisfy({ $0.utf8.count == 1 }) { result.flags.insert(.initialForename) }
    if !surnames.isEmpty, record.surnames.allSatisfy({ $0.utf8.count == 1 }) { result.flags.insert(.initialSurname) }
    result.rarity = rarity?.band(of: record.forenames + record.surnames) ?? 0
    result.names = [record.forenames, record.surnames, []].map { $0.joined(separator: " ") }
    result.names[2] = result.names[0] + " " + result.names[1]
    result.bigrams = [forenames, surnames, all].map { Self.union($0.map(\.bigrams)) }
    guard !all.isEmpty else { return }
    for (slot, number) in zip(BlockContent.Slot.nameTokens, Self.union(all.map { [$0.number] })) {
      add(number, at: slot, to: &result)
    }
    let whole = number(all.map(\.skeleton).sorted().joined(separator: " "), .names)
    add(whole, at: BlockContent.Slot.names, to: &result)
    let letters = (record.forenames + record.surnames).compactMap { $0.first.map(String.init) }.sorted().joined()
    add(number(letters, .initials), at: BlockContent.Slot.initials, to: &result)
    if all.count > 1 { result.add(.names, [whole]) }
  }

  private mutating func addBirth(_ birth: StandardDate, to result: inout PreparedRecord) {
    guard let year = birth.year else { return }
    if birth.isNewYear { result.flags.insert(.newYear) }
    if birth.month == nil { result.flags.insert(.yearOnly) }
    result.year = number(String(year), .year)
    add(result.year, at: BlockContent.Slot.year, to: &result)
    let windows: [EncodingKeys.Field] = [.window0, .window1, .window2, .window3]
    for (offset, (slot, field)) in zip(BlockContent.Slot.windows, windows).enumerated() {
      add(number(String((year + offset) / 4), field), at: slot, to: &result)
    }
    add(birth.month.map { number(String($0), .number) }, at: BlockContent.Slot.month, to: &result)
    add(birth.day.map { number(String($0), .number) }, at: BlockContent.Slot.day, to: &result)
  }

  /// Values that hardly ever come twice are not remembered.
  private func addNumbers(_ record: StandardRecord, to result: inout PreparedRecord) {
    let lists: [(texts: [String], field: EncodingKeys.Field, slots: Range<Int>, pass: BlockPass)] = [
      (record.identifiers, .identifier, BlockContent.Slot.identifiers, .identifier),
      (record.phones, .phone, BlockContent.Slot.phones, .phone),
      (record.userNames, .userName, BlockContent.Slot.userNames, .userName),
      (record.emails, .email, BlockContent.Slot.email..<BlockContent.Slot.email + 1, .email),
    ]
    for list in lists where !list.texts.isEmpty {
      let numbers = Self.union([list.texts.map { keys.number(of: $0, list.field) }])
      for number in numbers { result.add(list.pass, [number]) }
      for (slot, number) in zip(list.slots, numbers) { result.tokens.append((slot, number)) }
    }
  }

  private func add(_ number: UInt64?, at slot: Int, to result: inout PreparedRecord) {
    if let number { result.tokens.append((slot, number)) }
  }

  private mutating func number(_ value: String, _ field: EncodingKeys.Field) -> UInt64 {
    let index = field.rawValue
    if let known = values[index][value] { return known }
    let number = keys.number(of: value, field)
    values[index][value] = number
    return number
  }

  private mutating func name(_ token: String) -> Name {
    if let known = names[token] { return known }
    let skeleton = NameSkeleton.of(token)
    let name = Name(
      skeleton: skeleton, number: number(skeleton, .skeleton),
      prefix: token.utf8.count < 2 ? nil : number(String(token.prefix(2)), .prefix), bigrams: bigramNumbers(token))
    names[token] = name
    return name
  }

  /// Of the token with a blank on both sides.
  private mutating func bigramNumbers(_ token: String) -> [UInt64] {
    let letters = [0x20] + Array(token.utf8) + [0x20]
    let numbers = zip(letters, letters.dropFirst()).map { first, second in
      let pair = UInt16(first) << 8 | UInt16(second)
      if let known = bigrams[pair] { return known }
      let number = keys.number(of: String(decoding: [first, second], as: UTF8.self), .bigram)
      bigrams[pair] = number
      return number
    }
    return Self.union([numbers])
  }

  /// Each once, in ascending order.
  private static func union(_ numbers: [[UInt64]]) -> [UInt64] {
    var union: [UInt64] = []
    for number in numbers.joined().sorted() where number != union.last { union.append(number) }
    return union
  }
}
