import Model

@testable import Narrative

/// Ways around the language: sentences of our own that say a number or a verdict which no figure bears.
enum Evasions {
  /// A sentence, and the word in it at which the finding has to begin.
  typealias Row = (text: String, at: String)

  /// Errors about one language, as rule and place, for a body below the title: its first line is line 3.
  static func errors(_ body: String, _ language: Language) -> [(rule: String, row: Int, column: Int)] {
    let reading = language == .nl ? Invented.reading(body, en: "x") : Invented.reading("x", en: body)
    return reading.findings.filter { $0.severity == .error && $0.place.file.hasSuffix(".\(language.rawValue).md") }
      .compactMap { finding in
        guard let row = finding.place.row, let column = finding.place.column.flatMap({ Int($0) }) else { return nil }
        return (finding.rule, row, column)
      }
  }

  /// Whether an error names the place of these words.
  static func isFound(_ row: Row, _ language: Language) -> Bool {
    guard let range = row.text.firstRange(of: row.at) else { return false }
    let column = row.text.distance(from: row.text.startIndex, to: range.lowerBound) + 1
    return errors(row.text, language).contains { $0.row == 3 && $0.column == column }
  }

  // MARK: Digits

  static let digitsNL: [Row] = [
    ("In totaal 2015 vermoedelijke slachtoffers.", "2015"), ("Dat waren in mei 31 slachtoffers.", "31"),
    ("Zie figuur 2.3 en 900 daarvan.", "900"), ("Zie artikel 5, 450 en 900.", "450"),
    ("Zo hielpen zij B450 mensen.", "450"), ("Er waren ruim 2019 aanmeldingen.", "2019"),
    ("Dat zijn er 2018.", "2018"), ("Het gaat om 2018 gemelde vrouwen.", "2018"),
    ("Op pagina 12 slachtoffers genoeg.", "12"), ("Zie tabel 3 en 4.", "4"), ("Zie artikelen 5 en 1.450.", "1.450"),
    ("Onder artikel 273f vielen 60 zaken.", "60"), ("In juni 14 gemelde meisjes.", "14"), ("Zo'n ４５０ personen.", "４５０"),
    ("Zo'n ٤٥٠ personen.", "٤٥٠"), ("Er waren 10² meldingen.", "10²"), ("Bij ½ van de mensen.", "½"),
    ("Er waren 4**5**0 meldingen.", "4"), ("Er waren l00 meldingen.", "00"), ("Er waren O5O meldingen.", "5"),
    ("Er waren 1e3 meldingen.", "1e3"), ("Er waren 4\u{200B}5 meldingen.", "4\u{200B}5"),
    ("Er waren 4\u{AD}50 meldingen.", "4\u{AD}50"), ("Er waren 4_5_0 meldingen.", "4_5_0"),
    ("Zie [450 meldingen](https://example.org).", "450"), ("## Wel 450 meldingen", "450"),
    ("> Wel 450 meldingen", "450"), ("Zij zei: “450 meldingen”.", "450"), ("- Wel 450 meldingen", "450"),
    ("Ⅻ slachtoffers waren bekend.", "Ⅻ"), ("Van 31-12-2019 meldingen.", "31-12-2019"),
    ("Er waren 99-12-2019 meldingen.", "99-12-2019"), ("Er waren Totaal-450 dossiers.", "450"),
    ("Er waren Meldingen450 bekend.", "450"), ("Het was 45%.", "45%"), ("Dat zijn ④ mensen.", "④"),
  ]

  static let digitsEN: [Row] = [
    ("In total 2015 presumed victims.", "2015"), ("Reported in May 31 victims.", "31"),
    ("See figure 2.3 and 900 of them.", "900"), ("See article 5, 450 and 900.", "450"),
    ("They helped B450 people.", "450"), ("There were nearly 2019 cases.", "2019"), ("There were 2018.", "2018"),
    ("A total of 2018 cases.", "2018"), ("There were 31 may they rest.", "31"), ("There were no 450.", "450"),
    ("See pages 4 and 1,450.", "1,450"), ("See table 3 and 4.", "4"), ("Some ４５０ persons.", "４５０"),
    ("There were 10³ reports.", "10³"), ("For ¾ of the people.", "¾"), ("There were 4*5*0 reports.", "4"),
    ("There were I00 reports.", "00"), ("See note 7 victims.", "7"), ("[450 reports](#a)", "450"),
    ("There were 2019 of them.", "2019"), ("It was 45%.", "45%"), ("In section 4 presumed victims.", "4"),
  ]

  // MARK: Numbers in words

  static let wordsNL: [Row] = [
    ("Bijna alle slachtoffers waren vrouw.", "Bijna"), ("Beide slachtoffers waren minderjarig.", "Beide"),
    ("Geen van de slachtoffers was man.", "Geen"), ("De gemiddelde leeftijd is achttien.", "achttien"),
    ("Er zijn achttien slachtoffers jonger dan elf.", "achttien"),
    ("Tweehonderd meldingen kwamen binnen.", "Tweehonderd"), ("Het waren er vijfendertig.", "Het"),
    ("De teller staat op vijfendertig.", "vijfendertig"), ("Bekend zijn XII slachtoffers.", "XII"),
    ("Dat is een kwart.", "een"), ("Dat is de helft.", "de"), ("Dat is een op de drie.", "een"),
    ("Het waren er tweemaal zoveel.", "tweemaal"), ("Het ging van tien naar dertien.", "van"),
    ("Er was geen enkele melding.", "geen"), ("Dat is tweeëntwintig.", "tweeëntwintig"),
    ("Dat is twéé\u{AD}ëntwintig.", "twéé"), ("Bij één op de vijf.", "één"), ("Een van de vijf deed aangifte.", "Een"),
    ("Dat is een derde van alle meldingen.", "een"), ("Dat is ruim een achtste.", "een"), ("Bij twee derde.", "twee"),
    ("Bij tweederde.", "tweederde"), ("Bij driekwart.", "driekwart"), ("Bij drie vierde.", "drie"),
    ("Een vijfde deel kwam terug.", "Een"), ("Half zo veel als toen.", "Half"),
    ("Anderhalf keer zo veel.", "Anderhalf"), ("Het was dubbel zo hoog.", "dubbel"), ("Het was het dubbele.", "het"),
    ("Het was driedubbel.", "driedubbel"), ("Dat is het tienvoudige.", "tienvoudige"),
    ("Er zijn tientallen meldingen.", "tientallen"),
    ("Er zijn honderden slachtoffers.", "honderden"), ("Er was een dozijn meldingen.", "een"),
    ("Honderdtwintig keer ging de telefoon.", "Honderdtwintig"), ("Er zijn twee miljoen redenen.", "twee"),
    ("Duizend-en-een verhalen.", "Duizend-en-een"), ("Tussen tien en twintig mensen.", "Tussen"),
    ("De politie staat op de tweede plaats.", "staat"), ("Er kwamen drie meldingen en bij FairWork vijf.", "vijf"),
    ("Vier van de tien waren jong.", "Vier"), ("Wel drie op de tien.", "drie"), ("Er waren er maar drie.", "Er"),
    ("Het is vijf procent.", "vijf"), ("Twee keer zo veel.", "Twee"), ("ÉÉN MELDING.", "ÉÉN"),
    ("ZEVEN MELDINGEN.", "ZEVEN"),
    ("**Drie** meldingen.", "Drie"), ("Zev**en** meldingen.", "Zev"), ("Wel tw\u{435}e meldingen.", "tw"),
    ("lOO meldingen.", "lOO"),
    ("Geen enkele van hen kwam terug.", "Geen"), ("Negenhonderdnegenennegentigduizend keer.", "Negenhonderd"),
    ("De vier jonge verdachten.", "vier"), ("Een tiental meldingen.", "Een"), ("Voor de helft jongens.", "de"),
    ("Een vijfendertigtal meldingen.", "vijfendertigtal"), ("De honderdste melding kwam binnen.", "honderdste"),
    ("Drie/vier meldingen.", "Drie"), ("Nu waren tientallen bekend.", "tientallen"),
    ("Het tiende deel van de slachtoffers.", "Het"),
    ("Tien tegen een.", "Tien"), ("Er waren t w i n t i g mensen.", "t w"),
    ("Een zestienjarige klom over het hek.", "zestienjarige"),
  ]

  static let wordsEN: [Row] = [
    ("Nearly all victims were women.", "Nearly"), ("No single victim was a man.", "No"),
    ("None of the victims was a man.", "None"), ("The mean age is eighteen.", "eighteen"),
    ("Two hundred and five reports came in.", "Two"), ("There were thirty-five.", "There"),
    ("The count is at thirty-five.", "thirty-five"), ("Known are XII victims.", "XII"),
    ("That is a quarter.", "a quarter"),
    ("That is a quarter of them.", "a quarter"), ("One in five came back.", "One"), ("One in three cases.", "One"),
    ("One out of five.", "One"), ("Half of the victims.", "Half"), ("Half the victims.", "Half"),
    ("About half stayed.", "About"), ("Two thirds stayed.", "Two"), ("Two-thirds stayed.", "Two-thirds"),
    ("Twice as many.", "Twice"), ("It was threefold.", "threefold"), ("It went from ten to thirteen.", "from"),
    ("Not a single report.", "Not"), ("Dozens of reports.", "Dozens"), ("A dozen victims.", "A"),
    ("A third of all reports.", "A"), ("One tenth stayed.", "One"), ("It was twenty two.", "twenty"),
    ("It was one hundred.", "one"), ("The police come in second place.", "in"), ("Double the number.", "Double"),
    ("Three times as many.", "Three"), ("Hundreds of victims.", "Hundreds"), ("Four out of ten.", "Four"),
    ("**Seven** reports.", "Seven"), ("Sev*en* reports.", "Sev"), ("ELEVEN VICTIMS.", "ELEVEN"),
    ("Between ten and twenty people.", "Between"), ("There were only three.", "There"),
    ("Nine hundred ninety-nine thousand calls.", "Nine"), ("Five per cent stayed.", "Five"),
    ("The hundredth victim called.", "hundredth"), ("It was fifty-fifty.", "fifty-fifty"),
    ("Every fifth victim stayed.", "Every"),
    ("A third fewer.", "A"), ("It was a hundred%.", "hundred%"),
  ]

  // MARK: Direction

  static let directionsNL: [Row] = [
    ("Het aantal meldingen daalde fors.", "daalde"), ("De politie daalde fors.", "daalde"),
    ("Er was een lichte toename.", "lichte"), ("Dat is een verdrievoudiging.", "verdrievoudiging"),
    ("Dat is het hoogste ooit.", "hoogste"), ("Meer grensoverschrijdende seksuele uitbuiting.", "Meer"),
    ("Dat was sinds 2018 voor het eerst.", "sinds"), ("De meeste slachtoffers zijn vrouw.", "meeste"),
    ("Het aantal nam in al die jaren toe.", "nam"), ("Er kwamen meer meldingen.", "meer"),
    ("Minder meldingen.", "Minder"),
    ("Steeds meer slachtoffers.", "Steeds"), ("Een record: zoveel meldingen!", "record"),
    ("Recordaantal meldingen.", "Recordaantal"),
    ("Nog nooit waren er zo veel meldingen.", "Nog"), ("Het aantal steeg opnieuw.", "steeg"),
    ("Het aandeel mannen groeide.", "groeide"),
    ("Het aantal halveerde.", "halveerde"), ("Evenveel meldingen als toen.", "Evenveel"),
    ("Het aantal bleef gelijk.", "bleef"),
    ("Het merendeel van de slachtoffers is vrouw.", "merendeel"), ("De meldingen liepen terug.", "liepen"),
    ("Een historisch laag aantal.", "historisch"), ("Het was hoger dan in 2018.", "hoger"),
    ("Het aantal ligt hoger.", "aantal"),
    ("Slachtoffers worden vaker gemeld.", "vaker"), ("De meerderheid van de verdachten is man.", "meerderheid"),
    ("Voor het eerst sinds jaren.", "Voor"), ("Een stijgend aantal meldingen.", "stijgend"),
    ("De krimp van het aantal zaken.", "krimp"),
    ("**Daalde** het aantal.", "Daalde"), ("Het aantal d*aal*de.", "d"), ("Het aantal daa\u{AD}lde.", "daa"),
    ("HET AANTAL DAALDE.", "DAALDE"),
    ("## Minder meldingen", "Minder"), ("Het aantal verdachten kelderde.", "kelderde"),
    ("Het gaat {{ count(1.1, adult, 2018) }} omhoog: het stijgt.", "stijgt"),
    ("Het aantal is verviervoudigd.", "verviervoudigd"), ("De minste meldingen kwamen van hen.", "minste"),
    ("Het aantal schoot omhoog.", "schoot"),
    ("Een stijgende lijn in de meldingen.", "stijgende"), ("Voor het eerst in jaren.", "Voor"),
    ("Nooit eerder waren er zo veel slachtoffers.", "Nooit"),
    ("Sinds 2018 niet zo hoog.", "Sinds"), ("Vaker minderjarig dan vroeger.", "Vaker"),
    ("De politie meldde het vaakst.", "het"),
    ("Het overgrote deel van de slachtoffers is vrouw.", "overgrote"),
    ("Het aantal ligt onder dat van 2019.", "aantal"),
    ("Het aantal overtrof dat van 2019.", "aantal"), ("Een veelvoud ervan.", "Een"),
    ("Ja, er was een toename.", "er"), ("Ja, er is sprake van een afname.", "er"),
  ]

  static let directionsEN: [Row] = [
    ("The number fell sharply.", "fell"), ("There was a slight increase.", "slight"), ("The highest ever.", "highest"),
    ("More victims.", "More"), ("Fewer reports than in 2018.", "Fewer"), ("For the first time since 2018.", "For"),
    ("Most victims are women.", "Most"), ("The number of reports rose.", "rose"), ("It tripled.", "tripled"),
    ("Never before were there so many victims.", "Never"), ("A record number of reports.", "record"),
    ("The number went up.", "went"), ("The majority of the victims is female.", "majority"),
    ("Higher numbers.", "Higher"),
    ("The share of men grew.", "grew"), ("The number stayed the same.", "stayed"), ("As many reports as then.", "As"),
    ("A steady decline.", "steady"), ("Reports are at an all-time low.", "all-time"),
    ("The number of cases keeps falling.", "falling"),
    ("Reports soared.", "soared"), ("The lowest number.", "lowest"), ("**Fewer** girls.", "Fewer"),
    ("THE NUMBER ROSE.", "ROSE"),
    ("More cross-border exploitation.", "More"), ("It quadrupled.", "quadrupled"), ("## Fewer reports", "Fewer"),
    ("Reports are up.", "Reports"), ("For the first time in years.", "For"),
    ("The number is below that of 2019.", "number"), ("The number exceeded that of 2019.", "number"),
    ("The police reported most often.", "most"), ("Reports peaked.", "peaked"),
    ("Yes, there has been an increase.", "there"),
    ("Yes, there was a decline.", "there"),
    ("Among victims there is an increase.", "there"),
  ]

  /// A word of change beside numbers that say something else. Of adults there were 8, 16 and 20; in all 10, 20 and 21.
  static let contradictions: [(text: String, language: Language)] = [
    ("Het aantal daalde van {{ count(1.1, adult, 2018) }} naar {{ count(1.1, adult, 2019) }}.", .nl),
    ("Het aantal daalde. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("Het aantal daalde met {{ change(1.1, adult, 2018, 2020) | absolute }}.", .nl),
    ("{{ if count(1.1, adult, 2019) > count(1.1, adult, 2018) }}Het aantal daalde.{{ end }}", .nl),
    ("{{ if count(1.1, adult, 2019) < count(1.1, adult, 2018) }}x{{ else }}Het aantal daalde.{{ end }}", .nl),
    (
      "{{ if count(essm-meldingen, total, 2020) > count(essm-meldingen, total, 2019) }}x{{ else }}Het aantal daalde.{{ end }}",
      .nl
    ),
    ("Meer meldingen: {{ count(essm-meldingen, total, 2019) }} en {{ count(essm-meldingen, total, 2020) }}.", .nl),
    ("Het aantal daalde. {{ claim: count(1.1, adult, 2019) > count(1.1, minor, 2018) }}", .nl),
    ("Het hoogste aantal ooit. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("Het aantal daalde fors. {{ claim: count(1.1, adult, 2018) < count(1.1, adult, 2019) }}", .nl),
    ("Fewer victims: {{ count(1.1, adult, 2018) }}, then {{ count(1.1, adult, 2020) }}.", .en),
    ("{{ if count(1.1, adult, 2019) > count(1.1, adult, 2018) }}The number fell.{{ end }}", .en),
    ("The number rose. {{ claim: total(essm-meldingen, 2019) = total(essm-meldingen, 2020) }}", .en),
    ("More reports. {{ claim: total(essm-meldingen, 2018) < total(essm-meldingen, 2019) }} Fewer reports.", .en),
  ]

  /// Words and numbers of change that agree.
  static let borne: [(text: String, language: Language)] = [
    ("Het aantal groeide van {{ count(1.1, adult, 2018) }} naar {{ count(1.1, adult, 2019) }}.", .nl),
    ("Het aantal steeg. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", .nl),
    ("{{ claim: count(1.1, adult, 2018) < count(1.1, adult, 2019) }} Meer meldingen.", .nl),
    ("Het steeg met {{ change(essm-meldingen, total, 2018, 2019) | absolute }}.", .nl),
    (
      "{{ if count(1.1, adult, 2019) > count(1.1, adult, 2018) }}Het aantal nam toe.{{ else }}Het aantal nam af.{{ end }}",
      .nl
    ),
    (
      "Er waren meer meerderjarigen dan minderjarigen. {{ claim: count(1.1, adult, 2018) > count(1.1, minor, 2018) }}",
      .nl
    ),
    ("De meeste slachtoffers zijn volwassen: {{ share(1.1, adult, 2018) }}.", .nl),
    ("Evenveel meldingen als in 2019. {{ claim: total(essm-meldingen, 2019) = total(essm-meldingen, 2020) }}", .nl),
    (
      "Het hoogste aantal. {{ claim: count(1.1, adult, 2020) = max(count(1.1, adult, 2018), count(1.1, adult, 2019), count(1.1, adult, 2020)) }}",
      .nl
    ),
    ("{{ say \"elk jaar meer\" because count(1.1, adult, 2019) > count(1.1, adult, 2018) }}.", .nl),
    ("{{ say \"minder vrouwen dan mannen\" because count(1.1, minor, 2018) < count(1.1, adult, 2018) }}.", .nl),
    ("[[ Het aantal daalde fors | Krant 2019 ]] stond er.", .nl),
    ("The number rose from {{ count(1.1, adult, 2018) }} to {{ count(1.1, adult, 2019) }}.", .en),
    ("Fewer minors than adults. {{ claim: count(1.1, minor, 2018) < count(1.1, adult, 2018) }}", .en),
    ("Most victims are adults: {{ share(1.1, adult, 2018) }}.", .en),
    ("The number went up. {{ claim: change(essm-meldingen, total, 2018, 2019) > 0 }}", .en),
  ]

  // MARK: What is said, and because of what

  static let laundering: [(text: String, language: Language)] = [
    ("{{ say \"450 slachtoffers\" because total(1.1, 2018) > 0 }}", .nl),
    ("{{ say \"vijfendertig\" because total(1.1, 2018) > 0 }}", .nl),
    ("{{ say \"ruim een kwart\" because total(1.1, 2018) > 0 }}", .nl),
    ("{{ say \"een op de drie\" because total(1.1, 2018) > 0 }}", .nl),
    ("{{ say \"sterk gestegen\" because total(1.1, 2019) > total(1.1, 2018) }}", .nl),
    ("{{ say \"verdrievoudigd\" because total(1.1, 2019) > total(1.1, 2018) }}", .nl),
    ("{{ say \"fors meer\" because total(1.1, 2019) > total(1.1, 2018) }}", .nl),
    ("{{ say \"minder\" because total(1.1, 2019) > total(1.1, 2018) }}", .nl),
    ("{{ say \"het hoogste ooit\" because total(1.1, 2019) > total(1.1, 2018) }}", .nl),
    ("{{ say \"voor het eerst\" because total(1.1, 2019) > 0 }}", .nl),
    ("{{ say \"meer\" because delivered(1.1, adult, 2018) }}", .nl),
    ("{{ ratio(total(1.1, 2018), total(1.1, 2018)) * 450 \"zie bijlage\" }}", .nl),
    ("{{ ratio(total(1.1, 2018), total(1.1, 2018)) }}", .nl), ("{{ total(1.1, 2018) * 3 \"keer\" }}", .nl),
    ("{{ total(1.1, 2018) * 12 \"keer\" }}", .nl), ("{{ total(1.1, 2018) / 12 \"maanden en 450 zaken\" }}", .nl),
    ("{{ total(1.1, 2018) - total(1.1, 2018) }}", .nl), ("{{ total(1.1, 2018) * 0 \"inwoners\" }}", .nl),
    ("{{ difference(1.1, adult, 2018, 2018) }}", .nl), ("{{ change(1.1, adult, 2018, 2018) }}", .nl),
    ("{{ share(1.1, adult, 2018, of adult) }}", .nl), ("{{ total(1.1, 2018) / total(1.1, 2018) }}", .nl),
    ("{{ ratio(sum(total(1.1, 2018), total(1.1, 2018)), total(1.1, 2018)) }}", .nl),
    ("{{ say \"veel\" because total(1.1, 2018) >= 0 }}", .nl),
    ("{{ say \"veel\" because total(1.1, 2018) >= total(1.1, 2018) }}", .nl),
    ("[[ veel | 450 slachtoffers ]]", .nl), ("{{ say \"450 victims\" because total(1.1, 2018) > 0 }}", .en),
    ("{{ say \"thirty-five\" because total(1.1, 2018) > 0 }}", .en),
    ("{{ say \"one in five\" because total(1.1, 2018) > 0 }}", .en),
    ("{{ say \"fewer\" because total(1.1, 2019) > total(1.1, 2018) }}", .en),
    ("{{ say \"tripled\" because total(1.1, 2019) > total(1.1, 2018) }}", .en),
    ("{{ say \"the most ever\" because total(1.1, 2019) > total(1.1, 2018) }}", .en),
    ("{{ total(1.1, 2018) / 10 \"persons in a group\" }}", .en),
  ]
}
