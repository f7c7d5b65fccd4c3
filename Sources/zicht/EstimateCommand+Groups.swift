import Estimation
import Model
import Monitoring

extension EstimateCommand {
  /// One model for all persons, with what is known of them.
  func answerByCovariates(_ table: ListTable, _ display: ProgressDisplay) async throws {
    let table = try groups.covariateTable(table, allowingRounded: rounding == 1)
    let settings = try settings(lists: table.lists.count, showing: display)
    let choice = model.map { CovariateChoice.formula($0) } ?? groups.select.choice
    let start = ContinuousClock.now
    let estimate = try await table.estimate(choosing: choice, using: settings)
    display.finish()
    let seconds = (ContinuousClock.now - start).inSeconds
    return json
      ? try Shell.sayJSON(CovariateAnswer(estimate, seconds: seconds, language: options.language))
      : Shell.say(estimate.text(in: options.language))
  }

  /// A model for each group of persons.
  func answerByStrata(_ table: ListTable, _ display: ProgressDisplay) async throws {
    let table = try StratifiedHistories(
      CovariateTable(table, allowingRounded: rounding == 1, requiringValues: true))
    let settings = try settings(lists: table.lists.count, showing: display)
    let start = ContinuousClock.now
    let estimate = try await table.estimate(by: method ?? .stepwise, pooling: groups.pool, using: settings)
    display.finish()
    let seconds = (ContinuousClock.now - start).inSeconds
    return json
      ? try Shell.sayJSON(StrataAnswer(estimate, seconds: seconds, language: options.language))
      : Shell.say(estimate.text(in: options.language))
  }
}
