/// What stands between `{{` and `}}`, with its place in the file.
struct Expression: Equatable {
  var term: Term
  var filters: [FilterUse]
  /// As the author wrote it, for messages and for the list of numbers of a page.
  var source: String
  var at: Int
}

indirect enum Term: Equatable {
  case call(Call)
  case literal(Fraction, explanation: String?, at: Int)
  case negated(Term)
  case operation(Operation, Term, Term, at: Int)
}

enum Operation: Character, Equatable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// A function with its arguments: keys of figures, rows and columns, or terms.
struct Call: Equatable {
  var function: FunctionName
  var keys: [Key]
  var terms: [Term]
  var source: String
  var at: Int

  /// A name of something in a figure, as written. Quoted text stands for a label.
  struct Key: Equatable {
    var text: String
    var at: Int
  }
}

struct FilterUse: Equatable {
  var filter: FilterName
  var argument: String?
  var at: Int
}

/// What has to hold for a claim, for chosen words or for a branch.
struct ParsedCondition: Equatable {
  /// All of these together.
  var parts: [Part]
  var source: String
  var at: Int

  enum Part: Equatable {
    case delivered(Call, isNegated: Bool)
    case comparison(Term, Comparison, Term, at: Int)
    /// A number is worth these verdict words.
    case verdict(Term, words: String, source: String, at: Int)
    /// A bare term behind `because`: its verdict has to be the words said.
    case bare(Term, source: String, at: Int)
  }

  enum Comparison: String, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case more = ">"
    case equal = "="
  }
}

/// Everything between `{{` and `}}`.
enum Tag: Equatable {
  case expression(Expression)
  case claim(ParsedCondition)
  case say(words: String, because: ParsedCondition)
  case opening(ParsedCondition)
  case otherwise
  case end
}
