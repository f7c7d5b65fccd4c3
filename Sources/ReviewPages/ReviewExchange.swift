/// What the program with the socket asks the program with the key, a line of JSON each. It has no key itself and opens no
/// file.
public enum ReviewQuestion: Codable, Equatable, Sendable {
  /// The pair to look at, or that there is none.
  case pair
  case answer(number: Int, PairAnswer)
  case takeBack
  case standing
  /// Where the pages are, to be told to who started them: an address that lets one in once.
  case announce(address: String)
  /// Nobody used the pages for a while; the address lets in again.
  case locked(address: String)
  /// The port cannot be taken.
  case refused
  /// The reader is done.
  case end
}

/// What the program with the key answers.
public enum ReviewReply: Codable, Equatable, Sendable {
  /// A pair, with what is told of the one before.
  case pair(ShownPair, last: LastAnswer?)
  /// Nothing is left to look at, and why.
  case nothingLeft(String, last: LastAnswer?)
  /// It was done.
  case done
  /// It was not: the pair of that number is not the one that is shown.
  case unknownPair
  case standing(ReviewStanding)
  /// It could not be done; a sentence for the reader.
  case failed(String)
}

/// How the reviewing stands: sentences and numbers about the work.
public struct ReviewStanding: Codable, Equatable, Sendable {
  public struct Row: Codable, Equatable, Sendable {
    public var label, value: String
    public init(_ label: String, _ value: String) { (self.label, self.value) = (label, value) }
  }

  public var rows: [Row]
  /// Answers by reader.
  public var readers: [Row]

  public init(rows: [Row], readers: [Row]) { (self.rows, self.readers) = (rows, readers) }
}

/// What is the same in every question of a sitting.
public struct ReviewSitting: Codable, Equatable, Sendable {
  public enum Language: String, Codable, Sendable { case nl, en }

  public var language: Language
  /// The monitor.
  public var title: String
  /// What this reader was asked: a first look, a second opinion or to settle a difference.
  public var task: String
  /// After how many minutes without use the pages are locked.
  public var minutes: Int

  public init(language: Language, title: String, task: String, minutes: Int) {
    (self.language, self.title, self.task, self.minutes) = (language, title, task, minutes)
  }
}
