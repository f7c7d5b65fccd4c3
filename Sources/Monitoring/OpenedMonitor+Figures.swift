package import Model

extension OpenedMonitor {
  /// The figure of which a cell is asked about, named as texts name it: `2.3` for `fig-2.3`.
  ///
  /// - Throws: `MonitoringError.data`: for an estimate, a table of an estimate and a derived number that its page in the
  ///   edition tells how it came about; for a name that no figure has, the nearest one.
  package func figure(toExplain name: String) throws(MonitoringError) -> Figure {
    if let figure = ["", "fig-", "tab-"].lazy.compactMap({ monitor.figure(named: $0 + name) }).first { return figure }
    let isEstimate = monitor.estimates.contains { name == $0.figure || name.hasPrefix($0.figure + "-") }
    guard !isEstimate, !monitor.derived.contains(where: { $0.figure == name }) else {
      throw .data(
        nl: "\(name) is niet cel voor cel geteld; hoe deze getallen tot stand kwamen, staat op de bladzijde ervan in "
          + "de editie.",
        en: "\(name) was not counted cell by cell; how its numbers came about is on its page in the edition.")
    }
    let names = monitor.figures.map(\.id)
    throw .unknown(
      LocalizedText(nl: "De figuur '\(name)' bestaat niet", en: "There is no figure '\(name)'"),
      among: names, nearest: suggestion(for: name, among: names))
  }
}
