/// A monitor: everything its folder says, read and checked as a whole.
public struct Monitor: Equatable, Sendable {
  /// Name of the folder: `landelijk-2015-2019`.
  public var name: String
  public var title: LocalizedText
  public var edition: String
  public var publisher: LocalizedText
  /// First and last reporting year.
  public var years: ClosedRange<Int>
  /// The day on which the edition looks at the world, ISO 8601. Stands in for "today" everywhere.
  public var referenceDate: String
  public var seed: UInt64
  public var units: [UnitOfCount]
  public var publication: PublicationChoice
  /// Whether the records were reconstructed from published tables; printed on every page and sheet.
  public var provenance: Provenance
  public var introduction: LocalizedText
  public var codebook: Codebook
  public var grounds: [LegalGround]
  public var sources: [Source]
  public var link: LinkPlan
  public var rules: [Rule]
  public var figures: [Figure]
  /// Hidden populations that the edition estimates.
  public var estimates: [EstimatePlan]
  /// Numbers derived from estimates.
  public var derived: [DerivedPlan]
  /// In the order of their names.
  public var texts: [MonitorText]
  /// Verdict words the monitor sets itself, in place of the house sets of the same name.
  public var verdicts: [VerdictSet]
  /// The municipalities and regions of `areas.csv`; empty without that file.
  public var areas: AreaRegister
  /// The day whose boundaries "as it is now" means, ISO 8601.
  public var boundaryDate: String
  /// Why numbers differ from those that an earlier edition showed.
  public var revisions: [Revision] = []
  /// Measures of elsewhere that texts compute with.
  public var constants: [NamedConstant] = []
  /// What is open beside the figures.
  public var openData = OpenData()
  /// How notifications are linked to persons; nil where the keys of the partners say who is who.
  public var linkage: LinkageChoice?
  /// The languages the edition is written in, the first of them first.
  public var languages = Language.allCases
  /// Under which terms others may use the edition; nil where nobody has said.
  public var licence: Licence?
  /// Where the edition will stand, `https://…/`, ending in a slash; nil where that is not known.
  public var address: String?
  /// What the overview begins with; empty where it is left to the figures.
  public var keyNumbers: [KeyNumber] = []
  /// Why numbers moved, in the order of the folder.
  public var explanations: [Explanation] = []

  /// Where the records come from.
  public enum Provenance: Equatable, Sendable {
    case registered
    /// With a sentence that says from what, and what that means for the reader.
    case reconstructed(LocalizedText)
  }

  /// The disclosure policy the publisher chose, with the reason that is printed in the colophon.
  public struct PublicationChoice: Equatable, Sendable {
    public var policy: String
    public var reason: LocalizedText
    /// Who decided it; two different names, or none yet.
    public var deciders: [String]
    /// Where counts are hidden: those from 1 to below this are sensitive.
    public var minimum: Int
    /// Whether noughts are printed: an intruder then knows that a hidden count is none.
    public var printsZeros: Bool
    /// Whether nobody may even know that a hidden count is small.
    public var hidesSmallness: Bool
    /// Higher minima for counts about certain dimensions.
    public var stricter: [StricterMinimum]

    /// The highest minimum there is for any count.
    public var largestMinimum: Int { stricter.map(\.minimum).max().map { max($0, minimum) } ?? minimum }

    public init(
      policy: String, reason: LocalizedText, deciders: [String] = [], minimum: Int = 5, printsZeros: Bool = true,
      hidesSmallness: Bool = false, stricter: [StricterMinimum] = []
    ) {
      self.policy = policy
      self.reason = reason
      self.deciders = deciders
      self.minimum = minimum
      self.printsZeros = printsZeros
      self.hidesSmallness = hidesSmallness
      self.stricter = stricter
    }
  }

  public init(
    name: String, title: LocalizedText, edition: String, publisher: LocalizedText, years: ClosedRange<Int>,
    referenceDate: String, seed: UInt64, units: [UnitOfCount], publication: PublicationChoice, provenance: Provenance,
    introduction: LocalizedText, codebook: Codebook, grounds: [LegalGround], sources: [Source], link: LinkPlan,
    rules: [Rule], figures: [Figure], areas: AreaRegister = AreaRegister([]), boundaryDate: String? = nil,
    texts: [MonitorText] = [], verdicts: [VerdictSet] = [], estimates: [EstimatePlan] = [], derived: [DerivedPlan] = []
  ) {
    self.areas = areas
    self.boundaryDate = boundaryDate ?? referenceDate
    self.name = name
    self.title = title
    self.edition = edition
    self.publisher = publisher
    self.years = years
    self.referenceDate = referenceDate
    self.seed = seed
    self.units = units
    self.publication = publication
    self.provenance = provenance
    self.introduction = introduction
    self.codebook = codebook
    self.grounds = grounds
    self.sources = sources
    self.link = link
    self.rules = rules
    self.figures = figures
    self.texts = texts
    self.verdicts = verdicts
    self.estimates = estimates
    self.derived = derived
  }

  /// The built-in variable `year`: a category for each reporting year, its code the year itself.
  public var yearVariable: Variable {
    Variable(
      name: "year", kind: .category, label: LocalizedText(nl: "jaar", en: "year"),
      categories: years.map { Category(code: String($0), label: LocalizedText(String($0))) })
  }

  /// The built-in variable `source`: a category for each source.
  public var sourceVariable: Variable {
    Variable(
      name: "source", kind: .category, label: LocalizedText(nl: "melder", en: "source"),
      categories: sources.map { Category(code: $0.name, label: $0.label) })
  }

  /// The source of that name; nil when there is none.
  public func source(named name: String) -> Source? { sources.first { $0.name == name } }
  /// The figure with that id; nil when there is none.
  public func figure(named id: String) -> Figure? { figures.first { $0.id == id } }
}
