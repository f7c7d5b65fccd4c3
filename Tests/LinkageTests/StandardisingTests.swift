@testable import Linkage
import Testing

@Suite struct `A value made comparable` {
  @Test(arguments: [
    ("José  Müller", "jose muller"), ("ŁUKASZ", "lukasz"), ("Đỗ", "do"), ("Søren", "soren"), ("O'Neill", "oneill"),
    ("Al-Ahmad", "al ahmad"), ("Straße", "strasse"), ("Ærø", "aero"), ("Шевченко", "shevchenko"),
    ("Παπαδόπουλος", "papadopoylos"), ("İbrahim", "ibrahim"), ("Işık", "isik"), ("محمد", "mhmd"), ("  ", ""),
    ("Nguyễn Thị", "nguyen thi"),
  ])
  func `name is folded to plain letters`(_ text: String, _ folded: String) {
    #expect(String(decoding: NameFolding.folded(text), as: UTF8.self) == folded)
  }

  @Test(arguments: [
    ("mohammed", "mouhamad"), ("khaled", "haled"), ("philip", "filip"), ("gebremedhin", "ghebremedhin"),
  ])
  func `name has one skeleton however it is romanised`(_ a: String, _ b: String) {
    #expect(NameFolding.skeleton(Array(a.utf8)) == NameFolding.skeleton(Array(b.utf8)))
    #expect(NameFolding.skeleton(Array(a.utf8)) != NameFolding.skeleton(Array("ivanov".utf8)))
  }

  @Test(arguments: ["onbekend", "NN", "unknown", "-", "N.N.", "?"])
  func `word for unknown is no name`(_ text: String) {
    #expect(NameFolding.isUnknown(NameFolding.folded(text)) == (text != "N.N."))
  }

  @Test(arguments: [
    ("2001-12-31", BirthDate(year: 2001, month: 12, day: 31)),
    ("31-12-2001", BirthDate(year: 2001, month: 12, day: 31)),
    ("20011231", BirthDate(year: 2001, month: 12, day: 31)), ("2001", BirthDate(year: 2001)),
    ("2001-13-07", BirthDate(year: 2001, month: 7, day: 13)), ("2001-00-00", BirthDate(year: 2001)),
    ("2001-12-31T00:00:00", BirthDate(year: 2001, month: 12, day: 31)), ("soon", nil), ("", nil), ("1-2", nil),
  ])
  func `date has its parts`(_ text: String, _ date: BirthDate?) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { BirthDate($0) } == date)
  }

  @Test func `date of 1 January says its year only`() {
    #expect(!BirthDate(year: 2001, month: 1, day: 1).isExact)
    #expect(BirthDate(year: 2001, month: 1, day: 2).isExact)
    let day = { (year: Int, month: Int, day: Int) in BirthDate(year: year, month: month, day: day).packed }
    let cases: [(UInt32, UInt32, UInt8)] = [
      (day(2001, 5, 7), day(2001, 5, 7), BirthLevel.exact), (day(2001, 5, 7), day(2001, 7, 5), BirthLevel.swapped),
      (day(2001, 5, 7), day(2001, 5, 9), BirthLevel.near), (day(2001, 5, 7), day(2003, 5, 7), BirthLevel.dayOnly),
      (day(2001, 1, 1), day(2001, 1, 1), BirthLevel.bothYear), (day(2001, 1, 1), day(2001, 5, 7), BirthLevel.year),
      (day(2001, 0, 0), day(2003, 5, 7), BirthLevel.yearNear), (day(2001, 5, 7), day(2001, 6, 8), BirthLevel.yearOnly),
      (day(2001, 5, 7), day(1990, 6, 8), BirthLevel.different),
    ]
    for (a, b, level) in cases {
      #expect(BirthLevel.level(a, b) == level)
      #expect(BirthLevel.level(b, a) == level)
    }
  }

  @Test(arguments: [
    ("06 12345678", "31612345678"), ("+31 6 12345678", "31612345678"), ("0031612345678", "31612345678"),
    ("+31 (0)6 12345678", "31612345678"), ("00234 803 123 4567", "2348031234567"), ("0000000000", nil), ("12", nil),
  ])
  func `telephone number has one form`(_ text: String, _ number: String?) {
    let value = Array(text.utf8).withUnsafeBufferPointer { ContactValue.phone($0) }
    #expect(value.map { String(decoding: $0, as: UTF8.self) } == number)
  }

  @Test func `user name, address and number lose their writing`() {
    let value = { (text: String, form: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) in
      Array(text.utf8).withUnsafeBufferPointer(form).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(value("@Bella_NL ", ContactValue.userName) == "bella_nl")
    #expect(value("A.B@Example.org", ContactValue.email) == "a.b@example.org")
    #expect(value("@nobody", ContactValue.email) == nil)
    #expect(value("123.456-789", ContactValue.identifier) == "123456789")
    #expect(value("00000", ContactValue.identifier) == nil)
  }

  @Test(arguments: [
    ("Voornaam", LinkRole.forename), ("first_name", .forename), ("Given Name", .forename), ("achternaam", .surname),
    ("dob", .birthDate), ("Geboortedatum", .birthDate), ("soc_sec_id", .identifier), ("suburb", .city),
    ("street_number", .houseNumber), ("rec_id", .record), ("geslacht", .sex), ("username", .userName),
    ("person_id", nil), ("cluster", nil), ("sector", nil), ("report_date", nil),
  ])
  func `header is known or not read`(_ header: String, _ role: LinkRole?) {
    #expect(LinkRole(header: Array(header.utf8)) == role)
  }

  @Test func `header has one role`() {
    let headers = LinkRole.allCases.flatMap(\.headers)
    #expect(Set(headers).count == headers.count)
  }
}
