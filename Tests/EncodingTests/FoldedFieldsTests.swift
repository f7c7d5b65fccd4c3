import Testing

@testable import Encoding

@Suite struct FoldedFieldsTests {
  @Test(arguments: [
    ("José María", ["jose", "maria"]), ("  ĐỖ  Thị-Lan ", ["do", "thi", "lan"]), ("O'Neill", ["oneill"]),
    ("onbekend", []), ("NN", []), ("-", []), ("Łukasz", ["lukasz"]), ("Jansen-de Vries", ["jansen", "de", "vries"]),
    ("een twee drie vier vijf", ["een", "twee", "drie", "vier"]), ("محمد", []),
  ])
  func `a name becomes words of a to z`(_ text: String, _ tokens: [String]) {
    #expect(FoldedFields.tokens(text) == tokens)
  }

  @Test(arguments: [
    ("06-55165446", "31655165446"), ("+31 6 55165446", "31655165446"), ("0031655165446", "31655165446"),
    ("+31 (0)6 55165446", "31655165446"), ("655165446", "31655165446"), ("0048603162501", "48603162501"), ("112", nil),
  ])
  func `a telephone number becomes international`(_ text: String, _ phone: String?) {
    #expect(FoldedFields.phone(text) == phone)
  }

  @Test(
    arguments: [
      ("1994-03-17", 1994, 3, 17), ("17-3-1994", 1994, 3, 17), ("19940317", 1994, 3, 17),
      ("17/03/1994 00:00", 1994, 3, 17),
      ("1994", 1994, nil, nil), ("1994-02-30", 1994, nil, nil), ("onbekend", nil, nil, nil),
      ("17-03-94", nil, nil, nil),
    ] as [(String, Int?, Int?, Int?)])
  func `a date is read as it is usually written`(_ text: String, _ year: Int?, _ month: Int?, _ day: Int?) {
    #expect(FoldedFields.date(text) == StandardDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    ("mohammed", "mouhamad"), ("khalid", "chalid"), ("sjoerd", "shoerd"), ("szymon", "simon"), ("zhang", "jang"),
    ("yousef", "jusef"),
  ])
  func `spellings of one name have one skeleton`(_ one: String, _ other: String) {
    #expect(NameSkeleton.of(one) == NameSkeleton.of(other))
  }

  @Test func `user names, numbers and places lose what is only form`() {
    #expect(FoldedFields.userName(" @Amina94 ") == "amina94")
    #expect(FoldedFields.identifier("381.967-043") == "381967043")
    #expect(FoldedFields.identifier("-") == nil)
    #expect(FoldedFields.word("'s-Hertogenbosch") == "shertogenbosch")
    #expect(FoldedFields.email(" A@B.nl") == "a@b.nl")
  }

  @Test func `the band of a name comes from the list, and of several names from the rarest`() {
    let rarity = NameRarity(counts: [("maria", 500), ("amina", 20), ("zelda", 1), ("rest", 9_479)])
    #expect(rarity.band(of: ["maria"]) == 1)
    #expect(rarity.band(of: ["amina"]) == 3)
    #expect(rarity.band(of: ["maria", "zelda"]) == 5)
    #expect(rarity.band(of: ["nergens"]) == 5)
    #expect(rarity.band(of: []) == 0)
  }
}
