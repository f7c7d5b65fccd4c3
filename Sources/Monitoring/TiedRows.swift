import Cryptography
import Encoding
import Foundation
import Model

/// A number of 128 bits as `zicht encode` writes it: 32 hexadecimal digits in small letters.
struct WrittenNumber: Hashable, Comparable {
  private let high, low: UInt64

  init?(_ text: String) {
    guard text.utf8.count == 32, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    (self.high, self.low) = (high, low)
  }

  static func < (left: WrittenNumber, right: WrittenNumber) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

/// The rows of all partners, and which entries are of each: the files of ties together.
///
/// A file of ties has a line for each entry, one without an entry for each row that has nothing to be found by, and a
/// closing line that says with what they were encoded and how many lines there are.
struct TiedRows {
  struct Row: Equatable {
    var file: String
    var source: String
    var number: String
    /// Whether it has an entry.
    var isFindable: Bool
  }

  /// What the closing line of a file says.
  struct Partner: Equatable {
    var source: String
    var origin: EncodingOrigin
    /// Of the encodings.
    var mark: String
  }

  /// In the order of their random numbers, so that the order of files and lines changes nothing.
  private(set) var rows: [Row] = []
  private var tied: [WrittenNumber: Int] = [:]
  private let paths: [String]
  private let partners: [Partner]

  /// - Throws: `MonitoringError.data` when one is no file of ties or was cut short, or two have an entry in common.
  init(_ paths: [String]) throws(MonitoringError) {
    var lines: [(row: WrittenNumber, entry: WrittenNumber?, text: String, file: Int)] = []
    var partners: [Partner] = []
    for (file, path) in paths.enumerated() {
      let (read, partner) = try Self.lines(path)
      lines += read.map { ($0.row, $0.entry, $0.text, file) }
      partners.append(partner)
    }
    try self.init(lines, of: partners, in: paths)
  }

  /// What partners encoded, without files.
  init(_ encoded: [(source: String, result: DeliveryEncoding.Result)], key: LinkageKey) throws(MonitoringError) {
    var lines: [(row: WrittenNumber, entry: WrittenNumber?, text: String, file: Int)] = []
    for (file, partner) in encoded.enumerated() {
      for (entry, row) in partner.result.ties.map({ (WrittenNumber($0.entry), $0.row) })
        + partner.result.unfindable.map({ (nil, $0) })
      {
        guard let number = WrittenNumber(row) else { preconditionFailure("rows are numbered as they are written") }
        lines.append((number, entry, row, file))
      }
    }
    let partners = encoded.map { partner in
      Partner(source: partner.source, origin: EncodingOrigin(key), mark: partner.result.mark)
    }
    try self.init(lines, of: partners, in: encoded.map(\.source))
  }

  private init(
    _ unsorted: [(row: WrittenNumber, entry: WrittenNumber?, text: String, file: Int)], of partners: [Partner],
    in paths: [String]
  ) throws(MonitoringError) {
    (self.paths, self.partners) = (paths, partners)
    var lines = unsorted
    lines.sort { ($0.row, $0.text, $0.file) < ($1.row, $1.text, $1.file) }
    var last: (number: WrittenNumber, file: Int)?
    for line in lines {
      if let last, last.number == line.row {
        guard last.file == line.file else { throw Self.twice(paths[max(last.file, line.file)]) }
      } else {
        rows.append(
          Row(
            file: URL(filePath: paths[line.file]).lastPathComponent, source: partners[line.file].source,
            number: line.text, isFindable: false))
        last = (line.row, line.file)
      }
      guard let entry = line.entry else { continue }
      rows[rows.count - 1].isFindable = true
      guard tied.updateValue(rows.count - 1, forKey: entry) == nil else { throw Self.twice(paths[line.file]) }
    }
  }

  /// The place of a row; nil for an entry of nobody, a fake.
  func row(of entry: WrittenNumber) -> Int? { tied[entry] }

  /// Every source of the pairs has its ties in one file, and no file is of other encodings: every entry would pass for a
  /// fake.
  ///
  /// - Throws: `MonitoringError.data`.
  func check(_ pairs: EntryPairs, _ path: String) throws(MonitoringError) {
    let known = Dictionary(uniqueKeysWithValues: pairs.sources.map { ($0.name, $0.mark) })
    for (partner, file) in zip(partners, paths) where partner.origin != pairs.origin {
      throw Self.otherOrigin(file, partner.origin, path, pairs.origin)
    }
    for source in pairs.sources where !partners.contains(where: { ($0.source, $0.mark) == source }) {
      throw .data(
        nl: "Geen van de banden is van de coderingen van \(source.name) in \(path). Noem met --ties het bestand dat "
          + "bij "
          + "die coderingen werd geschreven.",
        en: "None of the ties is of the encodings of \(source.name) in \(path). Name the file that was written with "
          + "those "
          + "encodings by --ties.")
    }
    for (partner, file) in zip(partners, paths) where known[partner.source] != partner.mark {
      throw .data(
        nl: "\(file) heeft banden van coderingen van \(partner.source) die niet in \(path) zijn vergeleken. Laat de "
          + "koppelaar alle coderingen vergelijken, of laat dit bestand weg.",
        en: "\(file) has ties of encodings of \(partner.source) that were not compared in \(path). Have the linkage "
          + "unit "
          + "compare all encodings, or leave this file out.")
    }
  }
}

extension TiedRows {
  /// The columns of a file of ties.
  static let columns = ["nummer in codering", "willekeurig nummer"]

  /// What `zicht encode` writes for the registry.
  static func lines(of encoded: DeliveryEncoding.Result, source: String, key: LinkageKey) -> [[String]] {
    let lines = encoded.ties.map { [$0.entry, $0.row] } + encoded.unfindable.map { ["", $0] }
    let closing = [
      source, key.project, String(key.epoch), key.fingerprint, encoded.mark, String(lines.count),
    ]
    return [columns] + lines + [[EncodingOrigin.closing, closing.joined(separator: " ")]]
  }

  private static func lines(
    _ path: String
  ) throws(MonitoringError) -> (lines: [(row: WrittenNumber, entry: WrittenNumber?, text: String)], Partner) {
    guard try LinkResultFile.header(path) == columns else { throw noTies(path) }
    var lines: [(row: WrittenNumber, entry: WrittenNumber?, text: String)] = []
    var partner: Partner?
    try LinkResultFile.forEachRow(path) { (_, row, number) throws(MonitoringError) in
      guard partner == nil else { throw cut(path) }
      if row[0] == EncodingOrigin.closing {
        guard let found = Partner(row[1], lines: lines.count) else { throw cut(path) }
        partner = found
        return
      }
      let entry = WrittenNumber(row[0])
      guard entry != nil || row[0].isEmpty, let tied = WrittenNumber(row[1]) else {
        throw .data(
          nl: "\(path), rij \(number): hier staan niet twee nummers van 32 tekens. Vraag de partner het bestand "
            + "opnieuw te sturen.",
          en: "\(path), row \(number): these are not two numbers of 32 digits. Ask the partner to send the file again.")
      }
      lines.append((tied, entry, row[1]))
    }
    guard let partner else { throw cut(path) }
    return (lines, partner)
  }

  private static func noTies(_ path: String) -> MonitoringError {
    .data(
      nl:
        "\(path) heeft geen banden: de kolommen daarvan ontbreken. Noem het bestand .banden.csv van de partner.",
      en: "\(path) has no ties: its columns are missing. Name the file .banden.csv of the partner.")
  }

  private static func cut(_ path: String) -> MonitoringError {
    .data(
      nl: "\(path) is afgebroken of veranderd: de slotregel ontbreekt of past niet bij wat erboven staat. Vraag de "
        + "partner "
        + "het bestand opnieuw te sturen.",
      en: "\(path) was cut off or changed: its closing line is missing or does not fit what stands above it. Ask the "
        + "partner to send the file again.")
  }

  private static func twice(_ path: String) -> MonitoringError {
    .data(
      nl: "\(path) heeft een nummer dat al eerder stond. Geef van elke partner het bestand met banden één keer.",
      en: "\(path) has a number that stood before. Give the ties of each partner once.")
  }

  private static func otherOrigin(
    _ file: String, _ origin: EncodingOrigin, _ path: String, _ pairs: EncodingOrigin
  ) -> MonitoringError {
    .data(
      nl: "\(file) hoort bij coderingen van \(origin) en \(path) bij die van \(pairs). Neem banden en paren van "
        + "dezelfde "
        + "sleutel; laat zo nodig alle partners opnieuw coderen.",
      en: "\(file) belongs to encodings of \(origin), and \(path) to those of \(pairs). Take ties and pairs of one "
        + "key; "
        + "have all partners encode again where needed.")
  }
}

extension TiedRows.Partner {
  /// Reads what `TiedRows.lines` writes; nil for anything else.
  fileprivate init?(_ text: String, lines: Int) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 6, EntryPairs.isSource(words[0]), Int(words[5]) == lines,
      let origin = EncodingOrigin(project: words[1], epoch: words[2], key: words[3]), EncodingOrigin.isMark(words[4])
    else { return nil }
    self.init(source: words[0], origin: origin, mark: words[4])
  }
}
