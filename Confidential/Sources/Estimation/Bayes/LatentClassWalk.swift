/// The moves of one place under prior × L^β, each of which leaves that density as it is.
///
/// - *Hamiltonian*: up to 2 × 10 leapfrog steps of a random length, with a unit mass (Duane et al. 1987; Neal 2011).
/// - *Renewal*: all chances of a class, or one, are drawn from their prior and accepted by L^β alone: what opens, closes
///   and replaces small classes.
/// - *Sticks*: one y, or all together, by a normal step of a scale between 0.1 and 6.
/// - *Exchange*: neighbouring classes change places with the chance their prior gives (Papaspiliopoulos & Roberts 2008);
///   L does not change. The last pair too: without it a large class that is last stays last, and holds α up.
///
/// Numbers of steps and scales are decisions; they move how fast a run settles, never what it settles on.
struct LatentClassWalk {
  let density: LatentClassDensity
  var generator: ReplicateGenerator
  private var room: LatentClassDensity.Workspace
  private var momentum: [Double]

  /// A place with its density.
  struct Point: Sendable {
    var place: [Double]
    var value: LatentClassDensity.Value
  }

  init(_ density: LatentClassDensity, _ generator: ReplicateGenerator) {
    self.density = density
    self.generator = generator
    room = LatentClassDensity.Workspace(density)
    momentum = [Double](repeating: 0, count: density.dimension)
  }

  /// A draw from the prior.
  mutating func start() -> Point {
    while true {
      let logAlpha = generator.logGammaDraw(density.shape) - log(density.rate)
      let logits = (0..<density.sticks).map { _ in logit() }
      let sticks = (1..<density.classes).map { _ in log(-log(generator.openUniform())) - logAlpha }
      if let point = point(logits + sticks) { return point }
    }
  }

  /// One round of all moves; returns whether the Hamiltonian one was accepted.
  mutating func step(_ point: inout Point, power: Double, stepSize: Double) -> Bool {
    let isAccepted = moveAlong(&point, power, stepSize)
    renew(&point, power)
    stretch(&point, power)
    exchange(&point)
    return isAccepted
  }

  private mutating func logit() -> Double {
    let uniform = generator.openUniform()
    return log(uniform) - log1p(-uniform)
  }

  /// Nil outside the bounds or where the likelihood is not a number.
  private mutating func point(_ place: [Double], gradient: Bool = false) -> Point? {
    guard density.isInside(place) else { return nil }
    let value = density.value(at: place, &room, gradient: gradient)
    return value.logLikelihood.isFinite && value.hiddenOdds.isFinite ? Point(place: place, value: value) : nil
  }

  private mutating func accept(_ point: inout Point, _ candidate: Point, logRatio: Double) -> Bool {
    guard log(generator.openUniform()) < logRatio else { return false }
    point = candidate
    return true
  }

  private mutating func moveAlong(_ point: inout Point, _ power: Double, _ stepSize: Double) -> Bool {
    let size = stepSize * exp(1.2 * (generator.uniform() - 0.5))
    let steps = 1 + Int(generator.uniform() * 20)
    for index in momentum.indices { momentum[index] = generator.normal() }
    let energy = kinetic - point.value.logPrior - power * point.value.logLikelihood
    guard var next = self.point(point.place, gradient: true) else { return false }
    for _ in 0..<steps {
      push(power, size / 2)
      for index in momentum.indices { next.place[index] += size * momentum[index] }
      guard density.isInside(next.place) else { return false }
      next.value = density.value(at: next.place, &room, gradient: true)
      guard next.value.logLikelihood.isFinite else { return false }
      push(power, size / 2)
    }
    let reached = kinetic - next.value.logPrior - power * next.value.logLikelihood
    return accept(&point, next, logRatio: energy - reached)
  }

  private var kinetic: Double { momentum.reduce(0) { $0 + $1 * $1 / 2 } }

  private mutating func push(_ power: Double, _ time: Double) {
    for index in momentum.indices {
      momentum[index] += time * (room.priorGradient[index] + power * room.likelihoodGradient[index])
    }
  }

  /// All chances of one class anew, then one chance of one class.
  private mutating func renew(_ point: inout Point, _ power: Double) {
    let renewed = Int(generator.uniform() * Double(density.classes))
    let whole = (0..<density.lists).map { $0 * density.classes + renewed }
    for indices in [whole, [Int(generator.uniform() * Double(density.sticks))]] {
      var place = point.place
      for index in indices { place[index] = logit() }
      guard let next = self.point(place) else { continue }
      let gain = next.value.logLikelihood - point.value.logLikelihood
      _ = accept(&point, next, logRatio: power * gain)
    }
  }

  /// One stick, then all of them.
  private mutating func stretch(_ point: inout Point, _ power: Double) {
    let one = density.sticks + Int(generator.uniform() * Double(density.classes - 1))
    for indices in [one..<(one + 1), density.sticks..<density.dimension] {
      var place = point.place
      let scale = 0.1 * exp(log(60) * generator.uniform())
      let step = scale * generator.normal()
      for index in indices { place[index] += step }
      guard let next = self.point(place) else { continue }
      let gain = next.value.logLikelihood - point.value.logLikelihood
      _ = accept(&point, next, logRatio: next.value.logPrior - point.value.logPrior + power * gain)
    }
  }

  /// Each pair of neighbours once. In terms of π an exchange moves nothing but places, so that the ratio is that of
  /// p(t) |dt/dπ|: for all pairs but the last, whose sum of t stays, exp(t_k' − t_k).
  private mutating func exchange(_ point: inout Point) {
    var place = point.place
    for k in 0..<(density.classes - 1) {
      let index = density.sticks + k
      let length = exp(place[index])
      let isLast = k == density.classes - 2
      let next = isLast ? 0 : exp(place[index + 1])
      // V_k' = (1 − V_k) V_k+1, and the last V is one.
      let share = exp(-length) * (isLast ? 1 : -expm1(-next))
      let swapped = -log1p(-share)
      let rest = length + next - swapped
      guard swapped > 0, swapped.isFinite, isLast || rest > 0 else { continue }
      var ratio = swapped - length
      if isLast {
        let total = place[density.sticks...].reduce(density.rate) { $0 + exp($1) }
        ratio -= (density.shape + Double(density.classes - 1)) * log1p((swapped - length) / total)
      }
      guard log(generator.openUniform()) < ratio else { continue }
      place[index] = log(swapped)
      if !isLast { place[index + 1] = log(rest) }
      for list in 0..<density.lists { place.swapAt(list * density.classes + k, list * density.classes + k + 1) }
    }
    if place != point.place, let next = self.point(place) { point = next }
  }
}
