/// Keys as people write them in their own language, or by another English word, with the key that is meant.
///
/// Only for a key that nobody asks for where the one that is meant is lacking: then one sentence names both.
enum KeyTranslations {
  /// The first key that is meant and asked for here.
  static func key(for word: String, among keys: [String]) -> String? {
    all[word.lowercased().replacing("_", with: "-")]?.first(where: keys.contains)
  }

  private static let all: [String: [String]] = [
    "naam": ["monitor", "source", "variable", "figure", "ground", "rule", "table", "name", "label"],
    "name": ["monitor", "source", "variable", "figure", "ground", "rule", "table", "label"],
    "titel": ["title"], "kop": ["header", "title"], "opschrift": ["label", "title"], "etiket": ["label"],
    "editie": ["edition"], "jaargang": ["edition"], "uitgever": ["publisher"], "uitgave": ["edition"],
    "periode": ["period"], "tijdvak": ["period"], "van": ["from"], "vanaf": ["valid-from", "from"], "start": ["from"],
    "tot": ["to", "valid-to"], "tot-en-met": ["to", "valid-to"], "end": ["to"], "einde": ["to"],
    "peildatum": ["reference-date"], "datum": ["reference-date"], "date": ["reference-date"],
    "zaad": ["seed"], "herkomst": ["provenance"], "gereconstrueerd": ["reconstructed"],
    "inleiding": ["introduction"], "intro": ["introduction"], "publicatie": ["publication"], "beleid": ["policy"],
    "reden": ["reason"], "waarom": ["reason"], "eenheden": ["units"], "eenheid": ["unit"],
    "herhaling": ["repeats"], "herhalingen": ["repeats"], "grenzen": ["boundaries"], "versie": ["version"],
    "variabelen": ["variables"], "variabele": ["variable"], "soort": ["kind"], "type": ["kind"],
    "categorieën": ["categories"], "categorieen": ["categories"], "groep": ["group"], "afgeleid": ["derived"],
    "minimaal": ["minimum"], "min": ["minimum"], "maximaal": ["maximum"], "max": ["maximum"], "gebieden": ["areas"],
    "gronden": ["grounds"], "grond": ["ground"], "artikel": ["article"], "spoor": ["lane"], "geldt": ["holds"],
    "voorbeelden": ["examples"], "gegeven": ["given"], "bronnen": ["sources"], "bron": ["source"],
    "melders": ["sources"], "melder": ["source"], "definitie": ["definition"],
    "omschrijving": ["definition", "explanation"],
    "levert": ["delivers"], "tabellen": ["tables"], "tabel": ["table"], "toelichting": ["explanation", "notes"],
    "uitleg": ["explanation"], "description": ["explanation", "definition"], "jaren": ["years"], "jaar": ["year"],
    "totaal": ["total", "row-total"], "assen": ["axes"], "woorden": ["words"], "waarden": ["values"],
    "kolommen": ["columns"], "kolom": ["column", "header"], "verplicht": ["required"], "persoon": ["person"],
    "patroon": ["pattern"], "identiteit": ["identity"], "genegeerd": ["ignored"], "verwacht": ["expected"],
    "koppeling": ["link"], "koppel": ["link"], "combineer": ["combine"], "hoe": ["how"], "regels": ["rules"],
    "regel": ["rule"], "als": ["when"], "wanneer": ["when"], "if": ["when"], "dan": ["then"], "anders": ["otherwise"],
    "else": ["otherwise"], "gevallen": ["cases"], "figuren": ["figures"], "figuur": ["figure"], "maat": ["measure"],
    "meting": ["measure"], "rijen": ["rows"], "rij": ["row"], "volgorde": ["order"], "grafiek": ["chart"],
    "reeksen": ["series"], "noten": ["notes"], "noot": ["notes"], "opmerkingen": ["notes"], "antwoorden": ["answers"],
    "nederlands": ["nl"], "dutch": ["nl"], "engels": ["en"], "english": ["en"], "ned": ["nl"], "eng": ["en"],
    "schattingen": ["estimates"], "schatting": ["estimate"], "lijsten": ["lists"], "methoden": ["methods"],
  ]
}
