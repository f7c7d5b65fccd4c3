internal import Model

extension ReadingCorrection {
  /// Corrections by file, from a few lines of YAML:
  ///
  ///     norway.csv:
  ///       head-rows: 1
  ///       label-columns: 1
  ///       decimal: ","
  ///       unit: offences
  ///       totals: [I alt, Alle fylker]
  ///       leave-out: false
  ///
  /// - Returns: By file name; and what could not be read, by line.
  package static func corrections(yaml text: String, file: String) -> (
    byFile: [String: ReadingCorrection], findings: [ReadingFinding]
  ) {
    var (result, findings): ([String: ReadingCorrection], [ReadingFinding]) = ([:], [])
    var current: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
      guard !content.trimmed.isEmpty, let colon = content.endOfKey else { continue }
      let (key, value) = (unquoted(content[..<colon].trimmed), content[content.index(after: colon)...].trimmed)
      if content.first?.isWhitespace != true, value.isEmpty {
        current = key
        result[key] = ReadingCorrection()
      } else if let name = current, result[name]?.set(key, value) == true {
        continue
      } else {
        findings.append(
          ReadingFinding(
            file: file, figure: file, place: LocalizedText(nl: "regel \(index + 1)", en: "line \(index + 1)"),
            message: LocalizedText(
              nl:
                "deze regel is niet begrepen. Schrijf head-rows, label-columns, decimal, unit, totals of leave-out onder "
                + "de naam van een bestand.",
              en:
                "this line was not understood. Write head-rows, label-columns, decimal, unit, totals or leave-out under "
                + "the name of a file."), isLoss: false))
      }
    }
    return (result, findings)
  }

  private mutating func set(_ key: String, _ value: String) -> Bool {
    switch key {
    case "head-rows":
      headRows = Int(value)
      return headRows != nil
    case "label-columns":
      labelColumns = Int(value)
      return labelColumns != nil
    case "decimal":
      let sign = Self.unquoted(value)
      decimal = sign == "," || sign == "." ? sign.first : nil
      return decimal != nil
    case "unit":
      unit = Self.unquoted(value)
      return true
    case "totals":
      let list = value.hasPrefix("[") && value.hasSuffix("]") ? String(value.dropFirst().dropLast()) : value
      totals = Set(list.split(separator: ",").map { Self.unquoted($0.trimmed) })
      return true
    case "leave-out":
      isLeftOut = value == "true"
      return value == "true" || value == "false"
    default: return false
    }
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count > 1, let first = text.first, first == "\"" || first == "'", text.last == first else { return text }
    return String(text.dropFirst().dropLast())
  }
}

extension Substring {
  /// The first colon outside quotes that ends a key.
  fileprivate var endOfKey: Index? {
    var quote: Character?
    for index in indices {
      let character = self[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ":" {
        let next = self.index(after: index)
        if next == endIndex || self[next].isWhitespace { return index }
      }
    }
    return nil
  }
}
