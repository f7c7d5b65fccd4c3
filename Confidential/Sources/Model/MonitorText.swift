/// One text of a monitor, in both languages, as its author wrote it: `text/01-summary.nl.md` and `text/01-summary.en.md`.
public struct MonitorText: Equatable, Sendable {
  /// Name of the files without language and ending, `01-summary`. Texts stand in the order of their names.
  public var name: String
  public var source: LocalizedText

  public init(name: String, source: LocalizedText) {
    self.name = name
    self.source = source
  }

  /// The file of one language, relative to the folder of the monitor.
  public func file(in language: Language) -> String { "text/\(name).\(language.rawValue).md" }
}
