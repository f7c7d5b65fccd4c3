/// A chain for latent classes with others beside it that see fewer persons, between which classes are exchanged.
///
/// Rung k is a chain on a table of which every count is multiplied by a share β_k and rounded: 1 = β_0 > β_1 > ... The
/// fewer persons, the flatter the posterior, and the easier a chain on it leaves a mode. After every sweep
/// neighbouring rungs offer each other their classes θ = (π, λ, α), alternately the even and the odd pairs, and accept
/// with chance
///
///     min(1, exp(L_k(θ_k+1) + L_k+1(θ_k) − L_k(θ_k) − L_k+1(θ_k+1)))
///
/// where L_k is the log-likelihood of the persons of rung k with classes of persons and the hidden number integrated
/// out; the priors cancel. Rung 0 has all persons, and its draws are those of the posterior. This is parallel tempering
/// (Geyer 1991) in which the temperature is a smaller sample.
struct LatentClassLadder {
  private var rungs: [LatentClassChain]
  private var generator: ReplicateGenerator
  private var sweep = 0

  /// From each rung to the next this share of the persons is left, down to about forty, over at most sixteen rungs.
  ///
  /// Decisions: neighbours then differ little enough to accept exchanges, and on forty persons a chain leaves any mode.
  /// A chain has streams of its own for its rungs (1,000 apart) and for its exchanges (from 1,000,000 on).
  private static let ratio = 0.65

  init(
    _ data: CaptureHistories, classes: Int, shape: Double, rate: Double, start: Double, seed: UInt64, chain: Int
  ) {
    var shares = [1.0]
    while shares.count < 16, let last = shares.last, last * Self.ratio * Double(data.observed) > 40 {
      shares.append(last * Self.ratio)
    }
    rungs = shares.enumerated().map { rung, share in
      LatentClassChain(
        data, classes: classes, shape: shape, rate: rate, start: start, share: share, seed: seed,
        chain: chain + 1000 * rung)
    }
    generator = ReplicateGenerator(seed: seed, replicate: 1_000_000 + chain)
  }

  /// One sweep of every rung and one round of exchanges; returns the number of persons of rung 0.
  mutating func step(concentrationAtLeast floor: Double) -> Int {
    let persons = rungs[0].step(concentrationAtLeast: floor)
    for rung in rungs.indices.dropFirst() { _ = rungs[rung].step(concentrationAtLeast: floor) }
    sweep += 1
    for lower in stride(from: sweep % 2, to: rungs.count - 1, by: 2) { exchange(lower, lower + 1) }
    return persons
  }

  private mutating func exchange(_ a: Int, _ b: Int) {
    let classes = (rungs[a].parameters, rungs[b].parameters)
    let gain =
      rungs[a].logLikelihood(classes.1) + rungs[b].logLikelihood(classes.0) - rungs[a].logLikelihood()
      - rungs[b].logLikelihood()
    guard log(generator.openUniform()) < gain else { return }
    rungs[a].take(classes.1)
    rungs[b].take(classes.0)
  }
}
