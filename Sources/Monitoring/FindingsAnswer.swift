package import Model

/// Findings for a program to read.
package struct FindingsAnswer: Encodable, Equatable {
  package struct Entry: Encodable, Equatable {
    package var rule: String
    package var severity: String
    package var file: String
    package var row: Int?
    package var column: String?
    package var message: String
    package var remedy: String
  }

  package var isGood: Bool
  package var findings: [Entry]

  package init(_ findings: [Finding], language: Language, isGood: Bool) {
    self.isGood = isGood
    self.findings = findings.map {
      Entry(
        rule: $0.rule, severity: $0.severity.rawValue, file: $0.place.file, row: $0.place.row,
        column: $0.place.column, message: $0.message[language], remedy: $0.remedy[language])
    }
  }
}
