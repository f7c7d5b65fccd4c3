@testable import Model
import Testing

@testable import Reconstruction

@Suite struct `The cells of a clique` {
  private func words(_ table: CliqueTable, _ names: String...) -> [String] {
    (0..<table.count).map { row in
      names.map { name in
        guard let variable = table.cases.columns.variable(named: name), let column = table.cases.columns[name] else {
          return "-"
        }
        let value = column.packedValue(at: row)
        if let missing = variable.missing(value) { return missing.word }
        guard variable.kind == .category else { return String(value.bits) }
        return value.code.category.map { variable.categories[$0].code } ?? "-"
      }.joined(separator: " ")
    }
  }

  @Test func `are every combination, the last domain moving fastest`() throws {
    let table = try Swatches.table(Swatches.clique())
    #expect(words(table, "colour", "size") == ["red small", "red large", "blue small", "blue large"])
    #expect(words(table, "weight") == Array(repeating: "unknown", count: 4))
  }

  @Test func `leave out what is forbidden`() throws {
    let forbidden: [Condition] = [
      .isIn(variable: "size", values: ["large"]), .isIn(variable: "colour", values: ["blue"]),
    ]
    #expect(try words(Swatches.table(Swatches.clique(forbidden: forbidden)), "colour", "size") == ["red small"])
  }

  @Test func `are one for what agrees on what is assigned and joined`() throws {
    let colours = try Swatches.table(Swatches.clique(assigned: ["colour"]))
    #expect(words(colours, "colour", "size") == ["red small", "blue small"])
    let join = ReconstructionPlan.Join(clique: "other", keys: [.variable("size")])
    let joined = try Swatches.table(Swatches.clique(join: join, assigned: ["colour"]))
    #expect(joined.count == 4 && joined.joinKeys == [[4], [5], [4], [5]])
    let added = Swatches.clique(
      "tags", [Swatches.domain("tags", "none", "a", "a+c"), Swatches.domain("size", "all")], assigned: [],
      additions: [.init(variable: "tags", categories: ["a"])])
    #expect(try words(Swatches.table(added), "tags") == ["0", "1", "5"])
  }

  @Test func `have conditions among their keys as one and nought`() throws {
    let keys: [ReconstructionPlan.Key] = [
      .variable("colour"), .condition(.isIn(variable: "size", values: ["large"])),
    ]
    let table = try Swatches.table(Swatches.clique(join: .init(clique: "other", keys: keys)))
    #expect(table.joinKeys == [[4, 0], [4, 1], [5, 0], [5, 1]])
  }

  @Test func `cannot be of variables that are not there`() {
    #expect(throws: ReconstructionError.unknown(what: "variable", named: "smell", inPart: "swatches")) {
      try Swatches.table(Swatches.clique("swatches", [Swatches.domain("smell", "all")]))
    }
    #expect(throws: ReconstructionError.unknown(what: "variable", named: "smell", inPart: "swatches")) {
      try Swatches.table(Swatches.clique(assigned: ["smell"]))
    }
  }

  @Test(
    arguments: [
      ("weight", ["3..5"], [3, 4, 5]), ("weight", ["5..5"], [5]), ("weight", ["0", "7"], [0, 7]),
      ("weight", ["1", "2..3", "unknown"], [1, 2, 3, 0x8000_0000]), ("colour", ["all"], [4, 5]),
      ("colour", ["blue", "red", "notApplicable"], [5, 4, 2]), ("tags", ["none", "a", "b+c", "a+b+c"], [0, 1, 6, 7]),
      ("tags", ["all"], [1, 2, 4]), ("tags", ["unknown"], [PackedValue(SetMask(.unknown))]),
    ] as [(String, [String], [PackedValue])])
  func `take the values a domain lists, in its order`(_ name: String, _ words: [String], _ packed: [PackedValue]) throws
  {
    let variable = try #require(Swatches.variables.first { $0.name == name })
    let domain = ReconstructionPlan.Domain(variable: name, values: .listed(words))
    #expect(try domain.packedValues(of: variable, inPart: "p") == packed)
  }

  @Test(arguments: [
    ("weight", "5..3"), ("weight", "3...5"), ("weight", "3.5"), ("weight", "..5"), ("weight", "3.."), ("weight", "x"),
    ("colour", "green"), ("tags", "a+d"),
  ])
  func `refuse a word that is no value`(_ name: String, _ word: String) throws {
    let variable = try #require(Swatches.variables.first { $0.name == name })
    let domain = ReconstructionPlan.Domain(variable: name, values: .listed([word]))
    #expect(throws: ReconstructionError.unknown(what: "value", named: word, inPart: "p")) {
      try domain.packedValues(of: variable, inPart: "p")
    }
  }

  @Test(
    arguments: [
      (0...3, [0, 1, 2, 3, 4, 5, 6, 7]), (1...1, [1, 2, 4]), (2...2, [3, 5, 6]), (2...3, [3, 5, 6, 7]), (3...3, [7]),
    ] as [(ClosedRange<Int>, [PackedValue])])
  func `take subsets of the sizes asked for`(_ sizes: ClosedRange<Int>, _ masks: [PackedValue]) throws {
    let values = ReconstructionPlan.Domain.Values.subsets(
      of: ["a", "b", "c"], sizes: sizes, besides: ["none", "notAsked"])
    let domain = ReconstructionPlan.Domain(variable: "tags", values: values)
    #expect(try domain.packedValues(of: Swatches.tags, inPart: "p") == masks + [0, PackedValue(SetMask(.notAsked))])
  }

  @Test func `refuse subsets of what is no member`() {
    for values in [
      ReconstructionPlan.Domain.Values.subsets(of: ["a", "z"], sizes: 1...1, besides: []),
      .subsets(of: ["a"], sizes: 1...1, besides: ["z"]),
    ] {
      #expect(throws: ReconstructionError.unknown(what: "value", named: "z", inPart: "p")) {
        try ReconstructionPlan.Domain(variable: "tags", values: values).packedValues(of: Swatches.tags, inPart: "p")
      }
    }
  }

  @Test func `stay with their exclusions when some are picked out`() throws {
    var cases = try Swatches.table(Swatches.clique()).cases
    cases.excludedBy = [0, 1, 0, 2]
    (cases.exclusions, cases.imputedVariables) = (["one", "two"], ["guess"])
    let picked = cases.rows([3, 0, 3])
    #expect(picked.excludedBy == [2, 0, 2] && picked.offsets == [0, 1, 2, 3] && picked.members == [0, 1, 2])
    #expect(picked.exclusions == ["one", "two"] && picked.imputedVariables == ["guess"])
    #expect(picked.columns["colour"] == .category([5, 4, 5]) && picked.columns["size"] == .category([5, 4, 5]))
  }

  /// A number below nought keeps its sign through packing, and each reason has its own place.
  @Test func `unpack to what was packed`() {
    #expect(Swatches.weight.packed(word: "-3") == 0xFFFF_FFFD)
    #expect(Swatches.weight.column(of: [0xFFFF_FFFD]) == .number([-3]))
    #expect(Column.number([-3]).packedValue(at: 0) == 0xFFFF_FFFD)
    for variable in Swatches.variables {
      for missing in Missing.allCases { #expect(variable.missing(variable.packed(missing)) == missing) }
    }
    #expect(Swatches.colour.missing(4) == nil && Swatches.tags.missing(0) == nil && Swatches.weight.missing(0) == nil)
    #expect(Swatches.weight.packed(word: "2147483648") == nil)
  }
}
