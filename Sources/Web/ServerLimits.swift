/// How much of the server one connection gets, and how many there are.
struct ServerLimits: Equatable, Sendable {
  /// From the opening of a connection, or the last answer, to the end of the next request. A browser on a bad line needs
  /// a second or two; who sends a byte now and then is cut off.
  var secondsForRequest = 10
  /// From a request to the end of its answer: a figure of a few hundred kilobytes over a slow modem.
  var secondsForAnswer = 60
  /// Connections at the same time; others wait in the system's queue until one closes, which takes 10 seconds at most.
  var connections = 256
  /// Of one header field, in bytes; Apache's and nginx's limit is 8 kB.
  var headerField = 8 * 1024
  /// Of all header fields together, in bytes.
  var headers = 16 * 1024
  var headerFields = 100
  /// Of the content of a request, in bytes, announced by its length; an edition takes nothing in.
  var content = 0
}
