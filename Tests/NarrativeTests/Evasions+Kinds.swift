import Model

@testable import Narrative

/// More ways around the language, by kind: each sentence says a number or a verdict that no figure bears.
extension Evasions {
  static let kindsNL = """
    Het gaat vooral om mannen.
    De meldingen kwamen vooral van slachtoffers.
    Voornamelijk vrouwen zochten hulp.
    Hoofdzakelijk jonge mannen werden aangehouden.
    Met name minderjarigen werden benaderd.
    De slachtoffers zijn overwegend vrouwen.
    Een meerderheid is vrouw, zeggen de slachtoffers.
    Een kleine minderheid van de slachtoffers deed aangifte.
    Het gros van de slachtoffers is jong.
    Het leeuwendeel van de meldingen ging over werk.
    De bulk van de aangiftes kwam uit de stad.
    Er kwamen extra meldingen binnen.
    Dat leverde extra slachtoffers op.
    Er waren dozijnen meldingen.
    Dozijnen van hen bleven weg.
    Nauwelijks slachtoffers deden aangifte.
    Amper een melding ging over werk.
    Er waren vrijwel geen verdachten.
    Zo goed als geen slachtoffers bleven.
    Slechts een fractie van de slachtoffers kwam terug.
    Gemiddeld twee kinderen woonden mee.
    Gemiddeld ruim drie keer belde iemand.
    IX slachtoffers bleven.
    Zij telden VII zaken.
    De zaak stond op nummer één.
    Elke week kwam er een melding binnen.
    Elke twee dagen belde een slachtoffer.
    Er was een melding per dag.
    Dagelijks een slachtoffer, dat is de praktijk.
    Drie slachtoffers in de maand.
    Het waren vier keer meer mensen.
    Het derde jaar op rij ging het zo.
    Vijf jaar op rij kwamen er mensen.
    De aantallen liepen in de dubbele cijfers.
    Het aantal is nu dubbel.
    Er kwam een kentering in het aantal meldingen.
    Het aantal meldingen bereikte een plateau.
    De inhaalslag van de politie leidde tot aangiftes.
    De stijgende trend zet door.
    De trend is gekeerd.
    De groei van het aantal meldingen zette zich voort.
    Het aantal meldingen stabiliseerde.
    Het aantal stagneerde.
    De instroom vlakte af.
    De instroom trok aan.
    Het aantal zwakte af.
    Het aantal veerde op.
    Almaar meer slachtoffers melden zich.
    Het aantal schommelde rond dat van toen.
    De meldingen zijn op een dieptepunt.
    Nog niet eerder zoveel meldingen.
    Door de wet zijn er minder.
    In dat jaar waren het er meer.
    Van de slachtoffers zijn er sindsdien meer.
    Vrouwen worden vaker dan mannen benaderd.
    Jongens deden vaker aangifte dan meisjes.
    Er zijn hier meer meldingen dan elders.
    Slachtoffers zijn hier vaker jong dan gemiddeld.
    Vrouwen zijn oververtegenwoordigd.
    Een bovengemiddeld aantal slachtoffers was jong.
    De grootste groep is jong.
    Mannen zijn de kleinste groep.
    De meest voorkomende vorm is dwang.
    De meest genoemde plaats is de straat.
    Rotterdam heeft het op een na grootste aantal meldingen.
    De politie is de koploper in meldingen.
    Het aantal is niet gedaald.
    Het aantal nam niet af.
    Er waren niet meer meldingen dan toen.
    Er waren niet minder slachtoffers dan vorig jaar.
    | Vorm | Aantal |\\n|---|---|\\n| Werk | dertien |
    ### Extra slachtoffers
    Zie *dozijnen* meldingen.
    [Vooral mannen](https://example.org) meldden zich.
    > Het aantal meldingen stabiliseerde.
    Het aantal steeg door de wet.
    Door corona minder meldingen.
    Meldingen: twee-en-dertig.
    Wel vijf-en-twintig meldingen.
    Er waren &#52;50 meldingen.
    Er waren ４５０ meldingen.
    Er waren vier\u{AD}honderd meldingen.
    Voor de helft\u{200B} jongens.
    De teller stond op tweeduizend twintig.
    Het was een op tien.
    """

  static let kindsEN = """
    It was mainly men.
    Reports came mostly from victims.
    Chiefly young women asked for help.
    They were predominantly minors.
    Victims were overwhelmingly from among migrants.
    The bulk of victims is young.
    The bulk of the reports was about work.
    The lion's share of the cases came from the city.
    A clear majority were women, the victims say.
    A small minority of the victims stayed.
    Additional reports came in.
    Extra victims were found.
    Hardly any victims came back.
    Scarcely any reports were about work.
    Barely a report was about work.
    Almost no victims stayed.
    Virtually no suspects were known.
    Next to no reports came in.
    A fraction of the victims came back.
    Just a tiny fraction of them stayed.
    Scores of victims called.
    A handful of cases went to court.
    On average two children lived there.
    An average of five people called.
    IX victims stayed.
    They counted VII cases.
    Every week a victim called.
    Every two days someone called.
    There was one report a day.
    One victim per week, that is the practice.
    It was four times more.
    Four times higher than elsewhere.
    For the third year running people came.
    The third year in a row.
    Five years in a row people came.
    For five consecutive years people came.
    Numbers were in double digits.
    It was two to one.
    Half as many victims stayed.
    Nearly all victims stayed.
    There was a turnaround in the number of reports.
    The number of reports reached a plateau.
    Reports plateaued.
    The upward trend continues.
    The tide has turned.
    The trend was reversed.
    The number of reports stabilised.
    The number stagnated.
    The number levelled off.
    Reports tapered off.
    The number rebounded.
    Reports picked up.
    The number crept up.
    The number edged down.
    The number held steady.
    The number hovered around that of then.
    Reports are at a historic low.
    Because of the act there are fewer.
    Since then there are more victims.
    Women report more often than men.
    Victims are more often young than average.
    There are more reports here than elsewhere.
    Women are overrepresented.
    An above-average number of victims was young.
    The largest group is young.
    Men are the smallest group.
    The most common form is coercion.
    The most frequently reported place is the street.
    It has the second largest number of reports.
    The police top the list of reports.
    The number did not fall.
    The number has not fallen.
    There were no fewer victims than then.
    There were no more reports than last year.
    | Form | Number |\\n|---|---|\\n| Work | thirteen |
    ### Extra victims
    See *dozens* of reports.
    [Mainly men](https://example.org) called.
    > The number of reports stabilised.
    The number rose because of the act.
    There were &#52;50 reports.
    There were four\u{AD} hundred reports.
    It was one in ten.
    The biggest category is work.
    """

  /// The same kinds of words where the numbers bear them.
  static let kindsBorne: [(text: String, language: Language)] = [
    ("Het gaat vooral om volwassenen. {{ claim: share(1.1, adult, 2018) > 50 \"half\" }}", .nl),
    ("De grootste groep is volwassen. {{ claim: rank(1.1, adult, 2018) = 1 \"first place\" }}", .nl),
    ("Een minderheid van de slachtoffers is jong: {{ share(1.1, minor, 2018) }}.", .nl),
    ("Het aantal daalde niet. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("Het aantal nam niet af. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("Het aantal steeg niet alleen daar. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("The number did not fall. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .en),
    ("The number has not fallen. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .en),
    ("It was mainly adults. {{ claim: share(1.1, adult, 2018) > 50 \"half\" }}", .en),
    ("The number of reports stabilised. {{ claim: total(essm-meldingen, 2019) = total(essm-meldingen, 2020) }}", .en),
  ]

  /// What stands beside the words is about something else, or says the opposite. Of adults there were 8, 16 and 20.
  static let kindsContradicted: [(text: String, language: Language)] = [
    ("Het aantal minderjarigen steeg. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("Minderjarigen zijn de grootste groep. {{ claim: rank(1.1, adult, 2018) = 1 \"eerste plaats\" }}", .nl),
    ("De meeste slachtoffers zijn jong. {{ claim: count(1.1, adult, 2018) > count(1.1, minor, 2018) }}", .nl),
    ("Het laagste aantal. {{ claim: rank(1.1, adult, 2018) = 1 \"eerste plaats\" }}", .nl),
    ("Het aantal is niet gestegen. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("Het aantal nam niet toe. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("Een meerderheid van de slachtoffers is jong: {{ share(1.1, minor, 2018) }}.", .nl),
    (
      "Het hoogste aantal. {{ claim: count(1.1, adult, 2018) = min(count(1.1, adult, 2018), count(1.1, adult, 2019)) }}",
      .nl
    ),
    ("The number of minors rose. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .en),
    ("The most victims were adults. {{ claim: count(1.1, adult, 2018) > count(1.1, minor, 2018) }}", .en),
    ("The number did not rise. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .en),
    ("{{ if count(1.1, adult, 2019) > count(1.1, adult, 2018) }}The number of minors rose.{{ end }}", .en),
  ]

  static func rows(_ list: String) -> [String] {
    list.split(separator: "\n").map { String($0).replacing("\\n", with: "\n") }
  }
}
