/// The pages of a sitting. Each is whole before any script arrives; what is personal stands in the page and nowhere else: not
/// in an address, a title or a name of a field.
public struct ReviewHTML: Sendable {
  private let sitting: ReviewSitting
  private var words: ReviewWords { ReviewWords(sitting.language) }

  public init(_ sitting: ReviewSitting) { self.sitting = sitting }

  /// Where the pages are and what they send.
  public enum Place: String, CaseIterable, Sendable {
    case pair = "/"
    case answer = "/antwoord"
    case takeBack = "/ongedaan"
    case standing = "/stand"
    case end = "/einde"
    case entrance = "/ingang"
    case style = "/opmaak.css"
    case keys = "/toetsen.js"
    case icon = "/zicht.svg"
  }

  // MARK: Pages

  /// The page on which one begins, with the word that lets one in.
  public func entrance(word: String) -> String {
    page(words.entrance) {
      """
      <p class="lead">\(escaped(sitting.title)) · \(escaped(sitting.task))</p>
      <p>\(words.entranceNote)</p>
      <p>\(words.entranceMinutes(sitting.minutes))</p>
      <form method="post" action="\(Place.entrance.rawValue)">
      <input type="hidden" name="word" value="\(escaped(word))">
      <button class="main">\(words.begin)</button>
      </form>
      """
    }
  }

  /// - Parameter token: Of the sitting, by which its forms are known.
  public func pair(_ pair: ShownPair, last: LastAnswer?, token: String) -> String {
    page(words.question, title: words.review, isSitting: true) {
      """
      <p class="task">\(escaped(sitting.title)) · \(escaped(sitting.task)) · \(words.progress(pair.answered, pair.waiting))</p>
      \(note(last))\(opinions(pair.opinions))\(rows(pair.rows))
      \(answers(pair.number, token))
      \(evidence(pair.evidence))
      \(others(token))
      """
    }
  }

  public func nothingLeft(_ sentence: String, last: LastAnswer?, token: String) -> String {
    page(words.done, isSitting: true) {
      "\(note(last))<p class=\"lead\">\(escaped(sentence))</p>\n\(others(token))"
    }
  }

  public func standing(_ standing: ReviewStanding, token: String) -> String {
    func table(_ caption: String, _ head: String, _ rows: [ReviewStanding.Row]) -> String {
      """
      <table class="standing"><caption>\(caption)</caption>
      <thead><tr><th scope="col">\(head)</th><th scope="col">\(words.number)</th></tr></thead><tbody>
      \(rows.map { "<tr><th scope=\"row\">\(escaped($0.label))</th><td>\(escaped($0.value))</td></tr>" }.joined(separator: "\n"))
      </tbody></table>
      """
    }
    return page(words.standing, isSitting: true) {
      """
      \(table(words.numbers, words.subject, standing.rows))
      \(standing.readers.isEmpty ? "" : table(words.readers, words.reader, standing.readers))
      <p><a class="button" href="\(Place.pair.rawValue)">\(words.back)</a></p>
      """
    }
  }

  public func closed() -> String { page(words.closed) { "<p class=\"lead\">\(words.closedNote)</p>" } }

  /// - Parameter sentence: What to say instead of the words of the refusal.
  public func refusal(_ refusal: ReviewRefusal, sentence: String? = nil) -> String {
    let (head, text) = words.refusal(refusal)
    let isInside = ![.stranger, .locked, .otherName].contains(refusal)
    return page(head) {
      "<p class=\"lead\">\(escaped(sentence ?? text))</p>"
        + (isInside ? "\n<p><a class=\"button\" href=\"\(Place.pair.rawValue)\">\(words.back)</a></p>" : "")
    }
  }

  // MARK: Parts

  private func page(_ head: String, title: String? = nil, isSitting: Bool = false, _ body: () -> String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(words.code)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title ?? head) – Zicht</title>
    <link rel="stylesheet" href="\(Place.style.rawValue)">
    <link rel="icon" type="image/svg+xml" href="\(Place.icon.rawValue)">\(isSitting ? "\n<script src=\"\(Place.keys.rawValue)\" defer></script>" : "")
    </head>
    <body data-on="\(words.keysOn)" data-off="\(words.keysOff)">
    <main>
    <h1>\(head)</h1>
    \(body())
    </main>
    </body>
    </html>

    """
  }

  private func note(_ last: LastAnswer?) -> String {
    last.map { "<p class=\"note\" role=\"status\">\(escaped($0.sentence))</p>\n" } ?? ""
  }

  private func opinions(_ opinions: [String]) -> String {
    guard !opinions.isEmpty else { return "" }
    let items = opinions.map { "<li>\(escaped($0))</li>" }.joined()
    return "<section class=\"opinions\"><h2>\(words.opinions)</h2><ul>\(items)</ul></section>\n"
  }

  private func rows(_ rows: [ShownPair.Row]) -> String {
    guard !rows.isEmpty else { return "<p class=\"lead\">\(words.hiddenValues)</p>" }
    return """
      <table class="pair"><caption>\(words.both)</caption>
      <thead><tr><th scope="col">\(words.head)</th><th scope="col">\(words.left)</th><th scope="col">\(words.right)</th></tr></thead>
      <tbody>
      \(rows.map(row).joined(separator: "\n"))
      </tbody></table>
      """
  }

  private func row(_ row: ShownPair.Row) -> String {
    let (word, name) =
      switch row.comparison {
      case .same: (words.same, "same")
      case .different: (words.different, "different")
      case .oneMissing: (words.oneMissing, "missing")
      case .none: ("", "none")
      }
    let sign = word.isEmpty ? "" : " <span class=\"word\">\(word)</span>"
    return
      "<tr class=\"\(name)\"><th scope=\"row\">\(escaped(row.label))\(sign)</th>\(cell(row.left))\(cell(row.right))</tr>"
  }

  private func cell(_ value: String) -> String {
    value.isEmpty
      ? "<td><span class=\"absent\">\(words.absent)</span></td>" : "<td><bdi>\(escaped(value))</bdi></td>"
  }

  private func answers(_ number: Int, _ token: String) -> String {
    func button(_ answer: PairAnswer, _ text: String, _ key: String) -> String {
      "<button name=\"answer\" value=\"\(answer.rawValue)\" data-key=\"\(key.lowercased())\">\(text) <kbd aria-hidden=\"true\">\(key)</kbd></button>"
    }
    return """
      <form class="answers" method="post" action="\(Place.answer.rawValue)">
      <fieldset><legend>\(words.answers)</legend>
      <input type="hidden" name="token" value="\(escaped(token))"><input type="hidden" name="number" value="\(number)">
      \(button(.same, words.answerSame, words.keySame))
      \(button(.different, words.answerDifferent, words.keyDifferent))
      \(button(.cannotSay, words.answerCannotSay, words.keyCannotSay))
      </fieldset>
      </form>
      """
  }

  private func evidence(_ evidence: [ShownPair.Evidence]) -> String {
    guard !evidence.isEmpty else { return "" }
    let rows = evidence.map {
      "<tr><th scope=\"row\">\(escaped($0.field)) \(escaped($0.finding))</th><td>\(bar($0.bits))</td>"
        + "<td>\(escaped($0.strength))</td></tr>"
    }
    return """
      <section aria-labelledby="evidence"><h2 id="evidence">\(words.evidence)</h2>
      <p class="explanation">\(words.evidenceNote)</p>
      <table class="evidence"><caption class="unseen">\(words.evidence)</caption>
      <thead><tr><th scope="col">\(words.finding)</th><th scope="col">\(words.weight)</th><th scope="col">\(words.meaning)</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></section>
      """
  }

  /// Bits as a bar from the middle: at most twelve are drawn. What it says stands in words beside it.
  private func bar(_ bits: Double) -> String {
    let length = Int((min(12, abs(bits)) * 5).rounded())
    let start = bits < 0 ? 60 - length : 60
    return """
      <svg class="\(bits < 0 ? "against" : "for")" viewBox="0 0 120 14" width="120" height="14" aria-hidden="true" focusable="false">\
      <rect class="bar" x="\(start)" y="2" width="\(length)" height="10"/><line x1="60" y1="0" x2="60" y2="14"/></svg>
      """
  }

  private func others(_ token: String) -> String {
    func form(_ place: Place, _ text: String, _ rest: String) -> String {
      "<form method=\"post\" action=\"\(place.rawValue)\"><input type=\"hidden\" name=\"token\" value=\"\(escaped(token))\">"
        + "<button\(rest)>\(text)\(rest.isEmpty ? "" : " <kbd aria-hidden=\"true\">\(words.keyTakeBack)</kbd>")</button></form>"
    }
    let key = " data-key=\"\(words.keyTakeBack.lowercased())\""
    return """
      <nav class="others" aria-label="\(words.review)">
      \(form(.takeBack, words.takeBack, key))
      <a class="button" href="\(Place.standing.rawValue)">\(words.standing)</a>
      \(form(.end, words.end, ""))
      </nav>
      """
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
