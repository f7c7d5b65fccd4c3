import Model

/// One function for each complaint that has a place in the table.
enum PlacedSentence {
  static func unknownList(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "deze geschiedenis noemt een lijst die er niet is.",
      en: "this history names a list that is not there.")
  }

  static func notExact(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "hiervan is alleen bekend waar het aantal tussen ligt. Geef het werkelijke aantal.",
      en: "of this only is known what the count lies between. Give the real count.")
  }

  static func negativeCount(_ place: CaptureHistoryError.Place) -> LocalizedText {
    sentence(
      place, nl: "een aantal personen is niet negatief. Verbeter de cel.",
      en: "a number of persons is not negative. Correct the cell.")
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
      nl: "hier staat niet in welke groep deze personen vallen. Vul de cel in, of maak van de kolom een kenmerk in "
        + "een model voor allen.",
      en: "it does not say in which group these persons fall. Fill in the cell, or make the column a covariate of one "
        + "model for all.")
  }

  private static func sentence(_ place: CaptureHistoryError.Place, nl: String, en: String) -> LocalizedText {
    LocalizedText(nl: place.text.nl + ": " + nl, en: place.text.en + ": " + en)
  }
}
