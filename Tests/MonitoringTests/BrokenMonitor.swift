import Foundation
import Invented

/// A small monitor with everything a folder can have: records and counts, rules, areas by year, texts, charts, estimates
/// from a table and from cases, and numbers derived from them. To be broken in one place at a time.
enum BrokenMonitor {
  static let files: [String: String] = {
    var files = SmallMonitor.files
    files["monitor.yaml"]! += "\n  signal: { label: { nl: signalen, en: signals }, repeats: as delivered }"
    files["areas.csv"] = """
      code;name;region;part;from;to;becomes;note
      A;Aam;R;north;2010-01-01;2018-12-31;V;
      B;Beek;R;north;2010-01-01;2018-12-31;V;
      C;Ceel;R;south;2010-01-01;;;
      V;Veld;R;north;2019-01-01;;;
      """
    files["codebook.yaml"]! +=
      "\n" + """
          - { variable: village, kind: category, areas: true, label: { nl: gemeente, en: municipality } }
          - variable: sign
            kind: category
            label: { nl: waarneming, en: observation }
            categories:
              - { code: fear, nl: Angst, en: Fear }
              - { code: debt, nl: Schuld, en: Debt }
        """
    files["sources.yaml"]! = files["sources.yaml"]!.replacing(
      "      - { header: achternaam",
      with: "      - { header: gemeente, variable: village, explanation: { nl: Gemeente., en: Municipality. } }\n"
        + "      - { header: achternaam")
    files["sources.yaml"]! +=
      "\n" + """
          - source: gemeente
            label: { nl: Gemeente, en: Municipality }
            definition: { nl: Signalen., en: Signals. }
            delivers: counts
            tables:
              - table: signals
                label: { nl: Signalen, en: Signals }
                explanation: { nl: Elk signaal., en: Every signal. }
                unit: signal
                total: true
                axes:
                  - { header: waarneming, variable: sign }
        """
    files["rules.yaml"] = files["rules.yaml"]!.replacing(
      "    - { variable: country, from: country, how: firstKnown }",
      with: "    - { variable: country, from: country, how: firstKnown }\n"
        + "    - { variable: village, from: village, how: firstKnown }")
    files["figures.yaml"]! += "\n" + figures
    files["lists/drie.csv"] = "A,B,C,count\n1,0,0,41\n0,1,0,30\n1,1,0,7\n0,1,1,3\n0,0,1,20\n1,0,1,2\n1,1,1,1"
    files["text/01-beeld.nl.md"] = text
    files["text/01-beeld.en.md"] = text
    return files
  }()

  private static let figures = """
      - figure: fig-3
        title: { nl: Gemeenten, en: Municipalities }
        measure: { nl: slachtoffers, en: victims }
        unit: victim
        rows: { variable: village, name: { nl: gemeente, en: municipality }, boundaries: then }
        columns: [{ variable: year, name: { nl: jaar, en: year } }]
        column-total: { label: { nl: Samen, en: Together } }
        chart: stackedBars
      - figure: fig-4
        title: { nl: Signalen, en: Signals }
        measure: { nl: signalen, en: signals }
        unit: signal
        counts: { source: gemeente, table: signals }
        rows: { variable: sign, name: { nl: waarneming, en: observation } }
        row-total: { label: { nl: Totaal, en: Total }, basis: base }
        columns: [{ variable: year, name: { nl: jaar, en: year } }]
        chart: lines
    estimates:
      - estimate: gezien
        title: { nl: Gezien, en: Seen }
        unit: victim
        population: { nl: Wie er waren., en: Who were there. }
        years: { from: 2010, to: 2015 }
        lists:
          table: lists/drie.csv
          labels: { A: { nl: A, en: A } }
        methods: [main-effects, all-pairs]
        replicates: 100
    derived:
      - derived: deel
        title: { nl: Deel, en: Part }
        measure: { nl: deel, en: part }
        unit: victim
        share:
          of: { figure: fig-1, row: home, column: "2018" }
          over: { quoted: 1320, lower: 1000, upper: 2000, label: { nl: geschat, en: estimated }, source: Rapport }
      - derived: regio
        title: { nl: Regio, en: Region }
        measure: { nl: regio, en: region }
        unit: victim
        apportion:
          estimate: { estimate: gezien, method: main-effects }
          factors:
            - { value: 0.1, label: { nl: een tiende, en: a tenth }, source: CBS }
          reason: { nl: Naar inwoners., en: By inhabitants. }
    """

  private static let text = """
    # Beeld

    {{ count(1, home, 2018) }} en {{ value(3, A, 2018) }}; {{ change(4, total, 2018, 2019) | verdict(trend) }}.

    {{ figure(fig-3) }}

    {{ figure(fig-4) }}
    """

  /// The deliveries of the two sources, two years each.
  static let deliveries: [(name: String, source: String, lines: [String])] =
    [2018, 2019].flatMap { year -> [(name: String, source: String, lines: [String])] in
      let village = year == 2018 ? "A" : "V"
      return [
        (
          "zorg.csv", "zorg",
          ["nummer;jaar;vorm;leeftijd;land;toestemming;gemeente;achternaam;opmerking"]
            + (1...9).map {
              "P\($0 + 100);\(year);\($0 % 2 == 0 ? "sexual" : "labour");\(15 + $0);\($0 < 5 ? "NL" : "PL");given;\(village);;"
            }
        ),
        (
          "gemeente.csv", "gemeente",
          [
            "tabel;jaar;kenmerk 1;categorie 1;kenmerk 2;categorie 2;kenmerk 3;categorie 3;aantal;vorige levering;toelichting"
          ]
            + [("Angst", 3), ("Schuld", 4), ("Totaal", 7)].map {
              "Signalen;\(year);waarneming;\($0.0);;;;;\($0.1 * 10);;"
            } + ["Deze levering is volledig;\(year);;;;;;;ja;;"]
        ),
      ]
    }
}

/// One change to one file of a folder.
struct Breakage: CustomStringConvertible {
  var file: String
  var description: String
  var text: String

  /// Every way in which these files are broken: lines and blocks that are gone or there twice, words and numbers that
  /// are others, parts of lists that are gone.
  static func all(of files: [String: String], seed: UInt64) -> [Breakage] {
    var dice = SplitMix(seed: seed)
    return files.keys.sorted().flatMap { all(of: files[$0, default: ""], named: $0, &dice) }
  }

  private static func all(of text: String, named file: String, _ dice: inout SplitMix) -> [Breakage] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let words = text.matches(of: /[A-Za-z0-9_.-]+/).map { String($0.output) }
    var found: [Breakage] = []
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let end = lines[(index + 1)...].firstIndex { indent(of: $0) <= indent(of: line) } ?? lines.count
      func add(_ what: String, _ new: [String]) {
        found.append(
          Breakage(file: file, description: "\(file):\(index + 1) \(what)", text: new.joined(separator: "\n")))
      }
      add("without this line", Array(lines[..<index] + lines[(index + 1)...]))
      if end > index + 1 { add("without this block", Array(lines[..<index] + lines[end...])) }
      add("this block twice", Array(lines[..<end] + lines[index..<end] + lines[end...]))
      for match in line.matches(of: /[A-Za-z0-9_.-]+/) {
        let new = other(String(match.output), words, &dice)
        let changed = line.replacingCharacters(in: match.range, with: new)
        add("\(match.output) is \(new)", Array(lines[..<index] + [changed] + lines[(index + 1)...]))
      }
      for match in line.matches(of: /, [^,{}\[\]]+/) {
        let changed = line.replacingCharacters(in: match.range, with: "")
        add("without\(match.output.dropFirst())", Array(lines[..<index] + [changed] + lines[(index + 1)...]))
      }
    }
    return found
  }

  private static func indent(of line: String) -> Int {
    line.isEmpty ? Int.max : line.prefix { $0 == " " }.count
  }

  private static func other(_ word: String, _ words: [String], _ dice: inout SplitMix) -> String {
    if let number = Int(word) {
      return [String(number + 1), String(number - 1), "0", "2018", "-1", "99999999999999999999"].randomElement(
        using: &dice) ?? ""
    }
    return (words + words + [word + "x", "", "true", "1"]).randomElement(using: &dice) ?? ""
  }
}
