package import Model

/// What is wrong with published tables as a whole, with the file and the row.
struct PublishedFinding: Equatable {
  enum Kind: Equatable {
    /// The parts of a total add up to something else.
    case contradiction(sum: Int, total: Int, parts: Int)
    /// The same cell has two values in one edition.
    case twoValues
    /// An earlier edition printed another value for the same cell.
    case historyDiffers
    /// What is printed around hidden cells fits no table.
    case impossible
    /// A share or a mean stands beside a hidden count.
    case shareBeside
    /// An earlier edition printed a cell that has to be hidden now.
    case printedBefore
    /// Two figures count under the same words, and are taken for two populations.
    case apart
  }

  var kind: Kind
  var place: PublishedPlace
  var other: PublishedPlace?
  var cell = ""
  /// Whether it only has to be known: the policy can be met all the same.
  private(set) var isRemark: Bool

  init(_ kind: Kind, _ place: PublishedPlace, other: PublishedPlace? = nil, cell: String = "") {
    (self.kind, self.place, self.other, self.cell) = (kind, place, other, cell)
    isRemark = kind == .apart
  }

  /// Says that the policy takes a contradiction for known.
  mutating func settle() {
    switch kind {
    case .contradiction, .twoValues: isRemark = true
    case .historyDiffers, .impossible, .shareBeside, .printedBefore, .apart: break
    }
  }

  func sentence(in language: Language) -> String { start[language] + ": " + message[language] }

  private var start: LocalizedText { Self.start(place) }

  private static func start(_ place: PublishedPlace) -> LocalizedText {
    guard let row = place.row else { return LocalizedText(place.file) }
    return LocalizedText(nl: "\(place.file), rij \(row)", en: "\(place.file), row \(row)")
  }

  private var message: LocalizedText {
    let cell = cell.isEmpty ? LocalizedText(nl: "het totaal", en: "the total") : LocalizedText(cell)
    switch kind {
    case .contradiction(let sum, let total, let parts):
      return LocalizedText(
        nl: "hier staat \(total) voor \(cell.nl), maar de \(parts) delen tellen op tot \(sum). "
          + (isRemark
            ? "Dat verschil is als bekend genomen."
            : "Verbeter een van beide; deze optelling is niet gebruikt. "
              + "Geven mensen meer antwoorden, noem de kolom dan bij several-answers in het beleid; staat het zo in de bron, zet "
              + "daar dan contradictions: known."),
        en:
          "this says \(total) for \(cell.en), but its \(parts) parts add up to \(sum). "
          + (isRemark
            ? "That difference is taken for known."
            : "Correct either; this sum was not used. Where people give several "
              + "answers, name the column under several-answers in the policy; where the source says so, set contradictions: known "
              + "there."))
    case .twoValues:
      let other = Self.start(other ?? place)
      return LocalizedText(
        nl: "deze cel staat met een ander aantal in \(other.nl)."
          + (isRemark ? " Ze zijn als twee cellen genomen." : " Verbeter een van beide."),
        en: "this cell has another count in \(other.en)."
          + (isRemark ? " They are taken for two cells." : " Correct either."))
    case .historyDiffers:
      let other = Self.start(other ?? place)
      return LocalizedText(
        nl:
          "een eerdere editie gaf deze cel een ander aantal dan \(other.nl). Het verschil is zelf een gegeven; zeg het, of "
          + "haal de geschiedenis weg als die over iets anders gaat.",
        en:
          "an earlier edition gave this cell another count than \(other.en). The difference is a figure itself: say so, or "
          + "take the history away if it is about something else.")
    case .impossible:
      return LocalizedText(
        nl:
          "geen enkele tabel past bij wat rond deze weggelaten cel is gedrukt (\(cell.nl)). Controleer de totalen, of zet "
          + "zeros: hidden als er nullen zijn weggelaten.",
        en:
          "no table at all fits what is printed around this hidden cell (\(cell.en)). Check the totals, or set zeros: "
          + "hidden if noughts were hidden.")
    case .shareBeside:
      return LocalizedText(
        nl: "naast dit weggelaten aantal staat een aandeel of gemiddelde, en dat verraadt het. Laat ook dat weg.",
        en: "a share or a mean stands beside this hidden count and gives it away. Leave that out too.")
    case .apart:
      return LocalizedText(
        nl:
          "dit figuur telt onder dezelfde woorden als een ander, maar de meeste gedeelde aantallen verschillen. Ze zijn als twee "
          + "groepen mensen genomen.",
        en:
          "this figure counts under the same words as another, but most counts they share differ. They are taken for two "
          + "groups of people.")
    case .printedBefore:
      return LocalizedText(
        nl: "een eerdere editie drukte deze cel (\(cell.nl)); weglaten helpt niet meer.",
        en: "an earlier edition printed this cell (\(cell.en)); hiding it does not help any more.")
    }
  }
}
