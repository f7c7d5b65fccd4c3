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

  public var text: LocalizedText {
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
    case .nested(let list, let other):
      LocalizedText(
        nl: "Iedereen van lijst \(list) staat ook op lijst \(other). Is de ene lijst een kopie of een deel van de "
          + "andere, neem ze dan samen: als eigen lijst zegt \(list) dan niets.",
        en: "Everybody on list \(list) is on list \(other) too. If one list is a copy or a part of the other, make "
          + "them one: as a list of its own \(list) then says nothing.")
    case .unexplained(let lists, let persons, let expected):
      LocalizedText(
        nl: "Op \(lists.joined(separator: ", ")) samen staan \(Quantity(persons).formatted(in: .nl)) personen, waar "
          + "het beste model er \(Quantity(Int(expected.rounded())).formatted(in: .nl)) verwacht: deze lijsten "
          + "hangen samen op een manier die geen van de modellen kent.",
        en: "On \(lists.joined(separator: ", ")) together there are \(Quantity(persons).formatted(in: .en)) "
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
  package var withoutNumbers: LocalizedText {
    switch self {
    case .cannotTell, .noOverlap, .twoLists, .nested, .searchCut: text
    case .fewOverlaps:
      LocalizedText(
        nl: "Maar enkele personen staan op meer dan één lijst: het getal hangt aan enkele mensen.",
        en: "Only some persons are on more than one list: the number hangs on a few people.")
    case .unexplained(let lists, _, _):
      LocalizedText(
        nl: "\(lists.joined(separator: ", ")) hangen samen op een manier die geen van de modellen kent.",
        en: "\(lists.joined(separator: ", ")) hang together in a way that none of the models knows.")
    }
  }
}
