/// What of a notification is encoded: fields that were brought into one form, whoever wrote them.
///
/// Names are tokens of a to z, in any order; numbers and addresses hold only what tells one from another. An empty list
/// or nil is what is missing.
package struct StandardRecord: Equatable, Sendable {
  package var forenames: [String]
  package var surnames: [String]
  package var aliases: [String]
  package var birth: StandardDate
  package var identifiers: [String]
  package var phones: [String]
  package var userNames: [String]
  package var emails: [String]
  package var nationality: String?
  package var city: String?
  package var sex: String?

  package init(
    forenames: [String] = [], surnames: [String] = [], aliases: [String] = [], birth: StandardDate = StandardDate(),
    identifiers: [String] = [], phones: [String] = [], userNames: [String] = [], emails: [String] = [],
    nationality: String? = nil, city: String? = nil, sex: String? = nil
  ) {
    (self.forenames, self.surnames, self.aliases, self.birth) = (forenames, surnames, aliases, birth)
    (self.identifiers, self.phones, self.userNames, self.emails) = (identifiers, phones, userNames, emails)
    (self.nationality, self.city, self.sex) = (nationality, city, sex)
  }
}

/// A date of birth as far as it is known; a month only with a year, a day only with a month.
package struct StandardDate: Equatable, Hashable, Sendable {
  package var year: Int?
  package var month: Int?
  package var day: Int?

  package init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// What offices write for an unknown day.
  package var isNewYear: Bool { month == 1 && day == 1 }
  package var isWhole: Bool { year != nil && month != nil && day != nil }
}
