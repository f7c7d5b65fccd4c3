import Invented
import Testing

@testable import Estimation

struct DecomposableGraphTests {
  @Test(arguments: [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822)])
  func `graphs are as many as are known from few lists on`(_ lists: Int, _ count: Int) {
    #expect(DecomposableGraph.all(lists: lists).count == count)
  }

  /// By Dirac 1961: a chordal graph can be taken down, each time a vertex of which the neighbours are all joined.
  private func isChordal(_ edges: Set<UInt32>, _ lists: Int) -> Bool {
    var left = Array(0..<lists)
    while !left.isEmpty {
      let simplicial = left.firstIndex { vertex in
        let around = left.filter { $0 != vertex && edges.contains(1 << UInt32($0) | 1 << UInt32(vertex)) }
        return around.allSatisfy { a in
          around.allSatisfy { a == $0 || edges.contains(1 << UInt32(a) | 1 << UInt32($0)) }
        }
      }
      guard let simplicial else { return false }
      left.remove(at: simplicial)
    }
    return true
  }

  @Test(arguments: [3, 4, 5])
  func `they are the graphs that can be taken down vertex by vertex, with the cliques of each`(_ lists: Int) {
    let pairs = listSets(of: 2, among: lists)
    var chordal: Set<Set<UInt32>> = []
    for choice in 0..<(1 << pairs.count) {
      let edges = Set(pairs.indices.filter { choice & (1 << $0) != 0 }.map { pairs[$0] })
      if isChordal(edges, lists) { chordal.insert(edges) }
    }
    var found: Set<Set<UInt32>> = []
    for graph in DecomposableGraph.all(lists: lists) {
      let edges = Set(pairs.filter { pair in graph.cliques.contains { $0 & pair == pair } })
      found.insert(edges)
      let complete = (1..<UInt32(1 << lists)).filter { set in
        pairs.allSatisfy { set & $0 != $0 || edges.contains($0) }
      }
      let maximal = complete.filter { set in !complete.contains { $0 != set && $0 & set == set } }
      #expect(Set(graph.cliques) == Set(maximal) && graph.cliques.count == maximal.count)
      #expect(graph.separators.count == graph.cliques.count - 1)
      // Every list is in one clique more than separators.
      for list in 0..<UInt32(lists) {
        let count = { (sets: [UInt32]) in sets.count { $0 & (1 << list) != 0 } }
        #expect(count(graph.cliques) - count(graph.separators) == 1)
      }
    }
    #expect(found == chordal)
  }

  @Test func `a chain of three lists hangs together by the middle one`() throws {
    let chain = try #require(
      DecomposableGraph.all(lists: 3).first { Set($0.cliques) == [0b011, 0b110] })
    #expect(chain.separators == [0b010] && chain.notation(lists: 3) == "[12,23]")
    #expect(DecomposableGraph.all(lists: 3).contains { $0.notation(lists: 3) == "[1,2,3]" && $0.separators == [0, 0] })
  }
}

struct HiddenGridTests {
  @Test func `every number up to 2,000, then 0.2% apart until the limit is passed`() {
    let grid = HiddenGrid(upTo: 10_000)
    #expect(Array(grid.points.prefix(2000)) == (1...2000).map(Double.init) && grid.points[2000] == 2004)
    #expect(grid.points.dropLast().allSatisfy { $0 < 10_000 } && (grid.points.last ?? 0) >= 10_000)
    for (point, next) in zip(grid.points, grid.points.dropFirst()) where point >= 2000 {
      #expect(next == (point * 1.002).rounded(.up))
    }
  }

  @Test func `the points stand for all whole numbers once`() {
    let grid = HiddenGrid(upTo: 50_000)
    #expect(abs(grid.widths.reduce(0, +) - (grid.points.last ?? 0)) < 1e-6)
    #expect(grid.widths.prefix(1999).allSatisfy { $0 == 1 } && grid.widths[1999] == 2.5 && grid.widths[2000] == 4.5)
    let short = HiddenGrid(integers: 3...7)
    #expect(short.points == [3, 4, 5, 6, 7] && short.widths == [1, 1, 1, 1, 1])
    #expect(HiddenGrid(upTo: 5).points.count == 2000)
  }
}

struct GraphPosteriorSumTests {
  /// p(N0, g) for two lists, each term of the formula written out: independent lists and joined ones.
  private func exact(_ hidden: Int, joined: Bool) -> Double {
    let (cells, delta) = ([Double(hidden), 12, 9, 5], 0.25)
    let persons = 26 + Double(hidden)
    let block = { (counts: [Double], prior: Double) in
      logGamma(1) - logGamma(persons + 1) + counts.reduce(0) { $0 + logGamma($1 + prior) - logGamma(prior) }
    }
    let common = logGamma(persons + 1) - logGamma(Double(hidden) + 1) - log(persons)
    if joined { return common + block(cells, delta) }
    return common + block([cells[0] + cells[2], cells[1] + cells[3]], 2 * delta)
      + block([cells[0] + cells[1], cells[2] + cells[3]], 2 * delta)
  }

  @Test func `two lists are summed by hand`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,12\n0,1,9\n1,1,5\n")
    let posterior = try table.graphPosterior(hidden: 0...3000)
    // Beside the joined block nothing; independent blocks are divided by that of the empty separator, which is one.
    let joined = (0...3000).map { exp(exact($0, joined: true)) }
    let apart = (0...3000).map { exp(exact($0, joined: false)) }
    let total = joined.reduce(0, +) + apart.reduce(0, +)
    let masses = zip(joined, apart).map { ($0 + $1) / total }
    let first = try #require(posterior.graphs.first { $0.graph.cliques.count == 2 })
    #expect(relativeError(first.probability, apart.reduce(0, +) / total) < 1e-9)
    #expect(abs(posterior.graphs.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
    #expect(relativeError(posterior.mean, 26 + masses.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 }) < 1e-9)
    let mode = masses.indices.max { masses[$0] < masses[$1] } ?? 0
    #expect(posterior.mode == Double(26 + mode))
    for share in [0.025, 0.1, 0.5, 0.9, 0.975] {
      var sum = 0.0
      let place = masses.firstIndex { mass in
        sum += mass
        return sum >= share
      }
      #expect(posterior.quantile(share) == Double(26 + (place ?? 0)))
    }
    #expect(relativeError(posterior.tailMass, masses.suffix(1500).reduce(0, +)) < 1e-9)
    let interval = posterior.interval(level: 0.8)
    #expect(interval.lower == posterior.quantile(0.1) && interval.upper == posterior.quantile(0.9))
    #expect(interval.kind == .credible && interval.level == 0.8 && posterior.quantile(2) == 3026)
  }

  @Test func `the order of lists does not matter, and one list or seven are refused`() throws {
    let one = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,25\n0,1,0,14\n0,0,1,9\n1,1,0,6\n1,0,1,3\n0,1,1,4\n1,1,1,3\n")
    let other = try CaptureHistories(
      parsing: "C,B,A,count\n0,0,1,25\n0,1,0,14\n1,0,0,9\n0,1,1,6\n1,0,1,3\n1,1,0,4\n1,1,1,3\n")
    let (first, second) = (try one.graphPosterior(), try other.graphPosterior())
    #expect(relativeError(first.mean, second.mean) < 1e-9 && first.quantile(0.975) == second.quantile(0.975))
    let seven = try CaptureHistories(
      lists: (1...7).map { "L\($0)" }, entries: (0..<7).map { .init(history: 3 << UInt32($0) & 0x7F, count: 5 + $0) },
      allowingRounded: true)
    #expect(throws: EstimationError.unsupportedLists(7, method: .decomposableGraphs)) { try seven.graphPosterior() }
  }

  @Test func `the estimate is the median with credible intervals and the likeliest graph`() async throws {
    let table = try Fixture.table("MadiganYork_3")
    let posterior = try table.graphPosterior()
    let estimate = try await table.estimate(by: .decomposableGraphs, using: .init(levels: [0.8, 0.95], seed: 1))
    #expect(estimate.estimate == posterior.quantile(0.5) && estimate.intervals == [0.8, 0.95].map(posterior.interval))
    #expect(estimate.model == posterior.graphs[0].graph.notation(lists: 3))
    #expect(posterior.graphs.map(\.probability) == posterior.graphs.map(\.probability).sorted(by: >))
  }
}
