package import Deliveries
package import Estimation
package import Model

/// Two codings of the same records laid side by side.
package struct DoubleCoding {
  package let first: CodedDelivery
  package let second: CodedDelivery
  /// Records both coded: places in the rows of the first and of the second.
  package let pairs: [(first: Int, second: Int)]
  /// Places of rows that only one of them has.
  package let onlyFirst: [Int]
  package let onlySecond: [Int]
  package let agreements: [CodingAgreement]
  /// Template columns of the agreements, in the same order.
  package let columns: [SourceColumn]

  /// - Throws: `MonitoringError` when a file cannot be used or codes a record twice.
  package init(_ first: CodedDelivery, _ second: CodedDelivery, source: Source, monitor: Monitor) throws {
    self.first = first
    self.second = second
    let places = try Self.places(in: second)
    _ = try Self.places(in: first)
    var pairs: [(first: Int, second: Int)] = []
    var onlyFirst: [Int] = []
    for (place, row) in first.rows.enumerated() {
      if let other = places[row.key] { pairs.append((place, other)) } else { onlyFirst.append(place) }
    }
    let met = Set(pairs.map(\.second))
    self.pairs = pairs
    self.onlyFirst = onlyFirst
    onlySecond = second.rows.indices.filter { !met.contains($0) }
    var agreements: [CodingAgreement] = []
    var columns: [SourceColumn] = []
    for column in source.columns {
      guard case .variable(let name) = column.role, let variable = monitor.codebook.variable(named: name),
        let kind = CodingAgreement.Kind(variable.kind)
      else { continue }
      let answers = pairs.map { pair in
        (first: first.rows[pair.first].answer(name), second: second.rows[pair.second].answer(name))
      }
      agreements.append(CodingAgreement(name, kind: kind, answers: answers))
      columns.append(column)
    }
    self.agreements = agreements
    self.columns = columns
  }

  /// The place of each record; a record that stands in the file twice is named by its rows.
  private static func places(in coding: CodedDelivery) throws -> [[UInt8]: Int] {
    var places: [[UInt8]: Int] = [:]
    for (place, row) in coding.rows.enumerated() {
      guard let earlier = places.updateValue(place, forKey: row.key) else { continue }
      let rows = (coding.rows[earlier].number, row.number)
      throw MonitoringError.data(
        nl: "\(coding.fileName), rij \(rows.1): dit gesprek staat ook in rij \(rows.0). Laat er één staan.",
        en: "\(coding.fileName), row \(rows.1): this record also stands in row \(rows.0). Keep one of them.")
    }
    return places
  }

  /// Records and columns on which the coders differ, in the order of the first file.
  package var disagreements: [(pair: Int, column: Int)] {
    let marks = agreements.map { Set($0.disagreements) }
    return pairs.indices.flatMap { pair in
      columns.indices.filter { marks[$0].contains(pair) }.map { (pair, $0) }
    }
  }
}

extension CodingAgreement.Kind {
  /// Nil for what is not compared: days and free text.
  fileprivate init?(_ kind: VariableKind) {
    switch kind {
    case .category: self = .category
    case .set: self = .set
    case .number: self = .number
    case .date, .text: return nil
    }
  }
}

extension CodedDelivery.Row {
  /// "Unknown" and "not applicable" are answers a coder gives; a question that was not asked has none.
  fileprivate func answer(_ variable: String) -> CodedAnswer? {
    switch answers[variable] {
    case .category(let code): .category(code)
    case .set(let codes): .set(Set(codes))
    case .number(let number): .number(Double(number))
    case .missing(.unknown): .category(Missing.unknown.word)
    case .missing(.notApplicable): .category(Missing.notApplicable.word)
    case .missing, nil: nil
    }
  }
}
