import Foundation
import Testing

/// `zicht estimate` with what is known of persons.
@Suite struct `Groups of persons on the command line` {
  static let table =
    "A,B,C,sex,year,count\n1,0,0,f,2010,60\n0,1,0,f,2010,45\n0,0,1,f,2011,50\n1,1,0,f,2011,14\n1,0,1,f,2012,12\n"
    + "0,1,1,f,2012,9\n1,1,1,f,2010,3\n1,0,0,m,2010,30\n0,1,0,m,2011,21\n0,0,1,m,2012,25\n1,1,0,m,2010,7\n"
    + "1,0,1,m,2011,6\n0,1,1,m,2012,4\n1,1,1,,2010,1\n"

  @Test func `have estimates that add up, in one model with what is not known spread by it`() throws {
    let answer = try `A table for zicht estimate`.json(
      Self.table, ["--covariates", "sex,year", "--polynomial", "year:1", "--select", "main-effects"])
    let estimate = try #require(answer["estimate"] as? Double)
    let strata = try #require(answer["strata"] as? [[String: Any]])
    #expect(strata.count == 6 && (strata[0]["levels"] as? [String: String])?["year"] == "2010")
    let sum = strata.compactMap { $0["estimate"] as? Double }.reduce(0, +)
    #expect(abs(sum / estimate - 1) < 1e-9)
    let parts = try #require(answer["breakdown"] as? [[String: Any]])
    for covariate in ["sex", "year"] {
      let own = parts.filter { $0["covariate"] as? String == covariate }.compactMap { $0["estimate"] as? Double }
      #expect(abs(own.reduce(0, +) / estimate - 1) < 1e-9)
    }
    #expect(answer["observed"] as? Int == 287)
  }

  @Test func `have a fit each with --strata, and borrow with --pool`() throws {
    let text = Self.table.replacing("1,1,1,,2010", with: "1,1,1,m,2010")
    let answer = try `A table for zicht estimate`.json(
      text, ["--strata", "sex", "--lists", "A,B,C", "--pool", "--method", "main-effects"])
    let strata = try #require(answer["strata"] as? [[String: Any]])
    let sum = strata.compactMap { $0["estimate"] as? Double }.reduce(0, +)
    #expect(abs(sum - (try #require(answer["estimate"] as? Double))) < 1e-6)
    let headlines = strata.compactMap { $0["headline"] as? [String: Any] }
    #expect(headlines.count == 2 && headlines.allSatisfy { Set($0.keys) == ["estimate", "lower", "upper", "doubt"] })
    let said = try `A table for zicht estimate`.estimate(
      text, ["--strata", "sex", "--lists", "A,B,C", "--method", "main-effects"])
    #expect(said.output.contains("Wie in meer groepen voorkomt, zoals in meer jaren, telt in elk daarvan"))
    #expect(said.output.contains("met 95% zekerheid"))
    let pooled = try #require(answer["pooled"] as? [String: Any])
    #expect((pooled["strata"] as? [[String: Any]])?.allSatisfy { ($0["borrowed"] as? Double ?? 2) <= 1 } == true)
  }

  @Test(arguments: [
    (["--covariates", "sex,yaer"], "row 1: there is no column `yaer`; did you mean `year`? Choose from: A, B,"),
    (["--covariates", "sex,year", "--polynomial", "sex:2"], "cannot be a polynomial of degree 2"),
    (["--covariates", "sex,year", "--model", "A*D"], "The formula A*D cannot be read"),
    (["--strata", "sex", "--lists", "A,B,C"], "Row 15, column sex: it does not say in which group"),
    (["--covariates", "sex"], "row 1, column year: this column is no list"),
  ])
  func `that cannot be made are refused with a sentence`(_ arguments: [String], _ sentence: String) throws {
    let answer = try `A table for zicht estimate`.estimate(Self.table, arguments + ["--language", "en"])
    #expect(answer.exitCode == 65 && answer.complaints.contains(sentence), "\(answer.complaints)")
  }

  @Test func `are told apart in words by a reader`() throws {
    let answer = try `A table for zicht estimate`.estimate(
      Self.table, ["--covariates", "sex,year", "--replicates", "50", "--select", "main-effects"])
    #expect(answer.output.contains("Totaal") && answer.output.contains("Aanname: het model is het juiste"))
    let wrong = try `A table for zicht estimate`.estimate(Self.table, ["--covariates", "sex", "--strata", "sex"])
    #expect(wrong.exitCode == 64)
  }
}
