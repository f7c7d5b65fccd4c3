package import Model

extension TableShape.RowHeader {
  /// What the row is called beside a chart or a table: its label, or its measure when it has no axis of its own or an
  /// empty label. The first letter is a capital, whatever the codebook writes.
  package func reading(in language: Language) -> String {
    let text = name == nil || label[language].isEmpty ? measure[language] : label[language]
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
