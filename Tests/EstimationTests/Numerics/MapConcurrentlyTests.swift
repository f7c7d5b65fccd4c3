import Foundation
import Model
import Testing

@testable import Estimation

struct MapConcurrentlyTests {
  @Test(arguments: [0, 1, 2, 7, 100])
  func `results are in the order of the elements, for any number of threads`(_ threads: Int) async {
    let squares = await mapConcurrently(Array(0..<50), threads: threads) { $0 * $0 }
    #expect(squares == (0..<50).map { $0 * $0 })
    let none = await mapConcurrently([Int](), threads: threads) { $0 }
    #expect(none.isEmpty)
  }

  @Test func `progress counts every element once, up to all of them`() async {
    let heard = Heard()
    _ = await mapConcurrently([1, 2, 3, 4, 5], threads: 2, progress: { heard.add($0.done, of: $0.total) }) { $0 }
    #expect(heard.done == [1, 2, 3, 4, 5] && heard.totals == [5, 5, 5, 5, 5])
  }

  @Test func `no more run at once than there are threads`() async {
    let busy = Heard()
    _ = await mapConcurrently(Array(0..<40), threads: 2) { _ in
      busy.enter()
      Thread.sleep(forTimeInterval: 0.001)
      busy.leave()
    }
    #expect(busy.most >= 1 && busy.most <= 2)
  }
}

/// What was heard from several threads.
private final class Heard: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var done: [Int] = []
  private(set) var totals: [Int?] = []
  private(set) var most = 0
  private var running = 0

  func add(_ count: Int, of total: Int?) {
    lock.withLock {
      done.append(count)
      totals.append(total)
    }
  }
  func enter() {
    lock.withLock {
      running += 1
      most = max(most, running)
    }
  }
  func leave() { lock.withLock { running -= 1 } }
}
