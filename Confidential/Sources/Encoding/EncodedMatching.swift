/// The pairs of entries of encoded files that may be of one person, with how sure that is: the work of the linkage unit.
///
/// Which entries are of one record is not known here, so a pair of records is found once for each block that both are in.
public struct EncodedMatching: Sendable {
  private let files: [EncodedFile]
  private let found: [Found]
  private let scores: [AgreementPattern: Double]
  public let summary: Summary

  private struct Found: Sendable {
    var left, right: SharedBlocks.Place
    var pattern: AgreementPattern
  }

  /// The numbers of the whole; nothing in it is about one person.
  public struct Summary: Equatable, Sendable {
    /// Of each source, in the order of their names, the entries.
    public var sources: [(name: String, entries: Int)]
    /// Of each of them by which its encodings are told from others of that source.
    public var marks: [String]
    public var project: String
    public var epoch: Int
    /// The fingerprint of the linkage key.
    public var key: String
    public var comparedPairs: Int
    /// Entries in blocks of more than 200, which were passed over.
    public var entriesPassedOver: Int
    public var roundsOfLearning: Int

    public static func == (left: Summary, right: Summary) -> Bool {
      left.sources.elementsEqual(right.sources) { $0 == $1 } && left.marks == right.marks
        && (left.project, left.epoch, left.key, left.comparedPairs, left.entriesPassedOver, left.roundsOfLearning)
          == (
            right.project, right.epoch, right.key, right.comparedPairs, right.entriesPassedOver, right.roundsOfLearning
          )
    }
  }

  /// Two entries of a block, the one of the first source and of the lower number first.
  public struct Pair: Sendable {
    public var firstSource, firstEntry, secondSource, secondEntry: String
    public var probability: Double
    /// Field and level of what both have: `birth exact`.
    public var levels: [(field: String, level: String)]
  }

  /// Compares what shares a block and learns what agreement says.
  ///
  /// - Parameter encoded: Files in any order, with their names for errors.
  /// - Throws: `EncodingError` when one cannot be read, or not be compared with the first.
  public init(_ encoded: [(name: String, bytes: [UInt8])]) throws(EncodingError) {
    precondition(!encoded.isEmpty, "the caller asks for a file at least")
    var read: [(name: String, file: EncodedFile)] = []
    for (name, bytes) in encoded { read.append((name, try EncodedFile(bytes: bytes, file: name))) }
    let files = try EncodedFiles(read).files.sorted {
      $0.header.source.utf8.lexicographicallyPrecedes($1.header.source.utf8)
    }
    let blocks = SharedBlocks(files)
    var found: [Found] = []
    var counts: [AgreementPattern: Int] = [:]
    blocks.forEachPair { left, right, size in
      let (one, two) = (files[left.file][left.entry], files[right.file][right.entry])
      let pattern = AgreementPattern(
        ContentAgreement(one.content, two.content), pass: one.pass, blockSize: size,
        isOnePartner: left.file == right.file)
      counts[pattern, default: 0] += 1
      let isFirst = (left.file, left.entry) < (right.file, right.entry)
      found.append(Found(left: isFirst ? left : right, right: isFirst ? right : left, pattern: pattern))
    }
    let patterns = counts.sorted { $0.key < $1.key }.map { (pattern: $0.key, count: $0.value) }
    let model = EncodedMatchModel(patterns, across: Self.across(files))
    scores = Dictionary(uniqueKeysWithValues: patterns.map { ($0.pattern, model.probability($0.pattern)) })
    (self.files, self.found) = (files, found)
    summary = Summary(
      sources: files.map { ($0.header.source, $0.count) }, marks: files.map(\.mark), project: files[0].header.project,
      epoch: files[0].header.epoch, key: files[0].header.key, comparedPairs: found.count,
      entriesPassedOver: blocks.entriesPassedOver,
      roundsOfLearning: model.iterations)
  }

  /// By pass, how many pairs of entries are of two partners for each that is of one; nil where there are none of one or of two.
  private static func across(_ files: [EncodedFile]) -> [Double?] {
    var entries = BlockPass.allCases.map { _ in [Double](repeating: 0, count: files.count) }
    for (number, file) in files.enumerated() {
      for entry in 0..<file.count { entries[Int(file[entry].pass.rawValue) - 1][number] += 1 }
    }
    return entries.map { counts in
      let all = counts.reduce(0, +)
      let ofOne = counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
      let ofTwo = all * (all - 1) / 2 - ofOne
      return ofOne > 0 && ofTwo > 0 ? ofTwo / ofOne : nil
    }
  }

  /// The pairs of at least some chance, in the order of their sources and numbers.
  public func pairs(from floor: Double) -> [Pair] {
    found.filter { scores[$0.pattern, default: 0] >= floor }
      .sorted {
        ($0.left.file, $0.left.entry, $0.right.file, $0.right.entry)
          < ($1.left.file, $1.left.entry, $1.right.file, $1.right.entry)
      }
      .map { found in
        let (left, right) = (files[found.left.file], files[found.right.file])
        return Pair(
          firstSource: left.header.source, firstEntry: left[found.left.entry].number.text,
          secondSource: right.header.source, secondEntry: right[found.right.entry].number.text,
          probability: scores[found.pattern, default: 0], levels: Self.levels(found.pattern))
      }
  }

  private static func levels(_ pattern: AgreementPattern) -> [(field: String, level: String)] {
    AgreementPattern.Field.allCases.compactMap { field in
      let level = pattern.level(field)
      return level == 0 ? nil : ("\(field)", field.levelNames[level - 1])
    }
  }
}
