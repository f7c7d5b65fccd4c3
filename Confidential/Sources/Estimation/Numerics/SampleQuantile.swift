/// The quantile of a sorted sample, type 8 of Hyndman & Fan 1996: h = (B + 1/3) p + 1/3, linear between ranks.
///
/// Approximately median-unbiased whatever the distribution. Infinite values stand at the end and are returned as such.
func sampleQuantile(_ sorted: [Double], _ share: Double) -> Double {
  guard let first = sorted.first, let last = sorted.last else { return .nan }
  let h = (Double(sorted.count) + 1.0 / 3) * share + 1.0 / 3
  guard h > 1 else { return first }
  guard h < Double(sorted.count) else { return last }
  let rank = Int(h.rounded(.down))
  let part = h - Double(rank)
  let low = sorted[rank - 1]
  let high = sorted[rank]
  guard part > 0, high > low else { return low }
  return low + part * (high - low)
}
