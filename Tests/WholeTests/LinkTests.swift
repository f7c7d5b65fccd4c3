import Foundation
import Testing

/// `zicht link` and `zicht evaluate-links`, run as a user would.
@Suite struct LinkTests {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: place.file(name))
    return place.file(name).path
  }

  /// Six reports of four persons, two of whom are sisters.
  static let reports = """
    meldingsnummer,persoon,voornaam,achternaam,geboortedatum,telefoon,plaats
    m1,a,Mohammed,El Amrani,1990-03-14,0612345678,Utrecht
    m2,a,Mouhamad,Elamrani,1990-03-14,+31 6 12345678,Utrecht
    m3,b,Jolanta,Wiśniewska,2001-05-07,,Breda
    m4,c,Agnieszka,Wiśniewska,1999-11-20,,Breda
    m5,d,Nn,onbekend,,,Assen
    m6,b,Jolanta,Wisniewska,2001-05-07,0699887766,Breda

    """

  private func link(_ arguments: [String]) throws -> BuiltProgram.Answer {
    try BuiltProgram.run(["link"] + arguments + ["--language", "en"])
  }

  @Test func `records get persons, and the truth is not read`() throws {
    let reports = try file("meldingen.csv", Self.reports)
    let output = place.file("personen.csv").path
    let pairs = place.file("paren.csv").path
    let answer = try link([reports, "--output", output, "--pairs", pairs])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let rows = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\r\n").map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(rows[0] == ["record_id", "person_id", "probability"])
    #expect(rows.dropFirst().map { $0[0] } == ["m1", "m2", "m3", "m4", "m5", "m6"])
    #expect(rows.dropFirst().map { $0[1] } == ["1", "1", "2", "3", "4", "2"])
    #expect(rows.dropFirst().allSatisfy { Double($0[2]).map { (0...1).contains($0) } ?? false })
    #expect(try String(contentsOfFile: pairs, encoding: .utf8).contains("m1,m2,"))

    let result = try BuiltProgram.run(
      ["evaluate-links", output, "--truth", reports, "--column", "persoon", "--pairs", pairs, "--json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((object["closure"] as? [String: Any])?["f1"] as? Double == 1)
    #expect(object["exactPersons"] as? Int == 4 && object["countError"] as? Double == 0)
  }

  @Test func `the order of rows changes the numbering only`() throws {
    let lines = Self.reports.split(separator: "\n").map(String.init)
    let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    var probabilities: [[String]] = []
    for (number, text) in [Self.reports, turned].enumerated() {
      let output = place.file("uit-\(number).csv").path
      let input = try file("in-\(number).csv", text)
      #expect(try link([input, "--output", output]).exitCode == 0)
      let rows = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\r\n").dropFirst()
      probabilities.append(
        rows.map { $0.split(separator: ",").enumerated().filter { $0.offset != 1 }.map { String($0.element) }.joined() }
          .sorted())
    }
    #expect(probabilities[0] == probabilities[1])
  }

  @Test func `files with different columns are linked together`() throws {
    let first = try file(
      "a.csv", "id,voornaam,achternaam,geboortedatum\n1,Anna,Zeldenrijk,1990-03-14\n2,Piet,Smit,1980-01-02\n")
    let second = try file("b.csv", "record id;naam;dob\n1;Zeldenrijk, Anna;14-03-1990\n2;Vos, Jan;02-02-1970\n")
    let output = place.file("personen.csv").path
    let answer = try link([first, second, "--output", output])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let rows = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\r\n").map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(rows[0] == ["file", "record_id", "person_id", "probability"])
    #expect(rows.dropFirst().map { $0[2] } == ["1", "2", "1", "3"])
  }

  @Test func `what cannot be linked is one sentence`() throws {
    let output = place.file("uit.csv").path
    let cases = [
      ("kop,staart\n1,2\n", "no column says anything about a person. Say in --config"),
      ("voornaam,achternaam\n", "has no rows below the headers. Give a file with records."),
      ("achternaam\n\"\"\nonbekend\n", "No row has a value in a column that says anything about a person."),
      ("id,achternaam\n7,Jansen\n7,Smit\n", "row 3: this record number also stands in row 2."),
      ("", ": "),
    ]
    for (number, (text, sentence)) in cases.enumerated() {
      let answer = try link([try file("slecht-\(number).csv", text), "--output", output])
      #expect(answer.exitCode == 65 && answer.complaints.contains(sentence), "\(text): \(answer.complaints)")
      #expect(!answer.complaints.contains("Jansen"))
      #expect(!FileManager.default.fileExists(atPath: output))
    }
    #expect(try link([place.file("er-niet.csv").path, "--output", output]).exitCode == 65)
  }

  @Test func `a configuration names columns, and mistakes in it`() throws {
    let input = try file("in.csv", "nr,wie,wanneer\n1,Anna Zeldenrijk,1990-03-14\n2,Anna Zeldenrijk,1990-03-14\n")
    let output = place.file("uit.csv").path
    let good = try file("goed.txt", "column nr: record\ncolumn wie: fullName  # de naam\ncolumn wanneer: birthDate\n")
    #expect(try link([input, "--config", good, "--output", output]).exitCode == 0)
    #expect(try String(contentsOfFile: output, encoding: .utf8).contains("\r\n2,1,"))
    let cases = [
      ("column wie: naam\n", "takes one of: record"), ("columm wie: surname\n", "there is no key"),
      ("column wei: surname\ncolumn wanneer: birthDate\n", "No file has a column 'wei'; did you mean 'wie'?"),
      ("threshold: 2\n", "takes a number between 0 and 1"), ("one-per-file: perhaps\n", "takes yes or no"),
      ("seed: x\n", "takes a whole number"),
    ]
    for (text, sentence) in cases {
      let answer = try link([input, "--config", try file("fout.txt", text), "--output", output])
      #expect(answer.exitCode == 65 && answer.complaints.contains(sentence), "\(text): \(answer.complaints)")
    }
  }

  @Test func `pairs worth looking at are written, and their answers count`() throws {
    let reports = try file("meldingen.csv", Self.reports)
    let (output, review) = (place.file("personen.csv").path, place.file("beoordelen.csv").path)
    #expect(try link([reports, "--output", output, "--suggest", "3", review]).exitCode == 0)
    let rows = try String(contentsOfFile: review, encoding: .utf8).split(separator: "\r\n")
    #expect(rows[0] == "record_id_1,record_id_2,probability,levels,weight,answer" && rows.count == 4)
    // Whatever the chances: people say that m1 and m2 are two, and m4 and m5 one.
    let answers = "record_id_1,record_id_2,answer\nm1,m2,different\nm4,m5,zelfde\nm1,m3,cannot-say\n"
    let decided = try file("antwoorden.csv", answers)
    #expect(try link([reports, "--output", output, "--reviewed", decided]).exitCode == 0)
    let persons = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\r\n").dropFirst().map {
      String($0.split(separator: ",")[1])
    }
    #expect(persons[0] != persons[1] && persons[3] == persons[4])
    let wrong = [
      ("record_id_1,record_id_2,answer\nm1,m2,perhaps\n", "row 2, column answer: this is no answer."),
      ("record_id_1,record_id_2,answer\nm1,m9,same\n", "row 2: one of these records is in none of the files."),
      ("a,b\nm1,m2\n", "lacks a column record_id_1, record_id_2 or answer."),
    ]
    for (text, sentence) in wrong {
      let answer = try link([reports, "--output", output, "--reviewed", try file("fout.csv", text)])
      #expect(answer.exitCode == 65 && answer.complaints.contains(sentence), "\(answer.complaints)")
    }
    #expect(try link([reports, "--output", output, "--suggest", "3"]).exitCode == 64)
  }

  @Test func `a truth that does not fit is named`() throws {
    let reports = try file("meldingen.csv", Self.reports)
    let output = place.file("personen.csv").path
    #expect(try link([reports, "--output", output]).exitCode == 0)
    let run = { (arguments: [String]) in try BuiltProgram.run(["evaluate-links"] + arguments + ["--language", "en"]) }
    let column = try run([output, "--truth", reports, "--column", "person"])
    #expect(column.exitCode == 65 && column.complaints.contains("has no column 'person'; did you mean 'persoon'?"))
    let other = try file("anders.csv", "meldingsnummer,persoon\nx1,a\n")
    let missing = try run([output, "--truth", other, "--column", "persoon"])
    #expect(missing.exitCode == 65 && missing.complaints.contains("row 2: this record is not in the truth."))
    #expect(
      try run([reports, "--truth", reports, "--column", "persoon"]).complaints.contains("was not written by zicht link")
    )
    let less = try file("minder.csv", "record_id,person_id,probability\nm1,1,1\nm2,1,1\n")
    #expect(
      try run([less, "--truth", reports, "--column", "persoon"]).complaints.contains("exactly once (4 are missing)."))
    #expect(try run([output, "--column", "persoon"]).exitCode == 64)
  }
}
