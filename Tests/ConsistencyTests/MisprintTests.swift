import Invented
import Testing

@testable import Consistency

@Suite struct `A slip of the hand` {
  /// A number of one to seven digits with up to two decimals, and its digits.
  private static func number(
    _ generator: inout SplitMix, mostDecimals: Int = 2
  ) -> (value: Double, decimals: Int, digits: [Character]) {
    let decimals = Int.random(in: 0...mostDecimals, using: &generator)
    var size = 10
    for _ in 0..<Int.random(in: 0...6, using: &generator) { size *= 10 }
    let whole = Int.random(in: 1..<size, using: &generator)
    return (Double(whole) * Printed.unit(decimals), decimals, Array(String(whole)))
  }

  /// One digit printed for another, left out, put in, doubled, or two neighbours swapped.
  private static func slipped(_ digits: [Character], _ generator: inout SplitMix) -> [Character] {
    var digits = digits
    let place = Int.random(in: digits.indices, using: &generator)
    let digit = Character(String(Int.random(in: 0...9, using: &generator)))
    switch Int.random(in: 0...4, using: &generator) {
    case 0: digits[place] = digit
    case 1: digits.remove(at: place)
    case 2: digits.insert(digit, at: place)
    case 3: digits.insert(digits[place], at: place)
    default: if place + 1 < digits.count { digits.swapAt(place, place + 1) }
    }
    return digits
  }

  @Test(arguments: 0..<200)
  func `gives a number that is among those one slip away, and as far away as back`(_ seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let (value, decimals, digits) = Self.number(&generator, mostDecimals: 0)
    let text = Self.slipped(digits, &generator)
    // Zeros in front, and nothing at all, are no numbers that anyone prints.
    guard let first = text.first, first != "0" else { return }
    let slipped = try #require(Double(String(text)))
    let there = Misprint.slips(from: value, to: slipped, decimals: decimals)
    #expect(there == Misprint.slips(from: slipped, to: value, decimals: decimals))
    guard String(text) != String(digits) else { return }
    #expect(there == 1)
    let variants = Misprint.variants(of: value, decimals: decimals)
    #expect(variants.contains { abs($0 - slipped) < Printed.slack })
  }

  @Test(arguments: 0..<100)
  func `has variants that are each one slip away, each once, in order, and never the number itself`(_ seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let (value, decimals, _) = Self.number(&generator)
    let signed = seed % 3 == 0 ? -value : value
    let variants = Misprint.variants(of: signed, decimals: decimals)
    #expect(variants == variants.sorted() && Set(variants).count == variants.count)
    #expect(!variants.contains(signed) && variants.count >= 9)
    #expect(variants.allSatisfy { Misprint.slips(from: signed, to: $0, decimals: decimals) == 1 })
    #expect(variants.allSatisfy { signed < 0 ? $0 <= 0 : $0 >= 0 })
  }

  @Test(arguments: 0..<100)
  func `swaps two digits the same way there and back`(_ seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let (one, other) = (Self.number(&generator).value, Self.number(&generator).value)
    #expect(Misprint.isTransposition(one, other) == Misprint.isTransposition(other, one))
    #expect(!Misprint.isTransposition(one, one))
    #expect(Misprint.slips(from: one, to: one, decimals: 2) == 0)
  }

  @Test func `is of one digit where a difference is that of one digit or of two neighbours`() {
    for difference in [1.0, -7, 30, 9000, 9, 18, 81, 63, 450, -72_000] { #expect(Misprint.isOfOneDigit(difference)) }
    for difference in [0.0, 11, 25, 99, 101, 90_001, 108] { #expect(!Misprint.isOfOneDigit(difference)) }
  }
}
