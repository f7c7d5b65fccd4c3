/// What a server says of itself on every answer, and how it refuses.
struct ServerManners: Sendable {
  let fields: [(name: String, value: String)]
  let page: @Sendable (Refusal) -> String

  static let edition = ServerManners(fields: SecurityHeaders.fields) { $0.page }
}
