public import Model

/// What speaks against a headline.
public enum HeadlineDoubt: Equatable, Sendable {
  /// The interval has no upper limit, or leaves the hidden number open by more than a factor of a hundred.
  case cannotTell
  /// Nobody is on two lists, or on none but one list.
  case noOverlap
  /// Fewer than three lists with anybody on them: whether two lists hang together cannot be seen.
  case twoLists
  /// So few persons on more than one list that each of them moves the number.
  case fewOverlaps(persons: Int)
  /// Everybody on the one list is on the other too.
  case nested(list: String, within: String)
  /// More or fewer persons on three lists than pairs of lists and differences between persons can explain.
  case unexplained(lists: [String], persons: Int, expected: Double)
  /// There were more models than were weighed.
  case searchCut

  /// Below this many persons on more than one list the number hangs on a few of them: their Poisson deviation alone is
  /// then a third of them.
  static let few = 10
  /// A list shorter than this is often within another by chance.
  static let shortest = 5
  /// The chance at which a number of persons on three lists counts as unexplained, shared among all triples.
  static let unlikely = 0.01

  /// In a whole sentence, with lists as the table has them.
  public var text: LocalizedText { text(naming: .plain) }

  public func text(naming names: ListNames) -> LocalizedText {
    switch self {
    case .cannotTell:
      LocalizedText(
        nl: "Deze telling kan niet zeggen hoeveel mensen er zijn: het interval laat het verborgen aantal meer dan "
          + "een factor \(EstimateDoubt.widest) open.",
        en: "This table cannot tell how many people there are: the interval leaves the hidden number open by more "
          + "than a factor of \(EstimateDoubt.widest).")
    case .noOverlap:
      LocalizedText(
        nl: "Niemand staat op meer dan één lijst: deze telling kan niet zeggen hoeveel mensen er zijn.",
        en: "Nobody is on more than one list: this table cannot tell how many people there are.")
    case .twoLists:
      LocalizedText(
        nl: "Met twee lijsten is niet te zien of zij samenhangen; hoe breed het interval is, volgt hier uit een "
          + "aanname en niet uit de telling.",
        en: "With two lists nobody can see whether they hang together; how wide the interval is follows from an "
          + "assumption here and not from the table.")
    case .fewOverlaps(let persons):
      LocalizedText(
        nl: "Maar \(Quantity(persons).formatted(in: .nl)) \(persons == 1 ? "persoon staat" : "personen staan") op "
          + "meer dan één lijst: het getal hangt aan enkele mensen.",
        en: "Only \(Quantity(persons).formatted(in: .en)) \(persons == 1 ? "person is" : "persons are") on more "
          + "than one list: the number hangs on a few people.")
    case .nested(let list, let other): Self.nested(names[list], within: names[other])
    case .unexplained(let lists, let persons, let expected):
      LocalizedText(
        nl:
          "Op \(names.together(lists, by: ", ").nl) samen staan \(Quantity(persons).formatted(in: .nl)) personen, waar "
          + "het beste model er \(Quantity(Int(expected.rounded())).formatted(in: .nl)) verwacht: deze lijsten "
          + "hangen samen op een manier die geen van de modellen kent.",
        en: "On \(names.together(lists, by: ", ").en) together there are \(Quantity(persons).formatted(in: .en)) "
          + "persons, where the best model expects \(Quantity(Int(expected.rounded())).formatted(in: .en)): these "
          + "lists hang together in a way that none of the models knows.")
    case .searchCut:
      LocalizedText(
        nl: "Er zijn meer modellen dan er gewogen zijn; met minder lijsten, of kleine lijsten samengenomen, telt elk "
          + "model mee.",
        en: "There are more models than were weighed; with fewer lists, or small lists made into one, every model "
          + "counts.")
    }
  }

  /// The same without a count of persons, for where a policy shows none.
  package func withoutNumbers(naming names: ListNames) -> LocalizedText {
    switch self {
    case .cannotTell, .noOverlap, .twoLists, .nested, .searchCut: text(naming: names)
    case .fewOverlaps:
      LocalizedText(
        nl: "Maar enkele personen staan op meer dan één lijst: het getal hangt aan enkele mensen.",
        en: "Only some persons are on more than one list: the number hangs on a few people.")
    case .unexplained(let lists, _, _):
      LocalizedText(
        nl: "\(names.together(lists, by: ", ").nl) hangen samen op een manier die geen van de modellen kent.",
        en: "\(names.together(lists, by: ", ").en) hang together in a way that none of the models knows.")
    }
  }

  private static func nested(_ list: LocalizedText, within other: LocalizedText) -> LocalizedText {
    LocalizedText(
      nl: "Iedereen van lijst \(list.nl) staat ook op lijst \(other.nl). Is de ene lijst een kopie of een deel van de "
        + "andere, neem ze dan samen: als eigen lijst zegt \(list.nl) dan niets.",
      en: "Everybody on list \(list.en) is on list \(other.en) too. If one list is a copy or a part of the other, make "
        + "them one: as a list of its own \(list.en) then says nothing.")
  }
}
