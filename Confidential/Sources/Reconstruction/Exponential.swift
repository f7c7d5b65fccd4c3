/// `eˣ` with fixed arithmetic, so that fits are the same on every machine; relative error below 10⁻¹³ for |x| ≤ 700.
///
/// Reduces `x = k·ln 2 + r` with |r| ≤ ½ ln 2 and sums the series of `eʳ` to the 13th power (Horner). Larger arguments
/// are cut off at ±700.
func exponential(_ x: Double) -> Double {
  let limited = max(-700, min(700, x))
  // ln 2, and ln 2 in two parts of which the first has zeroes at its end, so that k times it is exact (Cody and Waite).
  let k = (limited / 0.693147180559945309).rounded()
  let r = (limited - k * 0.693147180369123816) - k * 1.90821492927058770e-10
  var sum = 1.0
  for n in stride(from: 13.0, through: 1, by: -1) { sum = 1 + sum * r / n }
  return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
}
