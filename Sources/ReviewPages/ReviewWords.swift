/// The words of the pages, in the language of the sitting.
struct ReviewWords {
  private let isDutch: Bool

  init(_ language: ReviewSitting.Language) { isDutch = language == .nl }

  private func say(_ nl: String, _ en: String) -> String { isDutch ? nl : en }

  var code: String { say("nl", "en") }
  var review: String { say("Beoordelen", "Review") }
  var standing: String { say("Stand van zaken", "How it stands") }
  var back: String { say("Verder met beoordelen", "Go on reviewing") }
  var skip: String { say("Naar het paar", "To the pair") }

  // The pair.
  var question: String {
    say("Gaan deze twee meldingen over één persoon?", "Are these two notifications of one person?")
  }
  var both: String { say("De twee meldingen naast elkaar", "The two notifications side by side") }
  var head: String { say("Kenmerk", "Detail") }
  var left: String { say("Melding links", "Notification left") }
  var right: String { say("Melding rechts", "Notification right") }
  var absent: String { say("niet bekend", "not known") }
  var same: String { say("gelijk", "equal") }
  var different: String { say("verschilt", "differs") }
  var oneMissing: String { say("maar bij één", "in one only") }
  var hiddenValues: String {
    say(
      "Namen en andere gegevens worden niet getoond. Hieronder staat wat overeenkomt en hoe zeldzaam dat is.",
      "Names and other details are not shown. Below is what agrees and how rare that is.")
  }
  var evidence: String { say("Wat de gegevens zeggen", "What the details say") }
  var finding: String { say("Overeenkomst", "Agreement") }
  var weight: String { say("Gewicht", "Weight") }
  var meaning: String { say("Wat dat zegt", "What that says") }
  var evidenceNote: String {
    say(
      "Een balk naar rechts spreekt voor één persoon, een balk naar links ertegen; hoe langer, hoe sterker. Hoe zeker het "
        + "programma van het geheel is, leest u na uw antwoord.",
      "A bar to the right speaks for one person, a bar to the left against; the longer, the stronger. How sure the program "
        + "is of the whole you read after your answer.")
  }
  var opinions: String { say("Wat lezers eerder zeiden", "What readers said before") }
  func progress(_ answered: Int, _ waiting: Int?) -> String {
    let done = say(
      "U beantwoordde \(answered) \(answered == 1 ? "paar" : "paren").",
      "You answered \(answered) \(answered == 1 ? "pair" : "pairs").")
    return done + (waiting.map { say(" Nog \($0) te gaan.", " \($0) to go.") } ?? "")
  }

  // Answers.
  var answers: String { say("Uw antwoord", "Your answer") }
  var answerSame: String { say("Zelfde persoon", "Same person") }
  var answerDifferent: String { say("Andere personen", "Different persons") }
  var answerCannotSay: String { say("Weet niet", "Cannot say") }
  var takeBack: String { say("Vorige antwoord ongedaan maken", "Take the last answer back") }
  var end: String { say("Stoppen en afsluiten", "Stop and close") }
  var keySame: String { say("Z", "S") }
  var keyDifferent: String { say("A", "D") }
  var keyCannotSay: String { say("W", "C") }
  var keyTakeBack: String { "U" }
  var keysOn: String { say("Sneltoetsen staan aan", "Shortcut keys are on") }
  var keysOff: String { say("Sneltoetsen staan uit", "Shortcut keys are off") }

  // The standing.
  var numbers: String { say("Paren en overeenstemming", "Pairs and agreement") }
  var readers: String { say("Antwoorden per lezer", "Answers by reader") }
  var reader: String { say("Lezer", "Reader") }
  var subject: String { say("Onderwerp", "Subject") }
  var number: String { say("Aantal", "Number") }

  // Where there is no pair.
  var done: String { say("Klaar", "Done") }
  var entrance: String { say("Meldingen beoordelen", "Review notifications") }
  var entranceNote: String {
    say(
      "U gaat gegevens van personen zien. Zorg dat niemand meekijkt. Elk paar dat u ziet, wordt vastgelegd.",
      "You are going to see details of persons. See to it that nobody looks along. Every pair you see is written down.")
  }
  func entranceMinutes(_ minutes: Int) -> String {
    say(
      "Na \(minutes) \(minutes == 1 ? "minuut" : "minuten") zonder gebruik gaan de bladzijden op slot.",
      "After \(minutes) \(minutes == 1 ? "minute" : "minutes") without use the pages are locked.")
  }
  var begin: String { say("Beginnen", "Begin") }
  var closed: String { say("Afgesloten", "Closed") }
  var closedNote: String {
    say(
      "Uw antwoorden zijn bewaard. U kunt dit venster sluiten.", "Your answers are kept. You can close this window.")
  }

  /// What is said instead of a page, with its head.
  func refusal(_ refusal: ReviewRefusal) -> (head: String, text: String) {
    switch refusal {
    case .stranger:
      (
        say("Deze bladzijde is niet voor u open", "This page is not open to you"),
        say(
          "Open het adres dat zicht review in de terminal noemde. Dat adres werkt één keer.",
          "Open the address that zicht review gave in the terminal. That address works once.")
      )
    case .locked:
      (
        say("De bladzijden zijn op slot", "The pages are locked"),
        say(
          "Ze zijn een tijd niet gebruikt. In de terminal staat een nieuw adres om verder te gaan. Uw antwoorden zijn bewaard.",
          "Nobody used them for a while. In the terminal is a new address to go on. Your answers are kept.")
      )
    case .forged:
      (
        say("Dit antwoord is niet aangenomen", "This answer was not taken"),
        say(
          "Het kwam niet van deze bladzijden. Ga terug naar het paar en antwoord daar.",
          "It did not come from these pages. Go back to the pair and answer there.")
      )
    case .malformed:
      (
        say("Dit is niet te lezen", "This cannot be read"),
        say(
          "De server kreeg iets anders dan deze bladzijden sturen. Ga terug naar het paar.",
          "The server received something other than these pages send. Go back to the pair.")
      )
    case .tooMuch:
      (
        say("Dit is te veel", "This is too much"),
        say(
          "De server kreeg meer dan deze bladzijden sturen. Ga terug naar het paar.",
          "The server received more than these pages send. Go back to the pair.")
      )
    case .unknownPair:
      (
        say("Dit paar is niet meer aan de orde", "This pair is no longer the one"),
        say(
          "Er is intussen een ander paar getoond. Ga terug naar het paar dat nu openstaat; er is niets bewaard.",
          "Another pair was shown meanwhile. Go back to the pair that is open now; nothing was kept.")
      )
    case .notFound:
      (
        say("Deze bladzijde bestaat niet", "This page does not exist"),
        say("Ga terug naar het paar.", "Go back to the pair.")
      )
    case .otherName:
      (
        say("Deze server heeft een andere naam", "This server has another name"),
        say(
          "Gebruik het adres dat zicht review in de terminal noemde.",
          "Use the address that zicht review gave in the terminal.")
      )
    case .failed:
      (
        say("Dit is niet gelukt", "This could not be done"),
        say("Ga terug naar het paar en probeer het opnieuw.", "Go back to the pair and try again.")
      )
    }
  }
}

/// Why a page is not shown or an answer not taken.
public enum ReviewRefusal: Equatable, Sendable, CaseIterable {
  /// Nobody was let in with this cookie, or without one.
  case stranger
  case locked
  /// Without the token of the sitting, or from another page.
  case forged
  case malformed, tooMuch, unknownPair, notFound
  /// Asked under a name that is not this server's.
  case otherName
  /// What the program with the key said cannot be done.
  case failed
}
