internal import Disclosure
internal import Model

/// Which addresses a text may link to: the places of the edition by name, `https` and `mailto`. Everything else is refused,
/// whatever it looks like.
struct LinkTarget {
  let figures: FigureLookup
  /// Names of the texts of the monitor.
  let texts: [String]

  func link(_ target: PlacedText) throws(TextProblem) -> TextLink {
    let text = target.string
    let at = target.start
    if text.hasPrefix("figure:") {
      let key = Call.Key(text: String(text.dropFirst(7)), at: at)
      return .figure(try figures.table(key).shape.figure)
    }
    if text == "method:" { return .method }
    if text.hasPrefix("text:") {
      let name = String(text.dropFirst(5))
      if texts.contains(name) { return .text(name) }
      let near = meant(name, among: texts)
      throw TextProblem(
        .link, at: at, nl: "er is geen tekst `\(name)`\(near.nl)", en: "there is no text `\(name)`\(near.en)")
    }
    if text.hasPrefix("#"), text.count > 1 { return .heading(slug(String(text.dropFirst()))) }
    if isSafe(text) { return .outside(text) }
    throw TextProblem(
      .link, at: at, nl: "naar `\(text)` wordt niet verwezen.", en: "`\(text)` is not linked to.")
  }

  /// `https` and `mailto` only, without white space or control characters.
  private func isSafe(_ text: String) -> Bool {
    let lowered = text.lowercased()
    guard lowered.hasPrefix("https://") && text.count > 8 || lowered.hasPrefix("mailto:") && text.contains("@") else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"<>\"'`\\".unicodeScalars.contains($0)
    }
  }
}

/// A heading as part of an address: `wat-er-veranderde`. Letters and digits in lower case, hyphens for all else; `deel` when
/// nothing is left.
func slug(_ text: String) -> String {
  var slug = ""
  for character in text.lowercased() {
    if character.isLetter || character.isNumber {
      slug.append(character)
    } else if slug.last != "-", !slug.isEmpty {
      slug.append("-")
    }
  }
  while slug.last == "-" { slug.removeLast() }
  return slug.isEmpty ? "deel" : slug
}
