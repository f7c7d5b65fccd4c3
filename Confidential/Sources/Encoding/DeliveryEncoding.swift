public import Cryptography
import Model
public import Sheets

/// The records of a delivery, ready to be encoded where they are: at the partner, without a network.
public struct DeliveryEncoding: Sendable {
  private var records: [(row: Int, name: String, record: StandardRecord)] = []

  /// Names and numbers of people who have them, of a public list; for bands of rarity.
  private let rarity: NameRarity?

  /// What a partner keeps for itself: which random number is which record.
  public struct OwnRow: Equatable, Sendable {
    /// The row of the delivery as a spreadsheet program shows it.
    public let row: Int
    /// As it stands in the delivery; empty when it has no such column.
    public let record: String
    public let number: String
  }

  /// What goes to the linkage unit, and what stays.
  public struct Result: Sendable {
    public let bytes: [UInt8]
    /// By which these encodings are told from others of the same source.
    public let mark: String
    /// For whoever puts pairs together to persons: the number of each entry and of its row.
    public let ties: [(entry: String, row: String)]
    public let ownRows: [OwnRow]
    /// The numbers of the rows that have nothing by which they could be found.
    public let unfindable: [String]
  }

  public var count: Int { records.count }

  /// Reads a delivery.
  ///
  /// - Parameter names: A public list of names with counts, or nil for no bands of rarity.
  /// - Throws: `DeliveryEncodingError`, `SheetError`.
  public init(_ source: SheetSource, columns: EncodingColumns, names: SheetSource?) throws {
    rarity = try names.map(Self.rarity)
    var places: [(role: EncodingColumns.Role, column: Int)]?
    try source.forEachRow { row in
      guard let known = places else {
        places = try columns.places(in: row.strings())
        return
      }
      let cells = known.compactMap { place in
        place.column < row.count ? (role: place.role, text: row.shown(place.column).string) : nil
      }
      let name = cells.first { $0.role == .record }?.text ?? ""
      records.append((row.number, name, StandardRecord(cells: cells)))
    }
    guard !records.isEmpty else { throw DeliveryEncodingError.noRecords }
  }

  private static func rarity(_ source: SheetSource) throws -> NameRarity {
    var counts: [(token: String, count: Int)] = []
    var number = 0
    try source.forEachRow { row in
      number += 1
      guard row.count >= 2, let count = Int(row.string(at: 1)), count >= 0 else {
        // A header.
        if number == 1 { return }
        throw DeliveryEncodingError.names(line: row.number)
      }
      counts += FoldedFields.tokens(row.string(at: 0)).map { ($0, count) }
    }
    return NameRarity(counts: counts)
  }

  /// Encodes the records under random numbers.
  ///
  /// - Parameters:
  ///   - source: By which the linkage unit knows whose records these are: lower-case letters, digits and hyphens.
  ///   - server: The values of a key server and its public key in hexadecimal; nil without one.
  /// - Throws: `source`.
  public func encoded(
    source: String, key: LinkageKey, parameters: EncodingParameters, server: ServerValues?,
    using generator: inout some RandomNumberGenerator
  ) throws(DeliveryEncodingError) -> Result {
    let isWord = source.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isWord, (1...40).contains(source.utf8.count) else { throw .source }
    var encoder = RecordEncoder(key, parameters, rarity: rarity)
    if let server { encoder.use(server.values) }
    let numbers = records.map { _ in RowNumber.random(using: &generator) }
    let encoded = EncodedRecords(
      zip(numbers, records).map { ($0, $1.record) }, source: source, key: key, server: server?.publicKey,
      with: &encoder)
    let ownRows = zip(numbers, records).map { OwnRow(row: $1.row, record: $1.name, number: $0.text) }
    let bytes = encoded.file.bytes
    return Result(
      bytes: bytes, mark: EncodedFile.mark(of: bytes), ties: encoded.ties.map { ($0.entry.text, $0.row.text) },
      ownRows: ownRows,
      unfindable: encoded.unfindable.map(\.text))
  }

  /// What was asked of a key server about a delivery.
  public struct ServerValues: Sendable {
    let values: [[UInt64]: [UInt8]]
    public let publicKey: String
  }

  /// What has to be asked of a key server, each thing once, in an order that tells nothing of the records.
  public func questions(key: LinkageKey, parameters: EncodingParameters) -> ServerQuestions {
    var encoder = RecordEncoder(key, parameters, rarity: rarity)
    var questions: Set<[UInt64]> = []
    for record in records { questions.formUnion(encoder.questions(for: record.record)) }
    return ServerQuestions(words: questions.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// Questions to a key server: secret numbers of blocks, which it sees blinded only.
  public struct ServerQuestions: Sendable {
    let words: [[UInt64]]

    public var count: Int { words.count }

    /// What is blinded, in the order of the questions.
    public var texts: [[UInt8]] {
      words.map { words in
        var bytes: [UInt8] = []
        for word in words { bytes.append(word: word) }
        return bytes
      }
    }

    /// - Parameter values: 64 bytes for each question, in their order.
    public func answered(by values: [[UInt8]], publicKey: [UInt8]) -> ServerValues {
      precondition(values.count == words.count, "every question has an answer")
      return ServerValues(
        values: Dictionary(uniqueKeysWithValues: zip(words, values)), publicKey: hexadecimal(publicKey))
    }
  }
}

extension StandardRecord {
  /// Takes the cells of a row; what cannot be read is missing.
  init(cells: [(role: EncodingColumns.Role, text: String)]) {
    self.init()
    for (role, text) in cells where !text.isEmpty {
      switch role {
      case .record: break
      case .forename: forenames += FoldedFields.tokens(text)
      case .surname: surnames += FoldedFields.tokens(text)
      case .name:
        let tokens = FoldedFields.tokens(text)
        forenames += tokens.prefix(1)
        surnames += tokens.dropFirst()
      case .alias: aliases += FoldedFields.tokens(text).prefix(2)
      case .birthdate: birth = FoldedFields.date(text)
      case .birthyear: if birth.year == nil { birth.year = FoldedFields.date(text).year }
      case .sex: sex = FoldedFields.word(text).map { String($0.prefix(1)) }
      case .nationality: nationality = FoldedFields.word(text)
      case .city: city = FoldedFields.word(text)
      case .phone: phones += Self.values(text).compactMap { FoldedFields.phone($0) }
      case .username: userNames += Self.values(text).compactMap(FoldedFields.userName)
      case .email: emails += Self.values(text).compactMap(FoldedFields.email)
      case .identifier: identifiers += Self.values(text).compactMap(FoldedFields.identifier)
      }
    }
  }

  /// Several values in one cell.
  private static func values(_ text: String) -> [String] {
    text.split { $0 == ";" || $0 == "|" || $0 == "," }.map(String.init)
  }
}
