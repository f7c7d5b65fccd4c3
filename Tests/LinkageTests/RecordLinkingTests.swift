import Foundation
@testable import Linkage
import Testing

@Suite struct `Linking an invented register` {
  private static let register = InventedRegister(persons: 1_800, seed: 20)

  private func evaluation(_ register: InventedRegister, _ linking: RecordLinking) -> LinkEvaluation {
    let persons = linking.persons()
    return LinkEvaluation(
      persons: persons.map(\.person), truth: register.truth, certainty: persons.map(\.probability))
  }

  @Test func `finds who is who without being told`() throws {
    let linking = try RecordLinking(Self.register.table())
    let score = evaluation(Self.register, linking)
    #expect(score.closure.f1 > 0.97, "\(score.closure)")
    #expect(score.closure.precision > 0.98)
    let summary = linking.summary
    #expect(abs(score.countError) < 0.01, "\(score.countError)")
    #expect(summary.personsLower <= Double(score.truePersons) && Double(score.truePersons) <= summary.personsUpper)
    #expect(summary.comparedPairs < Int(summary.allPairs) / 5)
  }

  @Test(arguments: 1...6) func `gives an interval that has the number of persons in it`(_ seed: UInt64) throws {
    let register = InventedRegister(persons: 700, seed: seed * 101)
    let summary = try RecordLinking(register.table()).summary
    let truth = Double(Set(register.truth).count)
    #expect(summary.personsLower <= truth && truth <= summary.personsUpper, "\(summary)")
    #expect(abs(summary.expectedPersons - truth) / truth < 0.015)
  }

  @Test func `learns how often fields agree`() throws {
    let model = try RecordLinking(Self.register.table()).model
    let share = { (field: LinkField, level: Int) in
      model.match[field.rawValue * LinkField.levelLimit + level]
    }
    // Two reports: each has a slip in a tenth of the names, a fifth of the towns moved, 1 January in 8 of 100.
    #expect(abs(share(.forename, Int(NameLevel.exact)) - 0.81) < 0.05)
    #expect(abs(share(.birth, Int(BirthLevel.exact)) - 0.82) < 0.06)
    #expect(abs(share(.order, 1) - 0.058) < 0.03)
    #expect(share(.identifier, 0) > 0.95)
    let matches = Self.register.truth.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.reduce(0) {
      $0 + $1 * ($1 - 1) / 2
    }
    let all = Double(Self.register.rows.count) * Double(Self.register.rows.count - 1) / 2
    #expect(abs(model.matchShare * all / Double(matches) - 1) < 0.08)
  }

  @Test func `does not depend on the order of rows`() throws {
    let register = InventedRegister(persons: 400, seed: 3)
    var order = Array(register.rows.indices)
    var numbers = SeededNumbers(seed: 8)
    for place in order.indices.reversed() where place > 0 { order.swapAt(place, numbers.below(place + 1)) }
    let first = try RecordLinking(register.table())
    let second = try RecordLinking(register.table(order: order))
    #expect(first.summary == second.summary)
    let (one, other) = (first.persons(), second.persons())
    var names: [Int: Int] = [:]
    for (place, row) in order.enumerated() {
      #expect(one[row].probability == other[place].probability)
      #expect(
        names.updateValue(other[place].person, forKey: one[row].person) ?? other[place].person == other[place].person)
    }
  }

  @Test func `says the same twice`() throws {
    let register = InventedRegister(persons: 300, seed: 9)
    let pairs = try (0..<2).map { _ in
      var pairs: [RecordLinking.Pair] = []
      try RecordLinking(register.table()).forEachPair(from: 0.01) { pairs.append($0) }
      return pairs
    }
    #expect(pairs[0] == pairs[1] && !pairs[0].isEmpty)
  }

  @Test func `keeps a household apart`() throws {
    // Twins: one surname, address, telephone and date of birth.
    var rows = Self.register.rows
    rows.append(["T1", "anna", "zeldzaam", "2001-05-07", "F", "NL", "stad3", "1234", "0611112222", ""])
    rows.append(["T2", "willem", "zeldzaam", "2001-05-07", "M", "NL", "stad3", "1234", "0611112222", ""])
    rows.append(["T3", "anna", "zeldzaam", "2001-05-07", "F", "NL", "stad9", "", "", ""])
    let persons = try RecordLinking(InventedRegister.table(InventedRegister.header, rows)).persons()
    let last = persons.suffix(3).map(\.person)
    #expect(last[0] == last[2] && last[0] != last[1])
  }

  @Test func `of two files with everybody once links across only`() throws {
    let register = InventedRegister(persons: 300, seed: 12, households: false)
    var first: [Int] = []
    var second: [Int] = []
    for row in register.rows.indices {
      if row == 0 || register.truth[row] != register.truth[row - 1] { first.append(row) } else { second.append(row) }
    }
    var settings = LinkSettings()
    settings.isOnePerFile = true
    let order = first + second
    let table = InventedRegister.table(
      InventedRegister.header, order.map { register.rows[$0] }, file: { $0 < first.count ? 0 : 1 })
    let persons = try RecordLinking(table, settings).persons()
    var seen: Set<[Int]> = []
    for (place, person) in persons.enumerated() {
      #expect(seen.insert([person.person, place < first.count ? 0 : 1]).inserted)
    }
  }

  @Test func `that cannot be linked says why, and what is poor is linked for what it is`() throws {
    let table = { (header: [String], rows: [[String]]) in InventedRegister.table(header, rows) }
    #expect(throws: RecordLinkingError.noRecords) { try RecordLinking(table(["last_name"], [])) }
    #expect(throws: RecordLinkingError.nothingToCompare) {
      try RecordLinking(table(["last_name", "city"], [["", ""], ["onbekend", ""]]))
    }
    #expect(try RecordLinking(table(["last_name"], [["jansen"]])).persons().map(\.person) == [0])
    let two = try RecordLinking(table(["last_name"], [["jansen"], ["de vries"]])).persons()
    #expect(two.map(\.person) == [0, 1])
    // A column with one value, and a column with none: nothing can be told apart, and nothing is linked.
    let same = try RecordLinking(table(["city", "last_name"], [[String]](repeating: ["assen", ""], count: 3_000)))
    #expect(same.summary.persons == 3_000)
  }

  @Test func `compares each pair once, and divides blocks that are too large`() throws {
    var numbers = SeededNumbers(seed: 2)
    let rows = (0..<3_000).map { _ in ["jansen", "2001-0\(1 + numbers.below(9))-02", "stad\(numbers.below(50))"] }
    let linking = try RecordLinking(InventedRegister.table(["last_name", "birth_date", "city"], rows))
    let pairs = zip(linking.candidates.first, linking.candidates.second).map { [$0, $1] }
    #expect(Set(pairs).count == pairs.count)
    #expect(pairs.allSatisfy { $0[0] < $0[1] })
    #expect(pairs.count < 2_000_000)
  }

  @Test func `learns from reviewed pairs how much agreement is worth`() throws {
    // Drawn from w' = -1 + 0.5 w, the tenth of the doubtful more often.
    var numbers = SeededNumbers(seed: 6)
    let pairs = (0..<4_000).map { _ -> (logOdds: Double, isSame: Bool, weight: Double) in
      let logOdds = 20 * numbers.unit() - 10
      let p = 1 / (1 + exp(1 - 0.5 * logOdds))
      return (logOdds, numbers.unit() < p, 1)
    }
    let learnt = Recalibration(pairs)
    #expect(abs(learnt.a + 1) < 0.2 && abs(learnt.b - 0.5) < 0.06, "\(learnt)")
    #expect(Recalibration([]) == Recalibration([(logOdds: 1, isSame: true, weight: 0)]))
  }

  @Test func `takes what people decided, and suggests what is in doubt`() throws {
    let table = Self.register.table()
    let before = try RecordLinking(table)
    let suggestions = before.suggestions(200)
    #expect(suggestions.count == 200)
    #expect(Set(suggestions.map { [$0.pair.first, $0.pair.second] }).count == 200)
    let doubtful = suggestions.count { $0.pair.probability > 0.02 && $0.pair.probability < 0.98 }
    let all = (0..<before.pairs.count).count { (0.02...0.98).contains(before.pairs.probability($0)) }
    #expect(Double(doubtful) / 200 > 3 * Double(all) / Double(before.pairs.count))
    let reviewed = suggestions.map { pair, weight in
      let isSame = Self.register.truth[pair.first] == Self.register.truth[pair.second]
      return ReviewedPair(first: pair.first, second: pair.second, isSame: isSame, weight: weight)
    }
    let after = try RecordLinking(table, reviewed: reviewed)
    #expect(evaluation(Self.register, after).closure.f1 >= evaluation(Self.register, before).closure.f1 - 0.002)
    let persons = after.persons().map(\.person)
    for pair in reviewed where pair.isSame { #expect(persons[pair.first] == persons[pair.second]) }
  }

  @Test func `draws persons as often as they are likely`() throws {
    let register = InventedRegister(persons: 500, seed: 30)
    let linking = try RecordLinking(register.table())
    let counts = (1...40).map { Double(Set(linking.drawnPersons(seed: $0)).count) }
    let mean = counts.reduce(0, +) / 40
    #expect(abs(mean - linking.linked.mean) < 4 * (linking.linked.variance / 40).squareRoot() + 1)
    #expect(linking.drawnPersons(seed: 7) == linking.drawnPersons(seed: 7))
  }
}
