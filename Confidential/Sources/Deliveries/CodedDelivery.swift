public import Model
import Sheets

/// A delivery as one coder filled it in: what the template's columns say of each record, and the texts as typed.
///
/// Two coders of the same records each make one. Records are joined by the column that the template marks as `record`;
/// its texts stay in memory and are printed nowhere.
public struct CodedDelivery: Sendable {
  public let fileName: String
  /// What is wrong with the file as a delivery.
  public let report: DeliveryReport
  /// The rows that can be taken, in order.
  public let rows: [Row]
  /// Row of the file to its cells by header, as typed.
  private let texts: [Int: [String: String]]

  /// One record as coded.
  public struct Row: Sendable {
    /// Row of the file, counted from 1.
    public let number: Int
    /// The record's number; compare only.
    public let key: [UInt8]
    /// The answer to each variable of the template.
    public let answers: [String: Answer]
  }

  /// A coder's answer to one variable.
  public enum Answer: Equatable, Sendable {
    case category(String)
    case set([String])
    /// Scaled by 10 for each decimal of the variable.
    case number(Int)
    case missing(Missing)
  }

  /// Why a source cannot be coded twice.
  public enum Failure: Error, Equatable, Sendable {
    /// No column of the template is marked as `record`.
    case noRecordColumn(source: String)
  }

  /// Reads a coding by the template of its source.
  ///
  /// - Throws: `Failure`, and `SheetError` when the file cannot be read.
  public init(contentsOf path: String, source: Source, monitor: Monitor) throws {
    let keyed = try source.keyedByRecord()
    var rows: [Row] = []
    let reader = DeliveryReader(monitor: monitor, source: keyed)
    report = try reader.validate(contentsOf: path) { batch in
      for place in 0..<batch.personKeys.count {
        rows.append(
          Row(
            number: Int(batch.sourceRow[place]), key: batch.personKeys.withText(at: place) { Array($0) },
            answers: batch.columns.answers(at: place)))
      }
    }
    self.rows = rows
    fileName = report.fileName
    // A file that cannot be read has its finding, with its name; there is nothing to read a second time.
    texts = report.isUsable ? try Self.texts(of: path, source: source) : [:]
  }

  /// The text of a cell as typed.
  public func text(row: Int, header: String) -> String { texts[row]?[header] ?? "" }

  private static func texts(of path: String, source: Source) throws -> [Int: [String: String]] {
    let file = try SheetSource(contentsOf: path)
    let folded = source.columns.map { (folded: FoldedText.header($0.header), header: $0.header) }
    let search = HeaderSearch(source.foldedHeaders)
    let sheet = try DataSheet(in: file, headers: source.foldedHeaders).index
    var heads: [String?]?
    var result: [Int: [String: String]] = [:]
    _ = try file.forEachRow(ofSheet: sheet) { row in
      guard let heads else {
        guard !search.isRemark(row) else { return }
        heads = row.strings().map { text in folded.first { $0.folded == FoldedText.header(text) }?.header }
        return
      }
      var cells: [String: String] = [:]
      for (place, head) in heads.enumerated() where place < row.count {
        if let head { cells[head] = row.string(at: place) }
      }
      result[row.number] = cells
    }
    return result
  }
}

extension Source {
  /// The same template with the number of the record in the place of the person, so that records can be joined.
  fileprivate func keyedByRecord() throws -> Source {
    guard columns.contains(where: { $0.role == .record }) else {
      throw CodedDelivery.Failure.noRecordColumn(source: name)
    }
    var keyed = self
    keyed.columns = columns.map { column in
      var column = column
      if column.isKey {
        column.role = .ignored
        column.isRequired = false
      } else if column.role == .record {
        column.role = .person
        column.isRequired = true
      }
      return column
    }
    return keyed
  }
}

extension Columns {
  /// What a row says of each variable but the year.
  fileprivate func answers(at row: Int) -> [String: CodedDelivery.Answer] {
    var answers: [String: CodedDelivery.Answer] = [:]
    for (variable, column) in zip(variables, columns) where variable.name != "year" {
      answers[variable.name] = variable.answer(column.packedValue(at: row))
    }
    return answers
  }
}

extension Variable {
  fileprivate func answer(_ value: PackedValue) -> CodedDelivery.Answer {
    if let missing = missing(value) { return .missing(missing) }
    return switch kind {
    case .category: .category(word(of: value.code))
    case .set: .set(words(of: value))
    case .number, .date, .text: .number(Int(value.number.packed))
    }
  }
}

extension CodedDelivery.Failure {
  public var message: LocalizedText {
    switch self {
    case .noRecordColumn(let source):
      LocalizedText(
        nl:
          "De bron \(source) heeft geen kolom met `record: true`; daarmee worden gesprekken van twee codeurs samengelegd.",
        en: "The source \(source) has no column with `record: true`; by it the records of two coders are joined.")
    }
  }
}
