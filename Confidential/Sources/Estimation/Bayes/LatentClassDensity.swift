/// The posterior of latent classes (Manrique-Vallier 2016) with persons, labels and concentration integrated out.
///
/// A person is in class k with probability π_k = V_k Π_{i<k} (1 − V_i), V_k ~ Beta(1, α), α ~ Gamma(a, b), and is then
/// on list j with chance λ_jk ~ Beta(1, 1), each list by itself. With p_w the probability of history w, p_∅ that of none
/// and prior 1/N, the sum over N leaves
///
///     L = Π_w (p_w / (1 − p_∅))^{n_w},    N − n | π, λ ~ NegBin(n, 1 − p_∅)
///
/// and the integral over α leaves, with t_k = −log(1 − V_k),
///
///     p(t) ∝ (b + Σ t_k)^−(a + K − 1).
///
/// The coordinates are logits x_jk of λ_jk, with logistic priors, and y_k = log t_k: unbounded, and without a person in
/// them. Logits beyond ±30 and y beyond ±600 are left out, which in the prior have less than 10⁻¹² and 10⁻⁶⁴.
struct LatentClassDensity: Sendable {
  let lists: Int
  let classes: Int
  let observed: Double
  let shape: Double
  let rate: Double
  private let members: [[Int]]
  private let counts: [Double]

  init(_ data: CaptureHistories, classes: Int, shape: Double, rate: Double) {
    lists = data.lists.count
    self.classes = classes
    self.shape = shape
    self.rate = rate
    observed = Double(data.observed)
    let seen = data.entries.filter { $0.count > 0 }
    members = seen.map { entry in (0..<data.lists.count).filter { entry.history & (1 << UInt32($0)) != 0 } }
    counts = seen.map { Double($0.count) }
  }

  /// Logits list by list, then the sticks.
  var dimension: Int { (lists + 1) * classes - 1 }
  /// The index of the first stick.
  var sticks: Int { lists * classes }

  /// What the density says of one place.
  struct Value: Equatable, Sendable {
    var logPrior, logLikelihood: Double
    /// p_∅ / (1 − p_∅).
    var hiddenOdds: Double
  }

  /// Room for one evaluation, so that a run allocates once, and the gradients it leaves.
  struct Workspace: Sendable {
    fileprivate(set) var priorGradient, likelihoodGradient: [Double]
    fileprivate var odds, chances, none, seen, weights, lengths, shares, persons: [Double]

    init(_ density: LatentClassDensity) {
      priorGradient = [Double](repeating: 0, count: density.dimension)
      likelihoodGradient = priorGradient
      odds = [Double](repeating: 0, count: density.lists * density.classes)
      chances = odds
      none = [Double](repeating: 0, count: density.classes)
      (seen, weights, lengths, shares, persons) = (none, none, none, none, none)
    }
  }

  func isInside(_ place: [Double]) -> Bool {
    for index in 0..<sticks where !(abs(place[index]) <= 30) { return false }
    for index in sticks..<dimension where !(abs(place[index]) <= 600) { return false }
    return true
  }

  /// The density at a place that is inside; with `gradient`, leaves both gradients in the workspace.
  func value(at place: [Double], _ room: inout Workspace, gradient: Bool) -> Value {
    var value = Value(logPrior: fillClasses(place, &room), logLikelihood: 0, hiddenOdds: 0)
    let total = fillWeights(place, &room, &value.logPrior)
    var seen = 0.0
    var missed = 0.0
    for k in 0..<classes {
      seen += room.weights[k] * room.seen[k]
      room.none[k] *= room.weights[k]
      missed += room.none[k]
      room.persons[k] = observed * room.none[k]
    }
    value.hiddenOdds = missed / seen
    if gradient {
      for k in 0..<classes { room.persons[k] /= seen }
      for index in room.likelihoodGradient.indices { room.likelihoodGradient[index] = 0 }
    }
    for history in counts.indices {
      let chance = fillShares(history, &room)
      value.logLikelihood += counts[history] * log(chance / seen)
      if gradient { addShares(history, counts[history] / chance, &room) }
    }
    if gradient { finishGradients(total, &room) }
    return value
  }

  /// Odds, chances, and per class the chance of no list, Π (1 + o_j)⁻¹, and its complement; returns the log prior of the
  /// logits. 1 + q = Π (1 + o_j) is built from q, so that no chance near nought is lost.
  private func fillClasses(_ place: [Double], _ room: inout Workspace) -> Double {
    for k in 0..<classes { room.seen[k] = 0 }
    var sum = 0.0
    for list in 0..<lists {
      for k in 0..<classes {
        let index = list * classes + k
        let odds = exp(place[index])
        sum += place[index]
        room.odds[index] = odds
        room.chances[index] = odds / (1 + odds)
        room.seen[k] += odds + room.seen[k] * odds
      }
    }
    for k in 0..<classes {
      let q = room.seen[k]
      sum -= 2 * log1p(q)
      room.none[k] = 1 / (1 + q)
      room.seen[k] = q / (1 + q)
    }
    return sum
  }

  /// π from the sticks; adds their log prior, and returns Σ t.
  private func fillWeights(_ place: [Double], _ room: inout Workspace, _ logPrior: inout Double) -> Double {
    var left = 1.0
    var total = 0.0
    for k in 0..<(classes - 1) {
      let length = exp(place[sticks + k])
      room.lengths[k] = length
      room.weights[k] = left * -expm1(-length)
      left *= exp(-length)
      total += length
      logPrior += place[sticks + k]
    }
    room.weights[classes - 1] = left
    logPrior -= (shape + Double(classes - 1)) * log(rate + total)
    return total
  }

  /// π_k times the chance of a history in class k, in `shares`; returns their sum p_w.
  private func fillShares(_ history: Int, _ room: inout Workspace) -> Double {
    for k in 0..<classes { room.shares[k] = room.none[k] }
    for list in members[history] {
      for k in 0..<classes { room.shares[k] *= room.odds[list * classes + k] }
    }
    var sum = 0.0
    for k in 0..<classes { sum += room.shares[k] }
    return sum
  }

  /// Adds the persons of a history to the classes they are expected in; `scale` is n_w / p_w.
  private func addShares(_ history: Int, _ scale: Double, _ room: inout Workspace) {
    for k in 0..<classes {
      room.shares[k] *= scale
      room.persons[k] += room.shares[k]
    }
    for list in members[history] {
      for k in 0..<classes { room.likelihoodGradient[list * classes + k] += room.shares[k] }
    }
  }

  /// ∂L/∂x_jk = caught_jk − λ_jk M_k and ∂L/∂y_k = t_k (M_k / (e^t_k − 1) − M_>k), with M_k the persons expected in class
  /// k, hidden ones too.
  private func finishGradients(_ total: Double, _ room: inout Workspace) {
    for list in 0..<lists {
      for k in 0..<classes {
        let index = list * classes + k
        room.likelihoodGradient[index] -= room.chances[index] * room.persons[k]
        room.priorGradient[index] = 1 - 2 * room.chances[index]
      }
    }
    var after = room.persons[classes - 1]
    let power = (shape + Double(classes - 1)) / (rate + total)
    for k in stride(from: classes - 2, through: 0, by: -1) {
      let length = room.lengths[k]
      room.likelihoodGradient[sticks + k] = length * (room.persons[k] / expm1(length) - after)
      room.priorGradient[sticks + k] = 1 - power * length
      after += room.persons[k]
    }
  }
}
