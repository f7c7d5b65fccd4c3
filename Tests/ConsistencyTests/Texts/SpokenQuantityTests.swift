import Testing

@testable import Consistency

/// Shares, factors and years in words, in five languages.
@Suite struct SpokenQuantityTests {
  private static func quantities(_ text: String) -> [SpokenQuantity] {
    SpokenQuantities(tokens: TextToken.tokens(of: text)).all()
  }

  @Test(arguments: [
    ("Two thirds of the victims are men.", SpokenQuantity.Kind.share, 0.667, SpokenQuantity.Leaning.none),
    ("Ruim twee derde van de slachtoffers is man.", .share, 0.667, .justAbove),
    ("Bijna de helft van alle meldingen.", .share, 0.5, .almost), ("More than half of the cows.", .share, 0.5, .above),
    ("Knapp die Hälfte der Kühe.", .share, 0.5, .almost), ("Près d'un quart des vaches.", .share, 0.25, .around),
    ("Plus d'un tiers des vaches.", .share, 0.333, .above),
    ("Más de la mitad de las vacas.", .share, 0.5, .above), ("Tres cuartas partes de las vacas.", .share, 0.75, .none),
    ("Driekwart van de koeien.", .share, 0.75, .none), ("One in four cows.", .share, 0.25, .none),
    ("Ongeveer vier op de tien koeien.", .share, 0.4, .around), ("Trois sur quatre.", .share, 0.75, .none),
    ("Una de cada tres vacas.", .share, 0.333, .none), ("Weniger als ein Viertel der Kühe.", .share, 0.25, .below),
    ("The number more than doubled.", .multiplied, 2, .above),
    ("Het aantal is bijna verdubbeld.", .multiplied, 2, .almost),
    ("Die Zahl hat sich verdreifacht.", .multiplied, 3, .none), ("Le nombre a doublé.", .multiplied, 2, .none),
    ("El número se duplicó con creces.", .multiplied, 2, .above), ("Het aantal halveerde.", .divided, 2, .none),
    ("Le nombre a diminué de moitié.", .divided, 2, .none), ("Se redujo a la mitad.", .divided, 2, .none),
    ("Die Zahl sank um die Hälfte.", .divided, 2, .none),
  ])
  func `is read`(_ text: String, _ kind: SpokenQuantity.Kind, _ said: Double, _ leaning: SpokenQuantity.Leaning) {
    let found = Self.quantities(text)
    #expect(found.map(\.kind) == [kind])
    #expect(found.map { ($0.said * 1000).rounded() / 1000 } == [said])
    #expect(found.map(\.leaning) == [leaning])
  }

  @Test(arguments: [
    "The second half of 2020 was wet.", "In de eerste helft van het jaar.", "A quarter of an hour later.",
    "The third of May.", "In the third quarter of 2021.", "De helft van december 2020.", "He came in second of four.",
    "It rose by a third of a point.",
  ])
  func `is not what is a time, a rank or a change`(_ text: String) { #expect(Self.quantities(text).isEmpty) }

  @Test(arguments: [
    ("In 2015 it was 12, four years later 15.", [2019]), ("In 2019 waren het er 12, een jaar eerder 15.", [2018]),
    ("Im Jahr 2020 waren es 12, im Vorjahr 15.", [2019]), ("En 2015, 12, et 15 quatre ans plus tard.", [2019]),
    ("En 2015 eran 12, y 15 cuatro años después.", [2019]), ("In 2015 it was 12, the year before 15.", [2014]),
    ("In 2015, two years after the war.", []), ("Four years later it was 15.", []),
  ])
  func `of years is counted from the year that is named`(_ text: String, _ years: [Int]) {
    #expect(RelativeYears(tokens: TextToken.tokens(of: text)).found(after: []).map(\.year) == years)
  }
}
