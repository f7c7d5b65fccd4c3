import Testing

/// A kind of mistake that people make in YAML, to be made at every line of a file where it fits.
struct YAMLMistake: CustomTestStringConvertible, Sendable {
  var testDescription: String
  /// The lines that take the place of this one, nil where the mistake does not fit.
  var lines: @Sendable (String) -> [String]?
  /// Which of those lines is wrong, from nought.
  var wrong = 0
  /// Whether the line below may be named: of two lines that should be level and are not, the second is told.
  var mayTellNext = false

  init(_ name: String, wrong: Int = 0, mayTellNext: Bool = false, _ lines: @escaping @Sendable (String) -> [String]?) {
    testDescription = name
    self.lines = lines
    self.wrong = wrong
    self.mayTellNext = mayTellNext
  }

  /// The file with the mistake at each of its lines in turn, with the line that is wrong, from one.
  func files(of text: String) -> [(text: String, line: Int)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.compactMap { index in
      guard let new = self.lines(lines[index]) else { return nil }
      return ((lines[..<index] + new + lines[(index + 1)...]).joined(separator: "\n"), index + 1 + wrong)
    }
  }
}

/// `  - key: value`: what stands before the key, the key and the value on the same line.
struct KeyLine {
  var start: Substring
  var key: Substring
  var value: Substring

  init?(_ line: String) {
    guard let match = line.wholeMatch(of: /([ ]*(?:- )*)([A-Za-z-]+): (.+)/) else { return nil }
    (start, key, value) = (match.1, match.2, match.3)
  }

  /// Whether the value is a text without a sign that means something.
  var isPlain: Bool { !value.contains(" #") && value.first.map { $0.isLetter || $0.isNumber } ?? false }
}

extension YAMLMistake {
  /// Those for which a file cannot be read at all.
  static let all = colons + values + openings + layout + repetitions + flow

  private static func keyLine(
    _ name: String, plain: Bool = false, _ change: @escaping @Sendable (KeyLine) -> String
  ) -> YAMLMistake {
    YAMLMistake(name) { line in KeyLine(line).flatMap { !plain || $0.isPlain ? [change($0)] : nil } }
  }

  /// What stands in the place of `: `.
  static let colons = [" ", ":", "=", " = ", ": \u{A0}", ":\u{A0}", ":\u{202F}", "\u{FF1A}", ";"].map { sign in
    keyLine("`\(sign)` for a colon", plain: true) { "\($0.start)\($0.key)\(sign)\($0.value)" }
  }

  static let values =
    [
      ("@", ""), ("%", ""), ("`", ""), ("*", " en"), ("[", "] en"), ("{", "} en"), ("\"", "\" en"), ("'", "' en"),
      ("- ", ""),
      ("!", ""), ("&", " en"), ("| ", ""), ("> ", ""), ("“", "”"), ("„", "”"), ("‘", "’"), ("“", "\""), ("", "\""),
      ("? ", ""),
      ("", ": en meer"), ("\u{A0}", ""), ("", "\u{A0}"), ("]", ""), (",", ""),
    ]
    .map { before, after in
      keyLine("\(before)…\(after) as a text", plain: true) { "\($0.start)\($0.key): \(before)\($0.value)\(after)" }
    }

  static let openings =
    ["\"", "'", "'s-", "[", "{ a: "].map { sign in
      keyLine("\(sign) that nothing closes", plain: true) { "\($0.start)\($0.key): \(sign)\($0.value)" }
    } + [keyLine("a quote of Word that closes", plain: true) { "\($0.start)\($0.key): \"\($0.value)”" }]

  static let layout = [
    YAMLMistake("a tab for the indentation") { $0.hasPrefix(" ") ? ["\t" + $0.drop { $0 == " " }] : nil },
    YAMLMistake("no-break spaces for the indentation") { line in
      let text = line.drop { $0 == " " }
      return line.hasPrefix(" ") ? [String(repeating: "\u{A0}", count: line.count - text.count) + text] : nil
    },
    YAMLMistake("a blank too many before it", mayTellNext: true) {
      KeyLine($0).flatMap { $0.value.hasPrefix(">") ? nil : $0 } == nil ? nil : [" " + $0]
    },
    YAMLMistake("a blank too few before it", mayTellNext: true) { line in
      line.hasPrefix(" ") && KeyLine(line).map { !$0.start.contains("-") && !$0.value.hasPrefix(">") } == true
        ? [String(line.dropFirst())] : nil
    },
    dash("– "), dash("• "), dash("-\u{A0}"),
    YAMLMistake("a control character") { KeyLine($0) == nil ? nil : [$0 + "\u{1}"] },
    YAMLMistake("NUL") { KeyLine($0) == nil ? nil : [$0 + "\u{0}"] },
  ]

  private static func dash(_ sign: String) -> YAMLMistake {
    YAMLMistake("a list with `\(sign)`") { line in
      line.drop { $0 == " " }.hasPrefix("- ") ? [line.replacing("- ", with: sign, maxReplacements: 1)] : nil
    }
  }

  static let repetitions =
    ["<<<<<<< HEAD", "=======", ">>>>>>> mine"].map { mark in YAMLMistake(mark) { [mark, $0] } } + [
      YAMLMistake("a key twice", wrong: 1) { line in
        guard let found = KeyLine(line), !found.value.contains("&"), !">|".contains(found.value.first ?? ">") else {
          return nil
        }
        return [line, found.start.replacing("-", with: " ") + "\(found.key): \(found.value)"]
      }
    ]

  static let flow: [YAMLMistake] = [
    ("nl: ", "nl "), ("nl: ", "nl:"), ("nl: ", "nl ="), ("nl: ", "nl:\u{A0}"), (", en: ", " en: "), (", en: ", ", en "),
    (", en: ", ", en:"), ("nl: ", "nl: \""), ("nl: ", "nl: '"), ("nl: ", "nl: “"), ("nl: ", "nl: @"), (" }", ""),
    ("{ ", ""), (", en: ", " #1, en: "), (", en: ", ", nl: iets, en: "), ("nl: ", "nl: !"), ("nl: ", "nl: \"a\" "),
    ("nl: ", "nl: a: "), (", en: ", "”, en: \""),
  ].map { old, new in
    YAMLMistake("`\(new)` for `\(old)` in braces") { line in
      guard line.contains("{ nl: "), line.hasSuffix(" }") else { return nil }
      let parts = line.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? [parts.joined(separator: new)] : nil
    }
  }

  /// Words by which YAML says that nothing is there, and nothing itself.
  static let nothing =
    ["~", "null", ""].map { word in keyLine("`\(word)` for a value", plain: true) { "\($0.start)\($0.key): \(word)" } }
    + ["~", "null"].map { word in
      YAMLMistake("`\(word)` for a text in braces") { line in
        line.contains("{ nl: ") && line.hasSuffix(" }")
          ? [line.replacing(/nl: [^,{}]+/, with: "nl: " + word, maxReplacements: 1)] : nil
      }
    }
}
