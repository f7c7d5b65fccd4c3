/// Sizes of text without a font at hand: widths are estimates on the wide side for common sans serif faces.
///
/// Four widths stand for all letters, in parts of the size: narrow ones and spaces 0.33, most 0.565, capitals 0.68, and
/// the widest 0.9. They lie above the averages of the faces that `Drawing.framed` names (Arial: `i` 0.22, space 0.28, `n`
/// 0.556, capitals 0.67, `m` 0.83, `M` 0.83, `%` 0.89), so that text that fits by this measure fits on paper.
package enum Lettering {
  /// Estimated width in the units of `size`; bold letters are some 6% wider (Arial Bold: `n` 0.611 to 0.556).
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    var units = 0.0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "i", "j", "l", "t", "f", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", " ",
        "\u{202F}", "\u{A0}":
        units += 0.33
      case "m", "w", "M", "W", "%", "@": units += 0.9
      case "A"..."Z": units += 0.68
      default: units += 0.565
      }
    }
    return units * size * (isBold ? 1.06 : 1)
  }

  /// What a line of text takes, with its baseline at `y`: from 0.75 of the size above it, the height of ascenders, to
  /// 0.2 below it, the depth of descenders.
  package static func box(
    of text: String, x: Double, y: Double, size: Double, anchor: Pen.Anchor = .start,
    isBold: Bool = false
  ) -> Box {
    let width = width(of: text, size: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(left: left, top: y - 0.75 * size, right: left + width, bottom: y + 0.2 * size)
  }

  /// The text broken over lines no wider than `width`: at spaces and after hyphens, inside a word only when it alone
  /// is wider than a line. Never empty.
  static func lines(of text: String, width: Double, size: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      for part in broken(piece, width: width, size: size) {
        if line.isEmpty || Self.width(of: line + trimmed(part), size: size) <= width {
          line += part
        } else {
          lines.append(trimmed(line))
          line = part
        }
      }
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Words with their spaces, and the parts of a word after a hyphen or slash.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      piece.append(character)
      if character == " " || character == "-" || character == "/" {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func broken(_ piece: String, width: Double, size: Double) -> [String] {
    guard Self.width(of: trimmed(piece), size: size) > width else { return [piece] }
    var parts: [String] = []
    var part = ""
    for character in piece {
      if !part.isEmpty, Self.width(of: part + "\(character)-", size: size) > width {
        parts.append(part + "-")
        part = ""
      }
      part.append(character)
    }
    return part.isEmpty ? parts : parts + [part]
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

/// A coordinate with at most one decimal, rounded half away from zero: the same text on every machine. A tenth of a unit is
/// less than a screen of today can show.
func coordinate(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, fraction) = abs(tenths).quotientAndRemainder(dividingBy: 10)
  return (tenths < 0 ? "-" : "") + String(whole) + (fraction == 0 ? "" : "." + String(fraction))
}

/// Positions as near as possible to those wished for, in the same order, none closer than its height to the next.
///
/// Boxes are centred on their positions and stay between `top` and `bottom` when they fit there together; else they follow
/// each other without gaps from `top`. First each box is pushed down off the one before it, then, from the last back, up
/// off the one after it.
func spread(_ wished: [Double], heights: [Double], top: Double, bottom: Double) -> [Double] {
  var positions = wished
  var edge = top
  for index in positions.indices {
    positions[index] = max(positions[index], edge + heights[index] / 2)
    edge = positions[index] + heights[index] / 2
  }
  edge = max(bottom, top + heights.reduce(0, +))
  for index in positions.indices.reversed() {
    positions[index] = min(positions[index], edge - heights[index] / 2)
    edge = positions[index] - heights[index] / 2
  }
  return positions
}
