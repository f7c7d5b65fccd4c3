public import Model

/// What an edition is, beside what it publishes: whose, by which version, and where it departs from what stood before.
public struct Imprint: Equatable, Sendable {
  public var monitor: Monitor
  /// Version of the program: `0.1.0`.
  public var version: String
  /// Where the edition knowingly differs from numbers published before.
  public var departures: [Departure]
  /// What the checks of deliveries are called for readers, by their name.
  public var checks: [String: LocalizedText] = [:]

  public init(monitor: Monitor, version: String, departures: [Departure] = []) {
    self.monitor = monitor
    self.version = version
    self.departures = departures
  }
}

/// A number of this edition that knowingly differs from the same number published before.
public struct Departure: Equatable, Sendable {
  public var figure: String
  /// `Totaal, AU`: row and column for readers.
  public var place: LocalizedText
  public var published: String
  public var here: String
  public var reason: LocalizedText
  public init(figure: String, place: LocalizedText, published: String, here: String, reason: LocalizedText) {
    self.figure = figure
    self.place = place
    self.published = published
    self.here = here
    self.reason = reason
  }
}
