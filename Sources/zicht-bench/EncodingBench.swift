import Cryptography
import Encoding
import Glibc
import Sheets

/// Measures what encodings keep, give away and cost, on a file of which one column says who is who.
///
///     zicht-bench encodings FILE PERSON [quality | OVERLAP …] [PARAMETERS …]
struct EncodingBench {
  let study: EncodingStudy
  let keys: (own: LinkageKey, attackers: LinkageKey)

  init(file: String, person: String) throws {
    study = try EncodingStudy(SheetSource(contentsOf: file), columns: .usual, person: person)
    keys = try (
      LinkageKey(text: Self.line(Self.digits), place: "here"),
      LinkageKey(text: Self.line(String(Self.digits.reversed())), place: "here")
    )
  }

  /// Keys of measurements: fixed, so that a measurement can be repeated.
  private static let digits = "8f1c3b5e7a90d2466f4b8e1d0c3a597be2d4f60718293a4b5c6d7e8f90a1b2c3"
  private static func line(_ digits: String) -> String { "zicht-linkage-key-1 bench 2026 \(digits)" }

  func run(_ arguments: [String]) {
    let overlaps = arguments.compactMap(Int.init).filter { (0...100).contains($0) }
    let parameters = arguments.filter { Int($0) == nil && $0 != "quality" }
    if arguments.contains("quality") { return run(parameters.isEmpty ? Self.usual : parameters, []) }
    run(parameters.isEmpty ? Self.usual : parameters, overlaps.isEmpty ? [5, 20, 50, 80, 100] : overlaps)
  }

  private func run(_ all: [String], _ overlaps: [Int]) {
    for text in all {
      guard let parameters = EncodingParameters(text) else {
        print("not parameters: \(text)")
        continue
      }
      let quality = study.quality(key: keys.own, parameters: parameters)
      let before = Self.processorSeconds()
      let bytes = study.encode(key: keys.own, parameters: parameters)
      let speed = Double(study.count) / (Self.processorSeconds() - before)
      print(text)
      print(
        "  F1 \(rounded(quality.f1)) (names in the clear \(rounded(quality.clearF1))) at \(rounded(quality.threshold)); \(quality.trueCandidates) of \(quality.truePairs)"
          + " true pairs among \(quality.candidatePairs); \(Int(speed)) records a CPU-second,"
          + " \(bytes / max(1, study.count)) bytes a record")
      for overlap in overlaps {
        let rates = study.rates(
          key: keys.own, attackersKey: keys.attackers, parameters: parameters, overlap: overlap, seed: 1)
        print(
          "  overlap \(overlap)%: one name \(rounded(rates.oneName)), frequency \(rounded(rates.frequency)), patterns "
            + "\(rounded(rates.pattern)), graph \(rounded(rates.graph)), within blocks "
            + "\(rounded(rates.withinBlocks)), tied blocks \(rounded(rates.tiedBlocks)), dictionary "
            + "\(rounded(rates.dictionary))")
      }
    }
  }

  private static let usual = [
    "bits=512 draws=306 salt=none hardening=none largest=1000 fakes=0",
    "bits=512 draws=306 salt=none hardening=fold largest=1000 fakes=0",
    "bits=512 draws=306 salt=none hardening=balance largest=1000 fakes=0",
    "bits=512 draws=306 salt=none hardening=rule90 largest=1000 fakes=0",
    "bits=512 draws=306 salt=none hardening=rehash largest=1000 fakes=0",
    "bits=512 draws=306 salt=none hardening=flip50 largest=1000 fakes=0",
    "bits=512 draws=306 salt=year hardening=none largest=1000 fakes=0",
    "bits=512 draws=306 salt=block hardening=none largest=1000 fakes=0",
    "bits=512 draws=306 salt=block hardening=fold largest=1000 fakes=0",
    EncodingParameters.standard.description,
  ]

  /// All pairs of so many filters of 1,024 bits that are alike for 0.8.
  static func dice(_ count: Int) {
    let study = DiceStudy.join(count: count, bits: 1024, permille: 800)
    let before = processorSeconds()
    let pairs = study.join()
    let seconds = processorSeconds() - before
    let speed = Double(count) * Double(count) / seconds / 1e6
    print(
      "\(count) x \(count): \(pairs) pairs (\(study.pairs) planted), \(Int(speed)) million comparisons a CPU-second")
  }

  private static func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  private func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(abs(thousandths) % 1000)
    return (thousandths < 0 ? "-" : "") + "\(abs(thousandths) / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
