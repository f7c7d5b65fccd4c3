package import Model

/// Claims as read, with those that cannot be.
package struct ReadClaims: Sendable {
  package private(set) var claims: [Claim] = []
  package private(set) var findings: [ReadingFinding] = []
  private let file: String

  /// Reads `claim_id,report,section,line,paraphrase,value,op,unit,derived_from,formula,…`.
  package init(csv text: String, file: String) {
    self.file = file
    claims = Claim.claims(csv: text)
    var seen: Set<String> = []
    for (index, row) in TidyText(text).rows.enumerated() {
      let id = row["claim_id"]
      if id.isEmpty {
        say(
          index, "claim_id", nl: "deze bewering heeft geen nummer en telt niet mee.",
          en: "this claim has no id and does not count.")
      } else if !seen.insert(id).inserted {
        say(index, "claim_id", nl: "dit nummer staat er al.", en: "this id is there already.")
      }
      if !row["op"].isEmpty, Claim.Comparison(rawValue: row["op"]) == nil {
        say(
          index, "op",
          nl: "dit woord is niet bekend; schrijf eq, gt, lt, ge, le of approx. De bewering is gelezen als eq.",
          en: "this word is not known; write eq, gt, lt, ge, le or approx. The claim was read as eq.")
      }
      if !row["formula"].isEmpty, TableCell.number(row["value"]) == nil {
        say(
          index, "value", nl: "hier staat geen getal; de bewering is niet nagerekend.",
          en: "there is no number here; the claim was not computed.")
      }
    }
  }

  private mutating func say(_ index: Int, _ column: String, nl: String, en: String) {
    findings.append(
      ReadingFinding(
        file: file, figure: file,
        place: LocalizedText(nl: "rij \(index + 2), kolom \(column)", en: "row \(index + 2), column \(column)"),
        message: LocalizedText(nl: nl, en: en), isLoss: true))
  }
}

extension ReadingFinding {
  /// A file of which nothing was read.
  package init(unreadable file: String, because reason: LocalizedText) {
    self.init(
      file: file, figure: file, place: LocalizedText(nl: "het hele bestand", en: "the whole file"), message: reason,
      isLoss: true)
  }

  /// A description of a file that has other columns, which was therefore not used.
  package init(undescribed file: String) {
    self.init(
      file: file, figure: file, place: LocalizedText(nl: "het hele bestand", en: "the whole file"),
      message: LocalizedText(
        nl: "de beschrijving (CSVW) ernaast noemt andere kolommen dan er staan; het is zonder haar gelezen.",
        en: "the description (CSVW) beside it names other columns than there are; it was read without it."),
      isLoss: false)
  }

  /// A description that cannot be read.
  package init(brokenDescription name: String) {
    self.init(
      file: name, figure: name, place: LocalizedText(nl: "het hele bestand", en: "the whole file"),
      message: LocalizedText(
        nl: "dit is geen beschrijving (CSVW) in JSON die te lezen is; de tabel is zonder haar gelezen.",
        en: "this is no description (CSVW) in JSON that can be read; the table was read without it."), isLoss: false)
  }

  /// The place and what is the matter.
  package var sentence: LocalizedText {
    LocalizedText(nl: "\(file), \(place.nl): \(message.nl)", en: "\(file), \(place.en): \(message.en)")
  }

  /// As an entry in the list of what was found.
  package func contradiction(in report: PublishedReport) -> Contradiction {
    Contradiction(
      report: report.name, figure: figure, kind: .reading, severity: isLoss ? .error : .note, cells: [], expected: "",
      published: "", sentence: sentence)
  }
}
