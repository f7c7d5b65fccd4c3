/// One chain of draws from the posterior of a log-linear model: generalised elliptical slice sampling.
///
/// In the white coordinates u of the mode, a = a_mode + L'⁻¹u with the information there equal to L L', the posterior is
/// close to standard normal. A step draws s | u ~ InvGamma((ν + d)/2, (ν + u'u)/2) and v ~ N(0, s), then a point on the
/// ellipse through u and v by shrinking a bracket of angles until p(a) / t_ν(u) is above a uniform level. The invariant
/// distribution is the posterior itself whatever the approximation; nothing is tuned and no proposal is lost.
///
/// - SeeAlso: Murray, Adams & MacKay 2010; Nishihara, Murray & Adams 2014.
struct InteractionThresholdChain {
  private let density: InteractionThresholdDensity
  private let centre: [Double]
  private let factor: CholeskyFactor
  /// ν: tails heavier than normal, so that the ellipses reach into those of the posterior. Eight is a decision: the draws
  /// are right for any number, which is under test with posteriors that are known exactly.
  private let freedom = 8.0
  private var generator: ReplicateGenerator
  private var white: [Double]
  private var height = -Double.infinity
  private var sums: [Double]
  private var direction: [Double]
  private var trial: [Double]
  /// The parameters of the current draw, in the order of the terms of the density.
  private(set) var parameters: [Double]

  /// Starts three standard deviations wide, so that agreement of chains means something.
  init(
    _ density: InteractionThresholdDensity, cells: Int, centre: [Double], factor: CholeskyFactor,
    generator: ReplicateGenerator
  ) {
    var stream = generator
    self.density = density
    self.centre = centre
    self.factor = factor
    white = centre.map { _ in 3 * stream.normal() }
    self.generator = stream
    sums = [Double](repeating: 0, count: cells)
    direction = white
    trial = white
    parameters = centre
    height = logRatio(white)
    while height == -.infinity {
      for index in white.indices { white[index] /= 2 }
      height = logRatio(white)
    }
    parameters = trial
  }

  /// Moves to the next draw.
  mutating func step() {
    let dimension = Double(white.count)
    let norm = white.reduce(0) { $0 + $1 * $1 }
    let scale = (freedom + norm) / 2 / exp(generator.logGammaDraw((freedom + dimension) / 2))
    let deviation = scale.squareRoot()
    for index in direction.indices { direction[index] = deviation * generator.normal() }
    let level = height + log(generator.openUniform())
    let turn = 2 * Double.pi
    var angle = turn * generator.uniform()
    var bracket = (angle - turn)...angle
    let start = white
    while bracket.upperBound - bracket.lowerBound > 1e-12 {
      let (along, across) = (cosine(angle), sine(angle))
      for index in white.indices { white[index] = along * start[index] + across * direction[index] }
      let reached = logRatio(white)
      if reached > level {
        height = reached
        parameters = trial
        return
      }
      bracket = angle < 0 ? angle...bracket.upperBound : bracket.lowerBound...angle
      angle = bracket.lowerBound + (bracket.upperBound - bracket.lowerBound) * generator.uniform()
    }
    white = start
  }

  /// log p(a) − log t_ν(u), without constants; leaves a in `trial`.
  private mutating func logRatio(_ white: [Double]) -> Double {
    var norm = 0.0
    for index in white.indices {
      trial[index] = white[index]
      norm += white[index] * white[index]
    }
    factor.solveTransposed(&trial)
    for index in trial.indices { trial[index] += centre[index] }
    return density.value(at: trial, sums: &sums) + 0.5 * (freedom + Double(white.count)) * log1p(norm / freedom)
  }
}
