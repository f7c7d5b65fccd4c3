import Model
import Testing

@testable import Narrative

/// Blocks as they are parsed, with the places of what is wrong.
@Suite struct BlockParserTests {
  private func parse(_ text: String) -> (document: Document, problems: [TextProblem]) {
    let problems = ProblemList()
    let document = BlockParser.document(TextFile(name: "a.md", text: text), problems: problems)
    return (document, problems.problems)
  }

  /// Blocks in a few signs: `h2(a)`, `p(a)`, `ol[…|…]`, `ul[…]`, `q[…]`, `t(a,b/c,d)`, `box(title)[…]`, `if[…|…]`.
  private func told(_ blocks: [Block]) -> String { blocks.map(told).joined(separator: " ") }

  private func told(_ block: Block) -> String {
    switch block {
    case .heading(let level, let words, let at): "h\(level)@\(at)(\(told(words)))"
    case .paragraph(let words): "p(\(told(words)))"
    case .list(let isOrdered, let items): (isOrdered ? "ol" : "ul") + "[\(items.map(told).joined(separator: "|"))]"
    case .quote(let inner): "q[\(told(inner))]"
    case .table(let header, let rows, let at):
      "t@\(at)(" + ([header] + rows).map { $0.map(told).joined(separator: ",") }.joined(separator: "/") + ")"
    case .callout(let kind, let title, let inner, let at): "\(kind.rawValue)@\(at)(\(told(title)))[\(told(inner))]"
    case .choice(let condition, let then, let otherwise):
      "if@\(condition.at)[\(told(then))|\(told(otherwise))]"
    }
  }

  private func told(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text.string
      case .emphasis(let inner): "*\(told(inner))*"
      case .strong(let inner): "**\(told(inner))**"
      case .link(let target, let inner): "[\(told(inner))](\(target.string))"
      case .expression(let expression): "{\(expression.source)}"
      case .claim(let condition): "claim{\(condition.source)}"
      case .say(let words, _, let at): "say@\(at){\(words)}"
      case .choice(_, let then, let otherwise): "if[\(told(then))|\(told(otherwise))]"
      case .quotation(let words, let source, let isMarked, let at):
        "quote@\(at){\(isMarked ? "“\(words)”" : words)/\(source)}"
      case .note(let name, let at): "note@\(at){\(name)}"
      case .nothing(let at): "nothing@\(at)"
      }
    }.joined()
  }

  @Test(
    arguments: [
      ("# a", "h1@0(a)"), ("#### a ", "h4@0(a)"), ("##### a", "p(##### a)"), ("#a", "p(#a)"), ("##", "p(##)"),
      ("a\nb", "p(a b)"),
      ("a\n\nb", "p(a) p(b)"), ("a\n# b", "p(a) h1@2(b)"), ("a\n- b", "p(a) ul[p(b)]"), ("a\n1. b", "p(a 1. b)"),
      ("a\n> b", "p(a) q[p(b)]"), ("a\n>b", "p(a >b)"), ("> a\n> b", "q[p(a b)]"), (">a\n> > b", "q[p(a) q[p(b)]]"),
      ("- a\n- b", "ul[p(a)|p(b)]"), ("* a\n* b", "ul[p(a)|p(b)]"), ("- a\n  b", "ul[p(a b)]"),
      ("- a\nb", "ul[p(a)] p(b)"),
      ("- a\n\n- b", "ul[p(a)|p(b)]"), ("- a\n\n  b\n- c", "ul[p(a) p(b)|p(c)]"), ("- a\n\nb", "ul[p(a)] p(b)"),
      ("- a\n  - b\n  - c\n- d", "ul[p(a) ul[p(b)|p(c)]|p(d)]"), ("1. a\n2. b", "ol[p(a)|p(b)]"), ("12. a", "ol[p(a)]"),
      ("123. a", "p(123. a)"), ("1.a", "p(1.a)"), ("-a", "p(-a)"), ("1. a\n- b", "ol[p(a)] ul[p(b)]"),
      ("10. a\n    b", "ol[p(a b)]"),
      ("- a\n\n1. b", "ul[p(a)] ol[p(b)]"), ("  - a\n  - b", "ul[p(a)|p(b)]"), ("", ""), ("\n\n", ""),
      ("a\n::: box b\nc\n:::", "p(a) box@2(b)[p(c)]"), ("::: box\n:::", "box@0()[]"),
      ("::: box a\n::: definition b\nc\n:::\nd\n:::\ne", "box@0(a)[definition@10(b)[p(c)] p(d)] p(e)"),
      ("| a | b |\n|---|:-:|\n| c | {{ total(f) | number }} |", "t@0(a,b/c,{total(f)})"), ("|a\n|-\n|b", "t@0(a/b)"),
      ("| a |\n|---|", "t@0(a)"), ("| a | [[ b | c ]] |\n|---|---|", "t@0(a,quote@6{b/c})"),
      ("{{ if delivered(f,a) }}\na\n{{ else }}\nb\n{{ end }}\nc", "if@6[p(a)|p(b)] p(c)"),
      (
        "{{ if delivered(f,a) }}\n{{ if delivered(f,b) }}\na\n{{ else }}\nb\n{{ end }}\n{{ else }}\nc\n{{ end }}",
        "if@6[if@30[p(a)|p(b)]|p(c)]"
      ), ("{{ if delivered(f,a) }}x{{ end }} y", "p(if[x|] y)"),
    ])
  func `blocks are read line by line`(_ text: String, _ expected: String) {
    let (document, problems) = parse(text)
    #expect(told(document.blocks) == expected)
    #expect(problems.isEmpty)
  }

  @Test func `notes are kept by name and run on to the next block`() {
    let (document, problems) = parse("a[^x]\n\n[^x]: een\ntwee\n[^y]: drie\n\nb\n[^z]: vier\n# c")
    #expect(told(document.blocks) == "p(anote@1{x}) p(b) h1@47(c)")
    #expect(document.notes.mapValues(told) == ["x": "een twee", "y": "drie", "z": "vier"])
    #expect(problems.isEmpty)
    #expect(told(parse("[^]: x").document.blocks) == "p([^]: x)")
  }

  @Test(
    arguments: [
      ("a *b* **c** _d_", "a *b* **c** *d*"), ("a_b_c", "a_b_c"), ("*a b*c", "*a b*c"), ("* a*", "ul"),
      ("a* b*", "a* b*"),
      ("a *b *", "a *b *"), ("a **", "a **"), ("a ****", "a ****"), ("*a **b** c*", "*a **b** c*"),
      ("**a *b* c**", "**a *b* c**"),
      ("\\*a\\*", "*a*"), ("\\a", "\\a"), ("a\\", "a\\"), ("\\€", "€"), ("[a](b)", "[a](b)"),
      ("[a [b] c]( d )", "[a [b] c](d)"),
      ("[a](", "[a]("), ("[a]b", "[a]b"), ("[a", "[a"), ("[](b)", "[](b)"), ("[a]()", "[a]()"),
      ("[*a*](b)", "[*a*](b)"),
      ("a[^b-1]c", "anote@1{b-1}c"), ("a[^b c]", "a[^b c]"), ("a[^]", "a[^]"), ("a[^b", "a[^b"),
      ("[[ a | b ]]", "quote@0{a/b}"), ("x[[ \"a\" | b | c ]]", "xquote@1{“a”/b | c}"),
      ("[[ “a” b | c ]]", "quote@0{“a” b/c}"), ("[[a|bc]]d", "quote@0{a/bc}d"), ("[[\"a\"|b]]", "quote@0{“a”/b}"),
      ("{{claim: count(f,a)>0}}x", "claim{count(f,a)>0}x"), ("{{total(f)|number}}%", "{total(f)}%"),
      ("a {{say \"b\" because count(f,a)>0}}c", "a say@2{b}c"),
      ("[[ \"a|b\" | c ]]", "quote@0{“a|b”/c}"), ("{{ claim: count(f,a) > 0 }}x", "claim{count(f,a) > 0}x"),
      ("a {{ say \"b\" because count(f,a) > 0 }}", "a say@2{b}"), ("{{ total(f) | number }}%", "{total(f)}%"),
      ("{{ if delivered(f,a) }}b{{ else }}c{{ end }}d", "if[b|c]d"),
      ("{{ if delivered(f,a) }}{{ if delivered(f,b) }}b{{ end }}c{{ end }}d", "if[if[b|]c|]d"),
    ])
  func `words are read mark by mark`(_ text: String, _ expected: String) {
    guard expected != "ul" else { return }
    let problems = ProblemList()
    #expect(told(InlineParser(problems: problems).inlines(PlacedText(text))) == expected)
    #expect(problems.problems.isEmpty)
  }

  struct Mistake: Sendable {
    let text: String
    let rule: String
    let at: Int
    let nl, en, blocks: String
    init(_ text: String, _ rule: String, at: Int, _ nl: String, _ en: String, _ blocks: String) {
      (self.text, self.rule, self.at, self.nl, self.en, self.blocks) = (text, rule, at, nl, en, blocks)
    }
  }

  static let mistakes = [
    Mistake(
      "a\n:::", "text-structure", at: 2, "bij deze `:::` hoort geen blok dat open is.", "this `:::` closes no block.",
      "p(a)"),
    Mistake(
      "::: box a\nb", "text-structure", at: 0, "het blok `box` wordt niet afgesloten met `:::`.",
      "the block `box` is not closed with `:::`.", "box@0(a)[p(b)]"),
    Mistake(
      "::: bxo a\nb\n:::", "text-structure", at: 4, "een blok `bxo` bestaat niet; bedoelt u `box`?",
      "there is no block `bxo`; did you mean `box`?", "p(b)"),
    Mistake(
      "::: terzijde a\nb\n:::", "text-structure", at: 4,
      "een blok `terzijde` bestaat niet; er zijn definition, box, casestory, recommendation, bottleneck.",
      "there is no block `terzijde`; there are definition, box, casestory, recommendation, bottleneck.", "p(b)"),
    Mistake(
      "x\n\n{{ if delivered(f,a) }}\na", "text-structure", at: 3, "bij deze {{ if }} hoort nog een {{ end }}.",
      "this {{ if }} still needs an {{ end }}.", "p(x) if@9[p(a)|]"),
    Mistake(
      "{{ if count(f,a }}\na\n{{ end }}", "text-syntax", at: 12, "`count(` heeft geen haakje sluiten.",
      "`count(` has no closing parenthesis.", "p(a)"),
    Mistake(
      "| a |\nb", "text-structure", at: 0, "onder de koppen van een tabel hoort een regel `|---|---|`.",
      "the heads of a table are followed by a line `|---|---|`.", "p(b)"),
    Mistake(
      "| a |\n| b |", "text-structure", at: 0, "onder de koppen van een tabel hoort een regel `|---|---|`.",
      "the heads of a table are followed by a line `|---|---|`.", ""),
    Mistake(
      "| a | b |\n|---|---|\n| c |", "text-structure", at: 22, "deze rij heeft 1 cellen; de koppen zijn er 2.",
      "this row has 1 cells; there are 2 heads.", ""),
    Mistake(
      "a\n\n[^n]: b\n\n[^n]: c", "text-note", at: 12, "de noot `n` is al omschreven.",
      "the note `n` was written before.", "p(a)"),
    Mistake(
      "a {{ end }} b", "text-structure", at: 2, "bij deze {{ end }} hoort geen {{ if }}.",
      "this {{ end }} has no {{ if }}.",
      "p(a  b)"),
    Mistake(
      "a {{ else }} b", "text-structure", at: 2, "bij deze {{ else }} hoort geen {{ if }}.",
      "this {{ else }} has no {{ if }}.", "p(a  b)"),
    Mistake(
      "a {{ if delivered(f,a) }} b", "text-structure", at: 2, "bij deze {{ if }} hoort nog een {{ end }}.",
      "this {{ if }} still needs an {{ end }}.", "p(a if[ b|])"),
    Mistake(
      "ab {{}} c", "text-syntax", at: 3, "hier staat een lege uitdrukking.", "this expression is empty.",
      "p(ab nothing@6 c)"),
    Mistake(
      "ab {{ total(f)", "text-unclosed", at: 3, "deze uitdrukking wordt niet afgesloten met `}}`.",
      "this expression is not closed with `}}`.", "p(ab nothing@13)"),
    Mistake(
      "ab [[ c", "text-unclosed", at: 3, "dit citaat wordt niet afgesloten met `]]`.",
      "this quotation is not closed with `]]`.", "p(ab nothing@3)"),
    Mistake(
      "ab [[ c | ]] d", "text-quotation", at: 3, "dit citaat heeft geen bron.", "this quotation has no source.",
      "p(ab nothing@3 d)"),
  ]

  @Test(arguments: mistakes)
  func `what cannot be read is told at its place, and the rest is read`(_ mistake: Mistake) {
    let (document, problems) = parse(mistake.text)
    #expect(problems.map(\.rule.id) == [mistake.rule])
    #expect(problems.map(\.at) == [mistake.at])
    #expect(problems.map(\.message) == [LocalizedText(nl: mistake.nl, en: mistake.en)])
    #expect(told(document.blocks) == mistake.blocks)
  }

  /// Eleven quotations within each other are read, the twelfth is told at its words.
  @Test(arguments: [(11, true), (12, false)])
  func `blocks are nested eleven deep`(_ depth: Int, _ isRead: Bool) {
    let (_, problems) = parse(String(repeating: ">", count: depth) + " a")
    let expected = TextProblem(
      .structure, at: depth + 1, nl: "deze blokken zijn te diep genest.", en: "these blocks are nested too deeply.")
    #expect(problems == (isRead ? [] : [expected]))
    let fences = (0..<depth).map { _ in "::: box" } + ["a"] + (0..<depth).map { _ in ":::" }
    #expect(parse(fences.joined(separator: "\n")).problems.isEmpty == isRead)
    let choices =
      (0..<depth).map { _ in "{{ if delivered(f,a) }}" } + ["a"] + (0..<depth).map { _ in "{{ end }}" }
    #expect(parse(choices.joined(separator: "\n")).problems.isEmpty == isRead)
    let other =
      (0..<depth).map { _ in "{{ if delivered(f,a) }}\n{{ else }}" } + ["a"] + (0..<depth).map { _ in "{{ end }}" }
    #expect(parse(other.joined(separator: "\n")).problems.isEmpty == isRead)
    let items = (0..<depth).map { String(repeating: "  ", count: $0) + "- a" }
    #expect(parse(items.joined(separator: "\n")).problems.isEmpty == isRead)
  }

  /// Nineteen choices within each other are read; of links and marks the twentieth stays as it is written.
  @Test(arguments: [(19, true), (20, false)])
  func `choices and marks within words go nineteen deep`(_ depth: Int, _ isRead: Bool) {
    let text =
      String(repeating: "{{ if delivered(f,a) }}", count: depth) + "a" + String(repeating: "{{ end }}", count: depth)
    let problems = ProblemList()
    _ = InlineParser(problems: problems).inlines(PlacedText(text))
    let expected = TextProblem(
      .structure, at: 19 * 23, nl: "deze keuze is te diep genest.", en: "this choice is nested too deeply.")
    #expect(problems.problems.isEmpty == isRead)
    #expect(isRead || problems.problems.contains(expected))
  }

  @Test func `links within links stop at twenty`() {
    func links(_ depth: Int) -> String {
      String(repeating: "[x", count: depth) + "a" + String(repeating: "](b)", count: depth)
    }
    let read = InlineParser(problems: ProblemList())
    #expect(told(read.inlines(PlacedText(links(20)))) == links(20))
    guard case .link(_, let inner) = read.inlines(PlacedText(links(21))).first else {
      Issue.record("no link")
      return
    }
    var depth = 1
    var inlines = inner
    while case .link(_, let next) = inlines.last {
      depth += 1
      inlines = next
    }
    #expect(depth == 20)
  }
}
