import Model

extension Monitor {
  /// The answer to who asks how a number of an estimate came about; nil for other figures.
  func explainedOnItsPage(_ figure: String) -> Failure? {
    let isEstimate = estimates.contains { figure == $0.figure || figure.hasPrefix($0.figure + "-") }
    guard self.figure(named: figure) == nil, isEstimate || derived.contains(where: { $0.figure == figure }) else {
      return nil
    }
    return .data(
      nl:
        "\(figure) is niet cel voor cel geteld; hoe deze getallen tot stand kwamen, staat op de bladzijde ervan in de "
        + "editie.",
      en: "\(figure) was not counted cell by cell; how its numbers came about is on its page in the edition.")
  }
}
