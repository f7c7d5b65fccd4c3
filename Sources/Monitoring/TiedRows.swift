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
struct TiedRows {
  struct Row: Equatable {
    var file: String
    var number: String
  }

  /// In the order of their random numbers, so that the order of files and lines changes nothing.
  private(set) var rows: [Row] = []
  private var tied: [WrittenNumber: (file: Int, row: Int)] = [:]
  private let paths: [String]

  /// - Throws: `MonitoringError.data` when one is no file of ties, or two have an entry in common.
  init(_ paths: [String]) throws(MonitoringError) {
    self.paths = paths
    var lines: [(entry: WrittenNumber, row: WrittenNumber, text: String, file: Int)] = []
    for (file, path) in paths.enumerated() {
      guard try LinkResultFile.header(path) == Self.columns else { throw Self.noTies(path) }
      try LinkResultFile.forEachRow(path) { (_, row, number) throws(MonitoringError) in
        guard let entry = WrittenNumber(row[0]), let tied = WrittenNumber(row[1]) else {
          throw .data(
            nl: "\(path), rij \(number): hier staan niet twee nummers van 32 tekens. Vraag de partner het bestand "
              + "opnieuw te sturen.",
            en:
              "\(path), row \(number): these are not two numbers of 32 digits. Ask the partner to send the file again.")
        }
        lines.append((entry, tied, row[1], file))
      }
    }
    lines.sort { ($0.row, $0.entry) < ($1.row, $1.entry) }
    var last: (number: WrittenNumber, file: Int)?
    for line in lines {
      if let last, last.number == line.row {
        guard last.file == line.file else { throw Self.twice(paths[max(last.file, line.file)]) }
      } else {
        rows.append(Row(file: URL(filePath: paths[line.file]).lastPathComponent, number: line.text))
        last = (line.row, line.file)
      }
      guard tied.updateValue((line.file, rows.count - 1), forKey: line.entry) == nil else {
        throw Self.twice(paths[line.file])
      }
    }
  }

  /// The columns of a file of ties.
  static let columns = ["nummer in codering", "willekeurig nummer"]

  private static func noTies(_ path: String) -> MonitoringError {
    .data(
      nl:
        "\(path) heeft geen banden: de kolommen daarvan ontbreken. Noem het bestand .banden.csv van de partner.",
      en: "\(path) has no ties: its columns are missing. Name the file .banden.csv of the partner.")
  }

  private static func twice(_ path: String) -> MonitoringError {
    .data(
      nl: "\(path) heeft een nummer dat al eerder stond. Geef van elke partner het bestand met banden één keer.",
      en: "\(path) has a number that stood before. Give the ties of each partner once.")
  }

  /// The place of a row; nil for an entry of nobody, a fake.
  func row(of entry: WrittenNumber) -> Int? { tied[entry]?.row }

  /// Every source has its ties in one file and no file those of two: other ties are of other encodings, and every entry
  /// would pass for a fake.
  ///
  /// - Throws: `MonitoringError.data`.
  func check(_ pairs: EntryPairs, _ path: String) throws(MonitoringError) {
    var files: [String: Int] = [:]
    var sources: [Int: String] = [:]
    for (source, entry) in pairs.entries {
      guard let file = tied[entry]?.file else { continue }
      guard files[source, default: file] == file, sources[file, default: source] == source else {
        throw .data(
          nl:
            "\(paths[file]) heeft banden van coderingen van meer dan één bron. Noem de banden zoals elke partner ze schreef.",
          en: "\(paths[file]) has ties of encodings of more than one source. Name the ties as each partner wrote them.")
      }
      (files[source], sources[file]) = (file, source)
    }
    guard let source = Set(pairs.entries.map(\.source)).subtracting(files.keys).min() else { return }
    throw .data(
      nl: "Geen van de banden is van de coderingen van \(source) in \(path). Noem met --ties het bestand dat bij die "
        + "coderingen werd geschreven.",
      en: "None of the ties is of the encodings of \(source) in \(path). Name the file that was written with those "
        + "encodings by --ties.")
  }
}

/// The pairs of entries that the linkage unit wrote.
struct EntryPairs {
  private(set) var pairs: [(first: WrittenNumber, second: WrittenNumber, probability: Double)] = []
  /// Each entry of a pair with its source, as often as it occurs.
  private(set) var entries: [(source: String, entry: WrittenNumber)] = []

  /// - Throws: `MonitoringError.data` when it is no such file, or a row of it is damaged.
  init(_ path: String) throws(MonitoringError) {
    guard try LinkResultFile.header(path) == EncodedMatch.columns else { throw Self.noPairs(path) }
    try LinkResultFile.forEachRow(path) { (_, row, number) throws(MonitoringError) in
      guard let first = WrittenNumber(row[1]), let second = WrittenNumber(row[3]), let chance = Double(row[4]),
        (0...1).contains(chance), Self.isSource(row[0]), Self.isSource(row[2])
      else {
        throw .data(
          nl:
            "\(path), rij \(number): hier staat geen paar met een kans. Vraag de koppelaar het bestand opnieuw te sturen.",
          en: "\(path), row \(number): this is no pair with a chance. Ask the linkage unit to send the file again.")
      }
      pairs.append((first, second, chance))
      entries += [(row[0], first), (row[2], second)]
    }
  }

  /// As `zicht encode` takes them, so that nothing else is ever echoed.
  private static func isSource(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  private static func noPairs(_ path: String) -> MonitoringError {
    .data(
      nl: "\(path) heeft geen paren die zicht match schreef. Noem het bestand dat de koppelaar stuurde.",
      en: "\(path) has no pairs that zicht match wrote. Name the file that the linkage unit sent.")
  }
}
