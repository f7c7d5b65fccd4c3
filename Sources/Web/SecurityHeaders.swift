/// The headers on every answer that keep a page from asking for, or being used by, anything outside the edition.
enum SecurityHeaders {
  static let fields = fields(scripts: "", forms: "'none'", referrer: "no-referrer")

  /// For pages with forms and keys of their own: what they send goes to this server and nowhere else, and nothing of them is
  /// kept by anybody. A browser that may not say where it comes from says of a form that it comes from nowhere.
  static let ofReview =
    fields(scripts: "script-src 'self'; ", forms: "'self'", referrer: "same-origin") + [("Cache-Control", "no-store")]

  private static func fields(scripts: String, forms: String, referrer: String) -> [(name: String, value: String)] {
    [
      (
        "Content-Security-Policy",
        "default-src 'none'; \(scripts)style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; "
          + "form-action \(forms); frame-ancestors 'none'"
      ),
      ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", referrer),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}
