public import Model

extension TableShape.RowHeader {
  /// What the row is called beside a chart or a table: its label, or its measure when it has no axis of its own.
  public func reading(in language: Language) -> String {
    let text = name == nil || label[language].isEmpty ? measure[language] : label[language]
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
