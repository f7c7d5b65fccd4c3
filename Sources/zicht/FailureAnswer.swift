import Model
import Monitoring

/// Why a command stopped, for a program to read: what stands on standard output where JSON was asked and there is no
/// answer.
struct FailureAnswer: Encodable {
  var isGood = false
  var exitCode: Int32
  /// What is said on standard error too; the sentences of findings are theirs.
  var message: String?
  var findings: [FindingsAnswer.Entry] = []

  init(exitCode: Int32, message: String?) { (self.exitCode, self.message) = (exitCode, message) }

  init(exitCode: Int32, findings: [Finding], language: Language) {
    self.exitCode = exitCode
    self.findings = FindingsAnswer(findings, language: language, isGood: false).findings
  }
}
