public import Model

/// How well the notifications of each category of one variable, or of each source, are linked.
public struct LinkedGroups: Equatable, Sendable {
  /// The variable of the codebook; `source` for sources.
  package var variable: String
  /// Codes of categories or names of sources, with `unknown` for what is missing; only those that occur.
  package var keys: [String]
  /// In the order of the keys.
  package var recalls: [LinkRecall] = []
  /// For each record the number of its key.
  var numbers: [Int]

  func weighed(_ recalls: [LinkRecall]) -> LinkedGroups {
    var result = self
    (result.recalls, result.numbers) = (recalls, [])
    return result
  }
}

/// Of some records, how many could be recognised, how many were, and how many links that should be there are expected to be.
public struct LinkRecall: Equatable, Sendable {
  package var records = 0
  /// Those of which something is known that could tell who it is.
  package var recognisable = 0
  /// Those with another record of their person.
  package var linked = 0
  /// Links with a record of these, by their chance: those made, and all that are expected, also among pairs that were not compared.
  package var found = 0.0
  package var expected = 0.0

  package init() {}

  /// Of the links that there are expected to be, the share that was found; nil where none is expected.
  package var share: Double? { expected > 0 ? min(1, found / expected) : nil }
}

extension RecordLinking {
  /// - Parameters:
  ///   - groups: For each record of the table the number of its group, from 0.
  ///   - tells: For each record whether something is known that could tell who it is.
  /// - Returns: By group. A link counts for each of its two records. Links that no pass found are spread as the others.
  func recall(of groups: [Int], tells: [Bool]) -> [LinkRecall] {
    var result = [LinkRecall](repeating: LinkRecall(), count: (groups.max() ?? -1) + 1)
    var sizes = [Int](repeating: 0, count: linked.personCount)
    for person in linked.persons { sizes[Int(person)] += 1 }
    for (place, record) in order.enumerated() {
      let group = groups[Int(record)]
      result[group].records += 1
      if tells[Int(record)] { result[group].recognisable += 1 }
      if sizes[Int(linked.persons[place])] > 1 { result[group].linked += 1 }
    }
    var all = 0.0
    for pair in 0..<pairs.count {
      let (a, b, p) = (Int(pairs.first[pair]), Int(pairs.second[pair]), pairs.probability(pair))
      all += p
      for place in [a, b] {
        let group = groups[Int(order[place])]
        result[group].expected += p
        if linked.persons[a] == linked.persons[b] { result[group].found += p }
      }
    }
    let more = all > 0 ? 1 + candidates.missedLinks.mean / all : 1
    for group in result.indices { result[group].expected *= more }
    return result
  }
}

extension PersonDraws {
  /// The same with rows of notifications in place of records.
  func ofRows(_ rows: [Int]) -> PersonDraws {
    var result = PersonDraws(count: count, further: further)
    for set in 0..<setCount {
      result.add(self.rows[starts[set]..<starts[set + 1]].map { UInt32(rows[Int($0)]) }, members[set])
    }
    return result
  }
}

extension Notifications {
  /// The groups whose linking is told: sources, and the categories of the variables that the choice compares.
  func groups(_ rows: [Int], _ choice: LinkageChoice) -> [LinkedGroups] {
    let sources = deliveries.map(\.source)
    var result = [Self.groups("source", rows.map { sources[Int(delivery[$0])] }, in: sources)]
    for evidence in LinkageChoice.Evidence.allCases {
      guard let name = choice.variables[evidence], let index = columns.index(of: name),
        columns.variables[index].kind == .category
      else { continue }
      let codes = columns.variables[index].categories.map(\.code)
      result.append(Self.groups(name, rows.map { known(index, $0) ?? Missing.unknown.word }, in: codes))
    }
    return result
  }

  private static func groups(_ variable: String, _ values: [String], in order: [String]) -> LinkedGroups {
    let there = Set(values)
    var keys: [String] = []
    for key in order + [Missing.unknown.word] where there.contains(key) && !keys.contains(key) { keys.append(key) }
    let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    return LinkedGroups(variable: variable, keys: keys, numbers: values.compactMap { numbers[$0] })
  }
}
