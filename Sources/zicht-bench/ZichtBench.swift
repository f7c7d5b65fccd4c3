import Disclosure
import Classification
import Glibc
import MonitorFolder
import Linkage
import Model
import Tabulation

/// Measures the pure stages on generated notifications.
///
///     zicht-bench tabulate NOTIFICATIONS MONITOR [FOLDER]
///     zicht-bench dice FILTERS
///     zicht-bench encodings FILE PERSON [quality | OVERLAP …] [PARAMETERS …]
///     zicht-bench coverage TABLES [seed=N] [SITUATION …]
///
/// Links, classifies and tabulates with the rules and figures of a monitor folder, and prints the medians as JSON. With
/// FOLDER, writes the cases as plain columns with the SQL that asks the same of a database and what it should answer.
@main
struct ZichtBench {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 2, arguments[0] == "dice", let count = Int(arguments[1]) { return EncodingBench.dice(count) }
    if arguments.count >= 3, arguments[0] == "encodings" {
      do {
        return try EncodingBench(file: arguments[1], person: arguments[2]).run(Array(arguments.dropFirst(3)))
      } catch {
        print("the measurement stopped: \(type(of: error))")
        exit(70)
      }
    }
    if arguments.count >= 2, arguments[0] == "coverage", let tables = Int(arguments[1]), tables > 0 {
      return await CoverageBench(tables: tables).run(Array(arguments.dropFirst(2)))
    }
    guard arguments.count >= 3, arguments[0] == "tabulate", let count = Int(arguments[1]) else {
      print(
        "usage: zicht-bench tabulate NOTIFICATIONS MONITOR [FOLDER] | "
          + "dice FILTERS | encodings FILE PERSON [quality | OVERLAP …] [PARAMETERS …] | coverage TABLES [seed=N] [SITUATION …]"
      )
      exit(64)
    }
    let (monitor, findings) = FolderReading.load(path: arguments[2])
    guard let monitor else {
      for finding in findings { print(finding.sentence(in: .en)) }
      exit(65)
    }
    do {
      try await Measurement(monitor: monitor, count: count).run(writingTo: arguments.count > 3 ? arguments[3] : nil)
    } catch {
      print("the measurement stopped: \(type(of: error))")
      exit(70)
    }
  }
}

/// One run of the benchmark.
struct Measurement {
  let monitor: Monitor
  let count: Int
  private static let runs = 7

  init(monitor: Monitor, count: Int) {
    self.monitor = monitor
    self.count = count
  }

  func run(writingTo folder: String?) async throws {
    let notifications = GeneratedNotifications(monitor: monitor, count: count).notifications()
    var fields: [(String, String)] = [("notifications", "\(count)")]
    let clock = ContinuousClock()

    var (start, before) = (clock.now, processorTime())
    let linked = try notifications.linked(by: monitor.link).cases
    fields.append(("linkSeconds", seconds(clock.now - start)))
    fields.append(("linkProcessorSeconds", seconds(processorTime() - before)))
    (start, before) = (clock.now, processorTime())
    let cases = try linked.classified(by: monitor.rules, codebook: monitor.codebook).cases
    fields.append(("classifySeconds", seconds(clock.now - start)))
    fields.append(("classifyProcessorSeconds", seconds(processorTime() - before)))
    fields.append(("cases", "\(cases.columns.rowCount)"))
    fields.append(("figures", "\(monitor.figures.count)"))

    var tables: [[ConfidentialTable]] = []
    for workers in [1, 2] {
      var (times, processorTimes) = ([Duration](), [Duration]())
      for _ in 0..<Self.runs {
        (start, before) = (clock.now, processorTime())
        tables.append(try await cases.tabulated(by: monitor.figures, workers: workers))
        times.append(clock.now - start)
        processorTimes.append(processorTime() - before)
      }
      fields.append(("tabulateSeconds\(workers)", seconds(times.sorted()[Self.runs / 2])))
      fields.append(("tabulateProcessorSeconds\(workers)", seconds(processorTimes.sorted()[Self.runs / 2])))
    }
    fields.append(("sameTables", tables.allSatisfy { $0 == tables[0] } ? "true" : "false"))
    print("{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
    guard let folder else { return }
    let invented = Policy.publishAsIs(
      reason: LocalizedText(nl: "De meldingen zijn verzonnen.", en: "The notifications are invented."))
    try ComparisonFolder(path: folder).write(
      cases, figures: monitor.figures, tables: Publication(of: tables[0], under: invented).tables)
  }

  /// What all threads together used so far.
  private func processorTime() -> Duration {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return .seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + .microseconds(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
  }

  private func seconds(_ duration: Duration) -> String {
    let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    let fraction = String(1000 + milliseconds % 1000).dropFirst()
    return "\(milliseconds / 1000).\(fraction)"
  }
}
