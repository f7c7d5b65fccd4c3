internal import Model

/// The words of the catalogue: what is checked and what helps.
extension TextRule {
  var entry: Entry {
    switch self {
    case .title:
      Entry(
        ("Een tekst begint met één titel.", "A text begins with one title."),
        ("Begin het bestand met een regel `# Titel`.", "Begin the file with a line `# Title`."),
        ("deze tekst heeft geen titel.", "this text has no title."))
    case .structure:
      Entry(
        (
          "Een blok tussen `:::` en een keuze tussen `{{ if }}` en `{{ end }}` hebben een begin en een einde.",
          "A block between `:::` and a choice between `{{ if }}` and `{{ end }}` have a beginning and an end."
        ), ("Zet het ontbrekende begin of einde erbij.", "Add the missing beginning or end."),
        ("het blok `definition` wordt niet afgesloten.", "the block `definition` is never closed."))
    case .unclosed:
      Entry(
        (
          "Een uitdrukking eindigt met `}}` en een citaat met `]]`, binnen dezelfde alinea.",
          "An expression ends with `}}` and a quotation with `]]`, within the same paragraph."
        ), ("Sluit de uitdrukking of het citaat af.", "Close the expression or the quotation."),
        ("deze uitdrukking wordt niet afgesloten met `}}`.", "this expression is not closed with `}}`."))
    case .syntax:
      Entry(
        (
          "Een uitdrukking bestaat uit functies, rekentekens en filters.",
          "An expression consists of functions, arithmetic and filters."
        ),
        (
          "De functies en filters staan in docs/narrative.md.", "The functions and filters are in docs/narrative.md."
        ), ("na de uitdrukking staat nog `extra`.", "after the expression there still is `extra`."))
    case .unknownFunction:
      Entry(
        ("Alleen de functies van de taal bestaan.", "Only the functions of the language exist."),
        ("Kies een functie uit docs/narrative.md.", "Choose a function from docs/narrative.md."),
        ("de functie `coutn` bestaat niet; bedoelt u `count`?", "there is no function `coutn`; did you mean `count`?"))
    case .arguments:
      Entry(
        ("Een functie heeft een vast aantal gegevens nodig.", "A function takes a fixed number of arguments."),
        ("Geef de functie wat zij vraagt.", "Give the function what it asks for."),
        (
          "`change` krijgt 3 gegevens; het is change(figure, row, from, to) or change(a, b).",
          "`change` is given 3 arguments; it is change(figure, row, from, to) or change(a, b)."
        ))
    case .unknownFilter:
      Entry(
        ("Alleen de filters van de taal bestaan.", "Only the filters of the language exist."),
        ("Kies een filter uit docs/narrative.md.", "Choose a filter from docs/narrative.md."),
        (
          "het filter `procent` bestaat niet; bedoelt u `percent`?",
          "there is no filter `procent`; did you mean `percent`?"
        )
      )
    case .filter:
      Entry(
        ("Een filter past bij een soort getal.", "A filter suits a kind of number."),
        (
          "Kies een filter dat past, of bereken het getal dat u bedoelt.",
          "Choose a filter that suits, or compute the number you mean."
        ),
        ("`percent` past niet bij een aantal.", "`percent` does not suit a count."))
    default: entryAboutFigures
    }
  }

  private var entryAboutFigures: Entry {
    switch self {
    case .unknownFigure:
      Entry(
        ("Een uitdrukking noemt een figuur van deze editie.", "An expression names a figure of this edition."),
        ("Kies een figuur uit figures.yaml.", "Choose a figure from figures.yaml."),
        ("er is geen figuur `2.33`; bedoelt u `2.3`?", "there is no figure `2.33`; did you mean `2.3`?"))
    case .unknownRow:
      Entry(
        ("Een uitdrukking noemt een rij van de figuur.", "An expression names a row of the figure."),
        ("Gebruik de code of het opschrift van de rij.", "Use the code or the label of the row."),
        (
          "figuur fig-2.3 heeft geen rij `sexuel`; bedoelt u `sexual`?",
          "figure fig-2.3 has no row `sexuel`; did you mean `sexual`?"
        ))
    case .unknownColumn:
      Entry(
        ("Een uitdrukking noemt een kolom van de figuur.", "An expression names a column of the figure."),
        ("Gebruik de code of het opschrift van de kolom.", "Use the code or the label of the column."),
        (
          "figuur fig-2.3 heeft geen kolom `2014`; de kolommen zijn 2015, 2016, 2017, 2018, 2019, total.",
          "figure fig-2.3 has no column `2014`; the columns are 2015, 2016, 2017, 2018, 2019, total."
        ))
    case .notACount:
      Entry(
        ("`count` geeft een geheel aantal.", "`count` gives a whole number."),
        (
          "Gebruik `value` voor een gemiddelde, een percentage of een ander getal.",
          "Use `value` for a mean, a percentage or another number."
        ),
        ("rij `mean-age` van fig-2.10 is geen aantal.", "row `mean-age` of fig-2.10 is no count."))
    case .kinds:
      Entry(
        (
          "Getallen van een verschillende soort of eenheid worden niet opgeteld.",
          "Numbers of different kinds or units are not added."
        ), ("Reken met getallen van dezelfde soort.", "Compute with numbers of the same kind."),
        ("een aantal en een percentage kunnen niet worden opgeteld.", "a count and a percentage cannot be added."))
    case .literal:
      Entry(
        (
          "Een los getal in een uitdrukking is een factor met uitleg, of een grens in een vergelijking.",
          "A bare number in an expression is a factor with its explanation, or a bound in a comparison."
        ),
        (
          "Schrijf achter het getal tussen aanhalingstekens wat het is: `12 \"maanden in een jaar\"`.",
          "Write behind the number, between quotation marks, what it is: `12 \"months in a year\"`."
        ), ("het getal 12 heeft geen uitleg.", "the number 12 has no explanation."))
    case .divisionByZero:
      Entry(
        (
          "Een aandeel of verandering ten opzichte van nul bestaat niet.",
          "A share of nothing or a change from nothing does not exist."
        ),
        (
          "Zeg het met aantallen, of maak de zin voorwaardelijk met {{ if … }}.",
          "Say it in counts, or make the sentence conditional with {{ if … }}."
        ), ("in `share(…)` wordt gedeeld door nul.", "`share(…)` divides by zero."))
    case .tooLarge:
      Entry(
        ("Gerekend wordt met gehele getallen van 64 bits.", "Computing is done in integers of 64 bits."),
        ("Reken in kleinere stappen.", "Compute in smaller steps."),
        ("de uitkomst is te groot om exact te zijn.", "the result is too large to be exact."))
    case .estimate:
      Entry(
        (
          "Een schatting wordt met haar interval genoemd; er wordt niet mee verder gerekend.",
          "An estimate is told with its interval; nothing is computed from it."
        ),
        (
          "Noem de schatting zelf, of laat de berekening een figuur worden.",
          "Tell the estimate itself, or make the computation a figure."
        ),
        ("met een schatting wordt in een tekst niet gerekend.", "a text does not compute with an estimate."))
    case .missing:
      Entry(
        (
          "Over een getal dat er niet is, kan niets worden beweerd.",
          "Nothing can be claimed about a number that is not there."
        ),
        (
          "Zet de zin tussen {{ if delivered(…) }} en {{ end }}.",
          "Put the sentence between {{ if delivered(…) }} and {{ end }}."
        ),
        ("er is geen getal: niet geleverd.", "there is no number: not delivered."))
    default: entryAboutWords
    }
  }

  private var entryAboutWords: Entry {
    switch self {
    case .noVerdict:
      Entry(
        (
          "Verdictwoorden komen uit de drempels in monitor.yaml of uit die van het huis.",
          "Verdict words come from the thresholds in monitor.yaml or from those of the house."
        ),
        ("Kies een set of woorden uit docs/narrative.md.", "Choose a set or words from docs/narrative.md."),
        ("bij een aantal hoort geen verdict; vergelijk eerst.", "a count has no verdict; compare first."))
    case .claim:
      Entry(
        ("Wat de tekst beweert, moet uit de getallen volgen.", "What the text claims has to follow from the numbers."),
        (
          "Verander de woorden, of kijk of de getallen kloppen.",
          "Change the words, or see whether the numbers are right."
        ),
        (
          "hier staat “lichte stijging”, maar change(…) is 37,7%: “sterke stijging”.",
          "this says “slight rise”, but change(…) is 37.7%: “sharp rise”."
        ))
    case .verdictWord:
      Entry(
        ("Een verdictwoord staat nooit los in de tekst.", "A verdict word never stands in the text by itself."),
        (
          "Schrijf {{ change(…) | verdict }} of {{ say \"…\" because … }}; woorden van een ander tussen [[ en ]].",
          "Write {{ change(…) | verdict }} or {{ say \"…\" because … }}; words of someone else between [[ and ]]."
        ), ("“lichte stijging” staat los in de tekst.", "“slight rise” stands in the text by itself."))
    case .digit:
      Entry(
        (
          "Een getal staat alleen in de tekst als het uit een figuur komt, tenzij het een jaar van de editie, een wetsartikel, een verwijzing, een datum, een naam of een citaat is.",
          "A number stands in the text only when it comes from a figure, unless it is a year of the edition, an article of law, a reference, a date, a name or a quotation."
        ),
        (
          "Haal het getal uit een figuur, of citeer het met zijn bron: [[ … | bron ]].",
          "Take the number from a figure, or quote it with its source: [[ … | source ]]."
        ),
        ("het getal 130 staat los in de tekst.", "the number 130 stands in the text by itself."))
    case .numberWord:
      Entry(
        (
          "Een aantal in woorden kan net zo goed onjuist zijn als een aantal in cijfers.",
          "A number in words can be as wrong as a number in digits."
        ),
        ("Gebruik {{ … | words }}.", "Use {{ … | words }}."),
        ("“drie meldingen” lijkt een aantal in woorden.", "“three notifications” looks like a number in words."))
    case .quotation:
      Entry(
        ("Een citaat noemt zijn bron.", "A quotation names its source."),
        ("Schrijf [[ woorden | bron ]].", "Write [[ words | source ]]."),
        ("dit citaat heeft geen bron.", "this quotation has no source."))
    case .link:
      Entry(
        (
          "Een verwijzing gaat naar https, mailto, een plaats in de editie of een figuur of tekst ervan.",
          "A link leads to https, mailto, a place in the edition, or a figure or text of it."
        ),
        (
          "Gebruik https://…, mailto:…, figure:2.3, text:naam, method: of #kop.",
          "Use https://…, mailto:…, figure:2.3, text:name, method: or #heading."
        ),
        ("naar `javascript:x` wordt niet verwezen.", "`javascript:x` is not linked to."))
    case .note:
      Entry(
        (
          "Een noot wordt één keer omschreven en ten minste één keer genoemd.",
          "A note is written once and referred to at least once."
        ),
        ("Schrijf `[^naam]: tekst` op een regel van zijn eigen.", "Write `[^name]: text` on a line of its own."),
        ("de noot `bron` bestaat niet.", "there is no note `bron`."))
    case .placement:
      Entry(
        (
          "{{ figure(…) }} staat alleen in een alinea, en elke figuur staat één keer in een tekst.",
          "{{ figure(…) }} stands alone in a paragraph, and a figure stands once in a text."
        ),
        ("Zet er een lege regel voor en na.", "Put an empty line before and after it."),
        ("{{ figure(2.3) }} staat midden in een zin.", "{{ figure(2.3) }} stands in the middle of a sentence."))
    case .languages:
      Entry(
        ("Beide talen gaan over dezelfde getallen.", "Both languages are about the same numbers."),
        (
          "Zet het getal ook in de andere taal, of haal het weg.",
          "Add the number to the other language, or take it away."
        ),
        ("fig-2.3, sexual, 2019 staat niet in de Engelse tekst.", "fig-2.3, sexual, 2019 is not in the English text."))
    default:
      Entry(("", ""), ("", ""), ("", ""))
    }
  }
}
