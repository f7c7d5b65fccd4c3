import Model

/// One function for each complaint that has a place in the table.
enum PlacedSentence {
  static func unknownList(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "deze geschiedenis noemt een lijst die er niet is.",
      en: "this history names a list that is not there.")
  }

  static func unevenRow(_ place: CaptureHistoryError.Place, _ found: Int, _ expected: Int) -> LocalizedText {
    sentence(
      place, nl: "hier staan \(found) velden; de eerste rij heeft er \(expected). Vul de rij aan of verwijder die.",
      en: "there are \(found) fields here; the first row has \(expected). Complete the row or remove it.")
  }

  static func unclosedQuote(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "een aanhalingsteken wordt niet gesloten.", en: "a quotation mark is not closed.")
  }

  static func notZeroOrOne(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place,
      nl: "een lijst heeft een 1 (wel) of een 0 (niet). Verbeter de cel; is de kolom een kenmerk van personen, noem "
        + "die dan bij --covariates.",
      en: "a list has a 1 (on it) or a 0 (not on it). Correct the cell; if the column describes persons, name it in "
        + "--covariates.")
  }

  static func notANumber(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(place, nl: "hier staat geen aantal. Verbeter de cel.", en: "this is not a count. Correct the cell.")
  }

  static func suppressedCount(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place,
      nl: "het aantal is onderdrukt. Geef het werkelijke aantal of waar het tussen ligt, zoals 1-4 of <5.",
      en: "the count is suppressed. Give the real count or what it lies between, as 1-4 or <5.")
  }

  static func negativeCount(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "een aantal personen is niet negatief. Verbeter de cel.",
      en: "a number of persons is not negative. Correct the cell.")
  }

  static func fractionalCount(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "een aantal personen is een geheel getal. Gebruik geen gewogen of afgeleide aantallen.",
      en: "a number of persons is a whole number. Do not use weighted or derived counts.")
  }

  static func countTooLarge(_ place: CaptureHistoryError.Place, _ limit: Int) -> LocalizedText {
    sentence(
      place, nl: "het aantal is groter dan \(limit). Verbeter de cel.",
      en: "the count is larger than \(limit). Correct the cell.")
  }

  static func emptyHistory(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "dit zijn de mensen op geen enkele lijst; juist die worden geschat. Verwijder de rij.",
      en: "these are the people on no list; they are what is estimated. Remove the row.")
  }

  static func repeatedHistory(_ place: CaptureHistoryError.Place, _ first: Int?) -> LocalizedText {
    sentence(
      place,
      nl: "deze combinatie van lijsten staat er al\(first.map { " in rij \($0)" } ?? ""). Tel de rijen zelf op als "
        + "het verschillende personen zijn.",
      en: "this combination of lists is already there\(first.map { ", in row \($0)" } ?? ""). Add the rows up "
        + "yourself if they are different persons.")
  }

  static func missingStratum(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place,
      nl: "hier staat niet in welke groep deze personen vallen. Vul de cel in, of noem de kolom bij --covariates in "
        + "plaats van bij --strata.",
      en: "it does not say in which group these persons fall. Fill in the cell, or name the column in --covariates "
        + "instead of --strata.")
  }

  private static func sentence(_ place: CaptureHistoryError.Place, nl: String, en: String) -> LocalizedText {
    LocalizedText(nl: place.text.nl + ": " + nl, en: place.text.en + ": " + en)
  }
}
