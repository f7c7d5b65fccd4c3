/// An element of the field of 256 elements, with the polynomial of AES (FIPS 197): x⁸ + x⁴ + x³ + x + 1.
///
/// Multiplication takes the same time for all values: they are secret.
struct GaloisByte: Equatable, Sendable {
  var value: UInt8

  init(_ value: UInt8) { self.value = value }

  static func + (left: GaloisByte, right: GaloisByte) -> GaloisByte { GaloisByte(left.value ^ right.value) }

  /// Sum over the bits of the right factor of the left one, doubled as often.
  static func * (left: GaloisByte, right: GaloisByte) -> GaloisByte {
    var (double, product) = (left.value, UInt8(0))
    for bit in 0..<8 {
      product ^= double & (0 &- (right.value >> UInt8(bit) & 1))
      double = double << 1 ^ (0x1B & (0 &- (double >> 7)))
    }
    return GaloisByte(product)
  }

  /// The other factor of 1; of 0, 0. a⁻¹ = a²⁵⁴, since a²⁵⁵ = 1.
  var inverse: GaloisByte {
    var (power, product) = (self, GaloisByte(1))
    for _ in 1..<8 {
      power = power * power
      product = product * power
    }
    return product
  }
}
