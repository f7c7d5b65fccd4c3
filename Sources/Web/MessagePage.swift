/// Pages of the server's own, for when it has no page of the edition to give.
enum MessagePage {
  static let notFound = page(
    title: "Deze bladzijde bestaat niet",
    text: "Op dit adres staat geen bladzijde van deze editie. Begin opnieuw bij het overzicht.",
    english: "There is no page of this edition at this address.")

  static let notAllowed = page(
    title: "Dit kan hier niet",
    text: "Deze editie kan alleen worden gelezen. Ga terug naar het overzicht.",
    english: "This edition can only be read.")

  static let otherHost = page(
    title: "Deze server heeft een andere naam",
    text:
      "Deze editie wordt niet getoond onder de naam in uw adresbalk. Gebruik het adres dat zicht serve noemde, of laat "
      + "de beheerder deze naam opgeven met --known-host.",
    english: "This edition is not shown under the name in your address bar. Use the address that zicht serve gave, or "
      + "have the administrator name it with --known-host.")

  static let malformed = page(
    title: "Deze vraag is niet te lezen",
    text: "De server kreeg iets anders dan wat een browser vraagt. Begin opnieuw bij het overzicht.",
    english: "The server received something other than what a browser asks.")

  private static func page(title: String, text: String, english: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="nl">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <link rel="stylesheet" href="/assets/edition.css">
    <link rel="icon" type="image/svg+xml" href="/assets/zicht.svg">
    </head>
    <body>
    <main class="wrap">
    <header class="intro">
    <h1>\(title)</h1>
    <p class="lead">\(text)</p>
    <p lang="en">\(english)</p>
    <p><a href="/">Overzicht</a> · <a href="/en/" lang="en" hreflang="en">Overview</a></p>
    </header>
    </main>
    </body>
    </html>

    """
  }
}
