import Model
import Testing

@testable import Estimation

/// The exact sentences, in both languages.
struct SentenceTests {
  @Test(
    arguments: [
      (
        .emptyOverlaps(pairs: [["A", "B"], ["A", "C"]]),
        "Nobody is on both lists of: A × B, A × C. Where a model lets such a pair hang together, it rules out that anybody "
          + "is on both."
      ),
      (.emptyLists(["A"]), "Nobody is on these lists: A."),
      (
        .failedJackknife(count: 3),
        "Without one person with some combination of lists there is no estimate (3 times): it hangs on a few persons."
      ),
      (
        .failedReplicates(count: 12, of: 1000),
        "For 12 of the 1,000 replicates there is no estimate; they count as infinitely large."
      ),
      (
        .saturatedInterval(level: 0.95, replicates: 1000),
        "A limit of the 95% interval lies beyond what 1,000 replicates can show: it is no more than the most extreme "
          + "replicate."
      ),
      (
        .replicatesRaised(from: 1000, to: 4000),
        "The number of replicates was raised from 1,000 to 4,000, because a limit lay too far in the tail."
      ),
      (
        .modelsWithoutEstimate(count: 374, of: 6893),
        "374 of the 6,893 models have no estimate, or no unique one, and are left out."
      ),
      (
        .maximumOnFace(excluded: 3),
        "This model fits best when it rules out 3 combinations of lists with nobody on them; the total is still "
          + "determined then."
      ),
      (
        .maximumOnFace(excluded: 0),
        "This table does not tell all terms of the model apart; the total is determined all the same."
      ),
      (
        .modelsOnFace(count: 51, of: 6893),
        "Of 6,893 models 51 take part that fit best when they rule out combinations of lists with nobody on them; the "
          + "total is determined there."
      ),
      (
        .nearTie(chosen: "[12,3]", other: "[1,23]", difference: 0.456, otherEstimate: 12_345.6),
        "Model [12,3] wins by 0.46 over [1,23], which gives 12,346: the choice between them is not firm."
      ),
      (.unboundedInterval(level: 0.8), "The 80% interval has no upper limit: the table excludes no large number."),
      (
        .negativeParametersDropped(count: 2),
        "2 parameters for differences between persons came out negative and were left out."
      ),
      (
        .nothingHidden, "According to this model there is nobody outside the lists; a sign that the model does not fit."
      ),
      (
        .chainsDisagree(rHat: 1.256, medians: [1000.4, 2000]),
        "The chains do not meet (R-hat 1.26; medians 1,000, 2,000): no summary of them means anything."
      ),
      (
        .evidenceDisagrees(apart: 1.386294),
        "The runs do not make the table equally probable (a factor of 4.0 between the least and the most): some "
          + "possibilities may have been overlooked, so there is no summary."
      ),
      (.effectiveDraws(812.3, rHat: 1.0042), "The chains are worth 812 independent draws (R-hat 1.004)."),
      (
        .severalModes(centres: [1200, 3400], shares: [0.7, 0.3]),
        "The probability has more than one peak: 1,200 (70%), 3,400 (30%). One number does not sum that up."
      ),
      (
        .borderlineTerm(["A", "B"], ratio: 2.05, isRetained: true, otherwise: 5000),
        "The dependence A × B was kept but at 2.05 lies next to the limit; the other way round the estimate would be "
          + "5,000."
      ),
      (
        .borderlineTerm(["A", "B"], ratio: 1.96, isRetained: false, otherwise: nil),
        "The dependence A × B was dropped but at 1.96 lies next to the limit; the other way round there would be no "
          + "estimate."
      ),
      (
        .linkageCorrected(observed: 2744, corrected: 2690.2),
        "Errors of linkage have been undone: of 2,744 persons counted 2,690 are left, and the interval carries how "
          + "uncertain those errors are."
      ),
      (
        .noOverlap,
        "Nobody is on more than one list. Without overlap any number fits this table, however large; there is no "
          + "estimate."
      ),
      (
        .parametersAtLimit(count: 4),
        "4 parameters of the model are about combinations without anybody; the model rules these combinations out."
      ),
      (
        .countsInRanges(count: 2, of: 7),
        "2 of the 7 counts are known only as a range; the number seen is an expectation there, and the interval draws "
          + "them again in every replicate."
      ),
      (.tailMass(3.2e-7), "Beyond the largest number computed there is still a probability of 3e-7."),
    ] as [(EstimationWarning, String)])
  func `a warning says what a reader must know`(_ warning: EstimationWarning, _ english: String) {
    #expect(warning.text.en == english)
    #expect(warning.text.nl != english && warning.text.nl.hasSuffix("."))
  }

  @Test(
    arguments: [
      (
        .saturatedInterval(level: 0.95, replicates: 1000),
        "Een grens van het interval van 95% ligt voorbij wat 1.000 herhalingen kunnen laten zien: hij is niet meer dan de "
          + "uiterste herhaling."
      ),
      (
        .failedJackknife(count: 3),
        "Zonder een persoon met een bepaalde combinatie van lijsten bestaat de schatting niet (3 keer): zij hangt aan "
          + "enkele personen."
      ),
      (
        .countsInRanges(count: 2, of: 7),
        "2 van de 7 aantallen zijn alleen als bereik bekend; wie gezien is, is daar een verwachting, en het interval trekt "
          + "ze bij elke herhaling opnieuw."
      ),
      (
        .borderlineTerm(["A", "B"], ratio: 2.05, isRetained: true, otherwise: nil),
        "De samenhang A × B is gebleven, maar ligt met 2,05 vlak bij de grens; andersom is er geen schatting."
      ),
      (.tailMass(0), "Voorbij het grootste berekende aantal ligt nog een kans van 0."),
    ] as [(EstimationWarning, String)])
  func `in Dutch too, with numbers as Dutch readers write them`(_ warning: EstimationWarning, _ dutch: String) {
    #expect(warning.text.nl == dutch)
  }

  @Test(
    arguments: [
      (.unreadableModel("[9]"), "The model [9] cannot be read. Write the lists of each term by number, as [12,13,4]."),
      (.modelMissing, "Give the model, as [12,13,4]."),
      (
        .tooManyModels(lists: 8, order: 2),
        "With 8 lists and terms up to 2 lists there are too many models to fit all. Choose stepwise selection, a lower "
          + "order or fewer lists."
      ),
      (.settingOutOfRange("level"), "The setting level is outside its range."),
      (.unknownReplicateHistory, "The replicates given have a combination of lists that is not in the table."),
      (.unsupportedLists(8, method: .decomposableGraphs), "The method dga is not there for 8 lists."),
      (
        .tooLongForCard(lists: 9, method: .akaikeStepwise),
        "With 9 lists the method aic-stepwise takes too long for a card; ask for it by itself."
      ),
      (
        .needsExactCounts(.chao),
        "The method chao needs counts that are known exactly. With counts such as 5-9 or <5 there are main-effects, "
          + "all-pairs, model, bic."
      ),
      (
        .unsupportedStrata(.latentClasses),
        "This is not there for lcm, which does not choose one model. Choose main-effects, all-pairs, model, stepwise, "
          + "aic-stepwise, bic, aic."
      ),
      (
        .impossibleLinkage,
        "So many errors of linkage cannot have made this table: fewer than zero persons would be on one list. Take smaller "
          + "shares."
      ),
      (.unreadableFormula("A*x"), "The formula A*x cannot be read. Name lists and covariates, as A*B + A*sex."),
      (
        .noCovariateModel("A + B"),
        "The model A + B has no estimate on this table, or no unique one. Leave covariates out, merge classes or choose "
          + "--select bic."
      ),
    ] as [(EstimationError, String)])
  func `an error says what is wrong and what to do`(_ error: EstimationError, _ english: String) {
    #expect(error.text.en == english)
    #expect(error.text.nl != english && error.text.nl.hasSuffix("."))
  }

  @Test(arguments: [
    (3.14159, 2, "3.14"), (-0.004, 2, "0.00"), (-0.006, 2, "-0.01"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.05, 1, "0.1"),
    (12.004, 2, "12.00"), (7, 3, "7.000"), (.nan, 2, "-"), (.infinity, 1, "inf"), (1e15, 0, "1000000000000000.0"),
  ])
  func `numbers have as many decimals as asked for`(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(fixed(value, decimals) == expected)
  }

  @Test(arguments: [(3.2e-7, "3e-7"), (1, "1e0"), (0.04, "4e-2")])
  func `a small probability has one digit`(_ mass: Double, _ expected: String) {
    #expect(EstimationWarning.tailMass(mass).text.en.hasSuffix(" probability of \(expected)."))
  }

  @Test func `existence is said in words`() {
    #expect(Existence.exists.text.en == "The estimate exists: the likelihood has its maximum at finite values.")
    #expect(
      Existence.doesNotExist.text.en
        == "This model has no estimate on this table: the likelihood keeps rising without a maximum, because too many "
        + "combinations of lists are empty.")
  }
}
