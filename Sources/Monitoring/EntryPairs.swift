import Cryptography
import Encoding
import Model

/// With what encodings were made: those of two keys have nothing in common.
struct EncodingOrigin: Equatable, CustomStringConvertible {
  var project: String
  var epoch: Int
  /// The fingerprint of the linkage key.
  var key: String

  /// What the closing line of a file begins with.
  static let closing = "#"

  /// Nil for what cannot stand in a key.
  init?(project: String, epoch: String, key: String) {
    guard EntryPairs.isSource(project), let year = Int(epoch), (1900...2999).contains(year), WrittenNumber(key) != nil
    else { return nil }
    (self.project, self.epoch, self.key) = (project, year, key)
  }

  init(_ key: LinkageKey) { (project, epoch, self.key) = (key.project, key.epoch, key.fingerprint) }

  /// By which encodings of a source are told from others: 16 hexadecimal digits.
  static func isMark(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  var description: String { "\(project) \(epoch) (\(key))" }
}

/// The pairs of entries that the linkage unit wrote.
///
/// A closing line says with what the entries were encoded, of which sources they are and how many pairs there are.
struct EntryPairs {
  private(set) var pairs: [(first: WrittenNumber, second: WrittenNumber, probability: Double)] = []
  private(set) var origin: EncodingOrigin
  /// With the mark of their encodings.
  private(set) var sources: [(name: String, mark: String)]

  /// - Throws: `MonitoringError.data` when it is no such file, or damaged or cut short.
  init(_ path: String) throws(MonitoringError) {
    guard try LinkResultFile.header(path) == EncodedMatch.columns else { throw Self.noPairs(path) }
    var pairs: [(first: WrittenNumber, second: WrittenNumber, probability: Double)] = []
    var closing: (EncodingOrigin, [(name: String, mark: String)])?
    try LinkResultFile.forEachRow(path) { (_, row, number) throws(MonitoringError) in
      guard closing == nil else { throw Self.cut(path) }
      if row[0] == EncodingOrigin.closing {
        guard let found = Self.closing(row, pairs: pairs.count) else { throw Self.cut(path) }
        closing = found
        return
      }
      guard let first = WrittenNumber(row[1]), let second = WrittenNumber(row[3]), let chance = Double(row[4]),
        (0...1).contains(chance), Self.isSource(row[0]), Self.isSource(row[2])
      else {
        throw .data(
          nl:
            "\(path), rij \(number): hier staat geen paar met een kans. Vraag de koppelaar het bestand opnieuw te "
            + "sturen.",
          en: "\(path), row \(number): this is no pair with a chance. Ask the linkage unit to send the file again.")
      }
      pairs.append((first, second, chance))
    }
    guard let closing else { throw Self.cut(path) }
    self.pairs = pairs
    (origin, sources) = closing
  }

  /// What `zicht match` would write, without a file.
  init(_ matching: EncodedMatching, from floor: Double, key: LinkageKey) {
    pairs = matching.pairs(from: floor).compactMap { pair in
      guard let first = WrittenNumber(pair.firstEntry), let second = WrittenNumber(pair.secondEntry) else { return nil }
      return (first, second, Double(sixDecimals(pair.probability)) ?? pair.probability)
    }
    origin = EncodingOrigin(key)
    sources = zip(matching.summary.sources, matching.summary.marks).map { ($0.name, $1) }
  }

  /// As `zicht encode` takes them, so that nothing else is ever echoed.
  static func isSource(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension EntryPairs {
  /// What `zicht match` writes last.
  static func closing(_ summary: EncodedMatching.Summary, pairs: Int) -> [String] {
    let sources = zip(summary.sources, summary.marks).map { "\($0.name) \($1)" }.joined(separator: "; ")
    return [EncodingOrigin.closing, String(pairs), summary.project, String(summary.epoch), summary.key, sources]
  }

  private static func closing(
    _ row: [String], pairs: Int
  ) -> (EncodingOrigin, [(name: String, mark: String)])? {
    guard row.count == EncodedMatch.columns.count, Int(row[1]) == pairs,
      let origin = EncodingOrigin(project: row[2], epoch: row[3], key: row[4])
    else { return nil }
    var sources: [(name: String, mark: String)] = []
    for part in row[5].split(separator: ";") {
      let words = part.split(separator: " ").map(String.init)
      guard words.count == 2, isSource(words[0]), EncodingOrigin.isMark(words[1]),
        !sources.contains(where: { $0.name == words[0] })
      else { return nil }
      sources.append((words[0], words[1]))
    }
    return sources.isEmpty ? nil : (origin, sources)
  }

  private static func noPairs(_ path: String) -> MonitoringError {
    .data(
      nl: "\(path) heeft geen paren die zicht match schreef. Noem het bestand dat de koppelaar stuurde.",
      en: "\(path) has no pairs that zicht match wrote. Name the file that the linkage unit sent.")
  }

  private static func cut(_ path: String) -> MonitoringError {
    .data(
      nl: "\(path) is afgebroken of veranderd: de slotregel ontbreekt of past niet bij wat erboven staat. Vraag de "
        + "koppelaar het bestand opnieuw te sturen.",
      en: "\(path) was cut off or changed: its closing line is missing or does not fit what stands above it. Ask the "
        + "linkage unit to send the file again.")
  }
}
