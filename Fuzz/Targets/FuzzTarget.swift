/// What can be fed any bytes. Each ends in what it promises or in a stop: a precondition of the target, or of the code
/// under it.
enum FuzzTarget: String, CaseIterable {
  case csv, delivery, expressions, histories, ods, text, web, xlsx, yaml

  func feed(_ bytes: [UInt8]) {
    switch self {
    case .csv: fuzzCSV(bytes)
    case .delivery: fuzzDelivery(bytes)
    case .expressions: fuzzExpressions(bytes)
    case .histories: fuzzHistories(bytes)
    case .ods: fuzzODS(bytes)
    case .text: fuzzText(bytes)
    case .web: fuzzWeb(bytes)
    case .xlsx: fuzzXLSX(bytes)
    case .yaml: fuzzYAML(bytes)
    }
  }
}
