import Foundation

/// What a run took of the machine, and what it may take.
enum ResourceUse {
  /// Seconds of all cores, of the user and of the system.
  static var processorSeconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let parts = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Double(seconds) + Double(parts) / 1e6
  }

  /// The most memory held so far, in bytes.
  static var peakBytes: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss * 1024
  }

  /// Addresses that libraries, stacks and threads reserve beside what is held. Measured, rounded up.
  private static let addressesBeside = 400_000_000

  /// How many bytes a run may take: what is free now, within the limits of the process and of its group.
  static var availableBytes: Int {
    var least = Int.max
    if let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("MemAvailable:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    {
      least = kilobytes * 1024
    }
    if let text = try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8),
      let limit = Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    {
      least = min(least, limit)
    }
    for resource in [RLIMIT_AS, RLIMIT_DATA] {
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_cur < UInt(Int.max) else {
        continue
      }
      least = min(least, max(0, Int(limit.rlim_cur) - addressesBeside))
    }
    return least
  }
}
