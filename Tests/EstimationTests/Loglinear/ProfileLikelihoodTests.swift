@testable import Estimation
import Invented
import Testing

struct ProfileLikelihoodTests {
  @Test(arguments: Fixture.datasets)
  func `profile intervals agree with other software once its rule for factorials is followed`(_ name: String) throws {
    let table = try Fixture.table(name)
    let model = HierarchicalModel.mainEffects(lists: table.lists.count)
    let theirs = try model.profileLikelihood(on: table, levels: [0.95, 0.8], factorials: .stirlingAboveHundred)
    let ours = try model.profileLikelihood(on: table, levels: [0.95, 0.8])
    let expected = [
      "profile_N": (theirs.maximum, ours.maximum),
      "profile95_low": (theirs.intervals[0].lower, ours.intervals[0].lower),
      "profile95_high": (theirs.intervals[0].upper, ours.intervals[0].upper),
      "profile80_low": (theirs.intervals[1].lower, ours.intervals[1].lower),
      "profile80_high": (theirs.intervals[1].upper, ours.intervals[1].upper),
    ]
    for (quantity, pair) in expected {
      let value = try Fixture.value(name, "Mt main effects", quantity)
      // Their optimiser stops at about 1e-7; the factorials they approximate move the limits of small tables.
      #expect(relativeError(pair.0, value) < 1e-7, "\(quantity)")
      #expect(relativeError(pair.1, value) < 2e-5, "\(quantity)")
    }
  }

  @Test func `two lists give the interval that can be computed by hand`() throws {
    // Independent lists: l_p(N) = log N! − log (N − n)! + Σ_j log of the binomial maximum, all in closed form.
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,30\n0,1,20\n1,1,10\n")
    let profile = try HierarchicalModel.mainEffects(lists: 2).profileLikelihood(on: table, levels: [0.95])
    let byHand = { (persons: Double) -> Double in
      var sum = logGamma(persons + 1) - logGamma(persons - 59)
      for caught in [40.0, 30.0] {
        let missed = persons - caught
        sum += missed * log(missed / persons) + caught * log(caught / persons)
      }
      return sum
    }
    let limits = try #require(profile.intervals.first)
    let height = byHand(profile.maximum)
    #expect(abs(height - byHand(limits.lower) - 3.841458820694124 / 2) < 1e-9)
    #expect(abs(height - byHand(limits.upper) - 3.841458820694124 / 2) < 1e-9)
    #expect(byHand(profile.maximum * 1.001) < height && byHand(profile.maximum * 0.999) < height)
  }

  @Test func `an interval without an upper limit says so and is not cut off`() throws {
    // One person on both lists: the likelihood of a very large population stays within the 99% limit.
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,30\n0,1,20\n1,1,1\n")
    let profile = try HierarchicalModel.mainEffects(lists: 2).profileLikelihood(on: table, levels: [0.5, 0.999])
    #expect(profile.intervals[0].upper.isFinite)
    #expect(profile.intervals[1].upper.isFinite)
    let artificial = try Fixture.table("Artificial_3")
    let model = HierarchicalModel(lists: 3, generators: [0b011])
    #expect(model.existence(on: artificial).existence == .doesNotExist)
    let unbounded = try model.profileLikelihood(on: artificial, levels: [0.95])
    #expect(unbounded.intervals[0].upper == .infinity)
    #expect(relativeError(unbounded.intervals[0].lower, 815.247778130401) < 1e-3)
  }
}
