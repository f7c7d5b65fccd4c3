/// Words of running text that say nothing about what is counted, in English, Dutch, German, French and Spanish.
///
/// Folded as labels are. A word that is in none of these lists and in no table may narrow what a sentence is about.
enum TextWords {
  static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  static let months = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug \
    sep sept oct nov dec januari februari maart mei juni juli augustus oktober januar februar marz mai dezember \
    janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo \
    junio julio agosto septiembre octubre noviembre diciembre
    """)

  /// Articles, prepositions, pronouns, conjunctions, and verbs of being and having.
  static let function = words(
    """
    a an the of in on at by for from to with and or as is are was were be been being has have had it its this that these \
    those they them their there than then which who whom whose what when where while into over under between during \
    since until per about around also both each every all any some such not only out up down so but if more most less \
    least very much many other we our us he she his her i no nor did do does can could will would may might must should \
    across among within against through after before same too just still even here now both how one
    de het een en of van met in naar bij per op om te die dat is zijn was waren werd werden wordt worden aan door voor \
    als dan ook er ze zij hij haar hun deze dit daar hier waar wat wie welke tot tussen onder over uit tegen sinds na \
    om niet geen wel nog maar al alle elk elke iedere beide zowel evenals terwijl toen daarvan hiervan waarvan daarmee \
    hiermee heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden moet dus ervan zich ons onze men \
    ten opzichte namelijk respectievelijk respectively daarnaast daarna vervolgens evenveel zoveel ging gaat gaan
    der die das des dem den ein eine einer eines einem einen und oder von vom zu zum zur mit bei auf aus an am im fur \
    uber unter zwischen wahrend seit nach vor durch gegen als wie auch nur noch nicht kein keine ist sind war waren \
    wurde wurden wird werden hat haben hatte hatten es sie er ihr ihre sich dies diese dieser dieses davon damit dabei \
    so sowie bzw beziehungsweise jeweils insgesamt je pro bis alle aller jede jeder dann da dort hier man uns wir
    le la les l un une des du de d et ou a au aux en dans par pour sur avec sans sous entre depuis pendant apres avant \
    contre comme que qui quoi dont ou est sont etait etaient ete fut furent a ont avait avaient il elle ils elles on \
    ceux celles celui celle ce cet cette ces son sa ses leur leurs y ne pas plus moins tres aussi soit ainsi respectivement chaque tout tous \
    toute toutes se s n c qu meme etre avoir
    el los las un una unos unas del al y o u e en por para con sin sobre entre desde hasta durante tras segun como que \
    quien cuyo es son era eran fue fueron ser sido ha han habia habian hubo se su sus este esta estos estas ese esa lo \
    le les no ni mas menos muy tambien cada todo todos toda todas respectivamente frente ante ya si donde cuando
    """)

  /// Words of counting and telling.
  static let neutral = words(
    """
    number numbers count counts counted total totals figure figures table tables chart year years recorded registered \
    reported report reports shows show showed shown according amounted amount came come stood stand reached reach \
    there people persons person percent percentage share proportion rate rates part parts compared comparison against \
    period annual annually overall altogether sum level increase increased increases decrease decreased rise rose risen \
    rising fall fell fallen falling grew grow grown growth drop dropped declined decline change changed changes went \
    up down higher lower highest lowest largest smallest biggest most least fewest whereas half nearly almost about \
    roughly approximately around exactly precisely only just well slightly sharply considerably see data official \
    statistics fully ended followed ahead behind followed place rank ranked first second third last previous earlier \
    later next same different difference had made saw seen put won cast got get received held living lived live \
    counts totalled totaled accounted account accounts represents represented making makes make found listed noted \
    inhabitants residents inwoners einwohner einwohnerinnen population bevolking bevolkerung poblacion \
    kept keep keeps located lie lies situated altogether combined moreover also furthermore \
    average mean respectively including included includes contained stands latest total latter former case cases
    aantal aantallen totaal totale figuur tabel grafiek jaar jaren geteld telde telden tellen telt geregistreerd \
    geregistreerde gemeld gemelde blijkt blijken laat laten zien toont tonen volgens bedroeg bedraagt bedroegen kwam \
    kwamen komt stond stonden staat bereikte mensen personen persoon procent percentage percentages aandeel deel \
    vergeleken vergelijking periode jaarlijks samen som niveau stijging stijgingen steeg stegen gestegen stijgt toename \
    toegenomen nam toe daling dalingen daalde daalden gedaald daalt afname afgenomen groeide gegroeid groei verandering \
    hoger lager hoogste laagste grootste kleinste meeste minste helft bijna vrijwel ongeveer circa ruim rond precies \
    exact slechts maar licht sterk flink fors aanzienlijk opvallend zie cijfers gegevens bron plaats eerste tweede derde \
    laatste vorige eerder later zelfde verschil kreeg kregen behaalde behaalden haalde haalden won wonnen uitgebracht \
    zit zitten zat zaten woont wonen woonde woonden ligt liggen bevindt bevinden bovendien eveneens \
    goed rekening neemt gemiddeld gemiddelde inclusief geval gevallen vond vonden gevonden genoteerd uitgekomen
    zahlte zahlten anzahl zahl zahlen gesamt gesamtzahl summe jahr jahre jahren gezahlt verzeichnet registriert gemeldet zeigt zeigen \
    laut gemass betrug betrugen betragt kam kamen lag lagen liegt erreichte menschen personen prozent anteil teil \
    vergleich zeitraum jahrlich zusammen niveau anstieg stieg stiegen gestiegen zunahme zugenommen nahm ruckgang sank \
    sanken gesunken fiel gefallen abnahme wuchs gewachsen veranderung hoher niedriger hochste niedrigste grosste \
    kleinste meisten wenigsten halfte fast nahezu etwa rund ungefahr genau knapp gut leicht stark deutlich siehe tabelle \
    abbildung daten statistik platz erste zweite dritte letzte fruher spater gleich unterschied erhielt erhielten gewann \
    steht stehen lebt leben lebten wohnt wohnen wohnten befindet befinden ausserdem zudem \
    gewannen entfielen entfallt gab gibt abgegeben wobei durchschnitt mittel fallen falle entspricht entsprach
    nombre total totale somme chiffre chiffres annee annees an ans compte comptait comptaient denombre enregistre \
    enregistres enregistree enregistrees recense recenses recensait montre montrent selon atteint atteignait s'eleve \
    s'elevait eleve elevait personnes habitants pour cent pourcentage part proportion comparaison rapport periode \
    ensemble niveau hausse augmentation augmente augmentait baisse diminution diminue croissance croit changement \
    superieur inferieur eleve faible grand petit plupart moitie presque environ pres exactement seulement legerement \
    fortement nettement voir tableau graphique figure donnees source rang premier deuxieme troisieme dernier precedent \
    trouve trouvent trouvaient situe situent vit vivent vivaient habite habitent \
    meme difference obtenu obtenait obtient remporte remportait gagne passe passant passe moyenne cas soit represente \
    representait
    numero cantidad total suma cifra cifras ano anos conto contaba contaban registro registraron registrado registrados \
    registraba muestra muestran segun alcanzo alcanzaba ascendio ascendia personas habitantes ciento porcentaje parte \
    proporcion comparacion periodo conjunto nivel aumento aumentaron subida subio descenso descendio bajo bajada \
    crecimiento crecio cambio mayor menor mayores menores mitad casi cerca aproximadamente alrededor exactamente solo \
    ligeramente notablemente vease ver tabla cuadro grafico datos fuente lugar primero segundo tercero ultimo anterior \
    encuentra encuentran vive viven vivian situa situan estan estaba estaban \
    mismo diferencia obtuvo obtuvieron gano ganaron recibio media promedio casos paso tuvo tenia hubo represento
    """)

  static let articles = words("the el la los las le les il der die das den dem im ins het")

  static let rises = words(
    """
    rose risen rise rises rising increased increase increases grew grown grows climbed gained doubled
    steeg stegen gestegen stijging stijgt toename toegenomen groeide gegroeid verdubbeld verdubbelde
    stieg stiegen gestiegen anstieg zunahme zugenommen wuchs gewachsen verdoppelte verdoppelten verdreifacht verdreifachte erhoht erhohte
    augmente augmentation hausse progresse double triple
    aumento aumentaron subio subieron subida crecio crecieron duplico duplicaron triplico triplicaron
    """)

  static let falls = words(
    """
    fell fallen fall falls falling decreased decrease decreases declined decline declines dropped drop drops halved shrank
    daalde daalden gedaald daling daalt afname afgenomen halveerde gehalveerd kromp
    zuruckgegangen verringert verringerte sank sanken gesunken ruckgang abnahme abgenommen halbierte
    diminue diminution baisse recule chute
    redujo redujeron reducido disminuyo disminuyeron descendio descendieron descenso bajada cayo cayeron
    """)

  static let most = words(
    """
    most highest largest biggest greatest meeste hoogste grootste meisten hochste hochsten grosste grossten \
    mayor mayores
    """)

  static let fewest = words(
    "fewest lowest smallest least minste laagste kleinste wenigsten niedrigste niedrigsten kleinste kleinsten menor menores"
  )

  /// Words that turn or soften what a sentence claims.
  static let doubts = words(
    """
    want wants wanted aims aim goal hope hopes plan plans planned will promised asked wil willen wilde streeft streven hoopt \
    will wollen soll sollen mochte plant veut veulent vise espere quiere quieren not no never neither nor without if would could might expected forecast projected estimate estimated estimates target \
    niet geen nooit noch zonder indien zou zouden verwacht verwachting geschat geschatte schatting doel \
    nicht kein keine nie ohne wenn falls erwartet geschatzt prognose \
    pas jamais sans si serait prevu prevue estime estimee objectif \
    nunca sin seria previsto estimado estimada objetivo
    """)

  /// *Of whom*, *among them*: what follows is a part of what came before.
  static let parts = words("among thereof whom hiervan daarvan waarvan onder davon darunter dont cuales")

  /// *Other*: a label of this kind is named by chance.
  static let vague = words(
    """
    other others overige overig anders andere sonstige sonstiges ubrige autres autre otros otras otro change unknown \
    onbekend unbekannt inconnu yes no ja nee nein oui number rate name
    """)

  static let wholes = words(
    "total totals totaal totale all alle sum gesamt insgesamt ensemble tous toutes todos todas both samen altogether overall together"
  )

  // MARK: - Around numbers

  static let percent = words("percent procent prozent pct")
  static let percentFirst: Set<String> = ["per", "pour", "por"]
  static let percentSecond: Set<String> = ["cent", "ciento"]

  /// What stands for how many, with the digits that it adds.
  static let multipliers: [String: Double] = [
    "thousand": 1e3, "duizend": 1e3, "tausend": 1e3, "tsd": 1e3, "mille": 1e3, "mil": 1e3, "million": 1e6,
    "millions": 1e6,
    "miljoen": 1e6, "mln": 1e6, "millionen": 1e6, "mio": 1e6, "millones": 1e6, "millon": 1e6, "billion": 1e9,
    "miljard": 1e9, "mld": 1e9, "milliarden": 1e9, "mrd": 1e9, "milliards": 1e9, "milliard": 1e9,
  ]

  static let around = words(
    """
    about around roughly approximately some circa ca nearly almost approx ongeveer bijna vrijwel rond zo'n krap ruim \
    etwa rund ungefahr fast nahezu gut knapp zirka environ pres presque quelque casi cerca alrededor aproximadamente unos \
    unas close just ~ approx. dik
    """)

  static let above = words("exceeding least minstens minimaal mindestens superieur dan over above least")

  /// Before a number that is no count: references, sections, ages and the like.
  static let references = words(
    """
    section sections chapter chapters page pages paragraph article footnote note annex appendix part step phase stage \
    question line rule law act regulation version volume issue number no nr box recommendation
    sectie hoofdstuk pagina paragraaf artikel voetnoot noot bijlage deel stap fase vraag regel wet versie nummer \
    aanbeveling bladzijde blz kader punt
    abschnitt kapitel seite artikel fussnote anhang teil schritt frage zeile gesetz nummer nr punkt
    chapitre page paragraphe article note annexe partie etape question ligne loi numero section
    seccion capitulo pagina parrafo articulo nota anexo parte paso pregunta linea ley numero
    age aged leeftijd alter
    """)

  static let tables = words(
    """
    table tables figure figures fig tab chart graph tabel tabellen figuur figuren grafiek tabelle abbildung abb \
    tableau graphique tabla cuadro grafico
    """)

  /// Nouns of time, money and measure: a number of them counts nothing else.
  static let otherUnits = words(
    """
    year years day days week weeks month months hour hours minute minutes second seconds euro euros dollar dollars pound \
    pounds cent cents km kilometre kilometres miles metres meter meters kg kilo tonnes tons litres degrees pages times points \
    jaar jaren dag dagen weken maand maanden uur uren minuten seconden gulden kilometer mijl ton liter graden keer \
    maal pagina's punten procentpunt procentpunten jarige jarigen
    jahr jahre jahren tag tage tagen woche wochen monat monate monaten stunde stunden minuten sekunden tonnen grad mal \
    punkte prozentpunkte
    an ans annee annees jour jours semaine semaines mois heure heures minutes secondes metres tonnes fois points
    ano anos dia dias semana semanas mes meses hora horas minutos segundos toneladas veces puntos
    """)

  static let turns = words(
    """
    while whereas but however although though terwijl maar echter hoewel wahrend aber jedoch obwohl hingegen tandis mais \
    cependant alors mientras pero aunque and en und et y plus
    """)

  /// Numbers in words; *one* is left out, as it is an article in most languages.
  static let numerals: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
    "zeventig": 70, "tachtig": 80, "negentig": 90, "zwei": 2, "drei": 3, "funf": 5, "sechs": 6, "sieben": 7, "neun": 9,
    "zehn": 10, "zwolf": 12, "dreizehn": 13, "vierzehn": 14, "funfzehn": 15, "sechzehn": 16, "siebzehn": 17,
    "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "deux": 2, "trois": 3,
    "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "dos": 2,
    "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12,
    "trece": 13, "catorce": 14, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
  ]
}
