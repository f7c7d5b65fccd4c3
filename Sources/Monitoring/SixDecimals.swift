/// A chance as it is written in a file, with six decimals.
func sixDecimals(_ chance: Double) -> String {
  let millionths = Int((min(1, max(0, chance)) * 1_000_000).rounded())
  let digits = String(millionths % 1_000_000)
  return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
}
