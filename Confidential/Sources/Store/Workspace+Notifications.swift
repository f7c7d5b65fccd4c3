internal import GRDB
public import Model

extension Workspace {
  /// All records of the current deliveries of the monitor's sources, as packed columns: deliveries in the order of
  /// `Monitor.sources` and then of their periods, rows in the order of the files.
  ///
  /// Columns: the built-in `year` and `source`, `reporterGroup` where the codebook has it, and every variable of the
  /// codebook that is not derived, `notAsked` where a source does not deliver it. Records of years outside the
  /// monitor's are left out, as are deliveries of sources that it does not name.
  ///
  /// Reads the columnar snapshot where one was made of the very same deliveries under the same codebook; else gathers
  /// the records from the store, and keeps a snapshot for the next time where the folder lets it. A workspace opened to
  /// look keeps none.
  /// - Throws: `.unknownCategory` and `.changedKind` where the codebook no longer fits what was delivered.
  public func notifications(for monitor: Monitor) throws(StoreError) -> Notifications {
    let label = try snapshotLabel(for: monitor)
    if let snapshotPath, let kept = SnapshotFile(path: snapshotPath).read(labelled: label, for: monitor) { return kept }
    let notifications = try gatheredNotifications(for: monitor)
    if let snapshotPath, !isReading { SnapshotFile(path: snapshotPath).write(notifications, labelled: label) }
    return notifications
  }

  /// The records of one version of a delivery, whether it is current or not; read from the store, without the others.
  /// - Throws: as `notifications(for:)`.
  public func notifications(
    of summary: DeliverySummary, for monitor: Monitor
  ) throws(StoreError) -> Notifications {
    try translatingErrors(in: path) {
      try reading { try NotificationsReader($0, monitor: monitor, only: summary, seal: contentsSeal).notifications() }
    }
  }

  /// The same, always from the store.
  func gatheredNotifications(for monitor: Monitor) throws(StoreError) -> Notifications {
    try translatingErrors(in: path) {
      try reading { try NotificationsReader($0, monitor: monitor, seal: contentsSeal).notifications() }
    }
  }

  private func snapshotLabel(for monitor: Monitor) throws(StoreError) -> SnapshotLabel {
    try translatingErrors(in: path) {
      try reading {
        let plan = try ReadingPlan($0, monitor: monitor, seal: contentsSeal)
        return SnapshotLabel(deliveries: plan.deliveries, monitor: monitor)
      }
    }
  }
}
