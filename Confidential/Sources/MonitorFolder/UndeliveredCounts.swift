public import Model

/// Sources whose counts a figure needs and of which there is no delivery.
public enum UndeliveredCounts {
  /// A warning for each such source, naming the figures that will say *not delivered*.
  ///
  /// - Parameter delivered: Names of the sources of which there is a delivery.
  public static func findings(in monitor: Monitor, delivered: Set<String>) -> [Finding] {
    monitor.sources.filter { $0.deliversCounts && !delivered.contains($0.name) }.compactMap { source in
      let figures = monitor.figures.filter { $0.countTables.contains { $0.source == source.name } }.map(\.id)
      guard !figures.isEmpty else { return nil }
      let list = Wording.list(figures)
      return Finding(
        .sourceUndelivered, at: Finding.Place(file: FiguresFile.name),
        LocalizedText(
          nl: "van melder \(source.name) is er geen levering; in \(list.nl) staat `niet geleverd`.",
          en: "there is no delivery of source \(source.name); \(list.en) say `not delivered`."))
    }
  }
}
