/// A piece of SVG or HTML as a value: the one place where text becomes markup and is escaped.
///
/// Whatever the texts and the values of attributes hold, `rendered` is well formed and holds no other elements than were
/// made here. Names of elements and attributes come from the code and are not escaped.
public indirect enum Markup: Equatable, Sendable {
  case element(String, attributes: [Attribute], children: [Markup])
  case text(String)
  /// Several pieces after each other.
  case group([Markup])

  /// Attributes keep their order, so that the same value gives the same bytes.
  public struct Attribute: Equatable, Sendable {
    package var name: String
    package var value: String
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// An element with attributes in the order given.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
  )
    -> Markup
  {
    .element(name, attributes: attributes.map { Attribute($0.key, $0.value) }, children: children)
  }

  /// An element that holds one text.
  package static func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) -> Markup
  {
    .element(name, attributes: attributes.map { Attribute($0.key, $0.value) }, children: [.text(text)])
  }

  /// The markup as text. Every element is closed by its own end tag, which HTML and XML read alike; void elements of
  /// HTML (`br`, `img`) are therefore not for here.
  package var rendered: String {
    var output = ""
    render(into: &output)
    return output
  }

  private func render(into output: inout String) {
    switch self {
    case .text(let text): output += escaped(text)
    case .group(let parts): for part in parts { part.render(into: &output) }
    case .element(let name, let attributes, let children):
      output += "<" + name
      for attribute in attributes { output += " " + attribute.name + "=\"" + escaped(attribute.value) + "\"" }
      output += ">"
      for child in children { child.render(into: &output) }
      output += "</" + name + ">"
    }
  }

  /// The same element with one more attribute; other pieces unchanged.
  package func with(_ name: String, _ value: String) -> Markup {
    guard case .element(let element, let attributes, let children) = self else { return self }
    return .element(element, attributes: attributes + [Attribute(name, value)], children: children)
  }
}

/// Text made safe for element content and quoted attributes of HTML and XML.
///
/// `& < > " '` become references; control characters that XML 1.0 forbids become U+FFFD.
func escaped(_ text: String) -> String {
  var output = ""
  output.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": output += "&amp;"
    case "<": output += "&lt;"
    case ">": output += "&gt;"
    case "\"": output += "&quot;"
    case "'": output += "&#39;"
    case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
    case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: output += "\u{FFFD}"
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output
}
