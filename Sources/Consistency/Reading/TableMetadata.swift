/// What a publisher says of a text file with a table: *CSV on the Web*.
///
/// - SeeAlso: W3C, Metadata Vocabulary for Tabular Data, in `docs/references.md`.
package struct TableMetadata: Equatable, Sendable {
  /// The file it is about; nil where it does not say.
  package var url: String?
  package var dialect = Dialect()
  /// In the order of the file; none where the description has none.
  package var columns: [Column] = []
  /// What stands for no value in columns that say nothing of it.
  var nulls: Set<String> = [""]

  /// How the text is written.
  package struct Dialect: Equatable, Sendable {
    var delimiter: UInt8 = 0x2C
    /// Rows of the head.
    var headRows = 1
    /// Rows before the head, and columns before the first, that are no part of the table.
    var (skippedRows, skippedColumns) = (0, 0)
    /// What lines begin with that are remarks.
    var comment: String?
    /// `windows-1252`; nil for UTF-8.
    package var encoding: String?
  }

  package struct Column: Equatable, Sendable {
    /// As people read it.
    var title: String
    /// Whether its cells are numbers; nil where nothing is said.
    var isNumber: Bool?
    /// Marks in its numbers.
    var (decimal, group): (Character, Character?) = (".", nil)
    var nulls: Set<String>?
    var isSuppressed = false
    /// Not in the file.
    var isVirtual = false
  }
}

/// The description of one file, or of several.
package struct TableMetadataFile: Decodable, Sendable {
  package let tables: [TableMetadata]

  /// The description of a file: the one that names it, or the only one where it names none.
  package func table(of file: String) -> TableMetadata? {
    tables.first { $0.url?.split(separator: "/").last.map(String.init) == file }
      ?? (tables.count == 1 && tables[0].url == nil ? tables[0] : nil)
  }

  /// - Throws: `DecodingError` where the description is not of this form.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let own = try TableMetadata(from: decoder)
    guard let listed = try container.decodeIfPresent([TableMetadata].self, forKey: .tables) else {
      tables = [own]
      return
    }
    // What is said of all tables holds where one says nothing else.
    let hasDialect = container.contains(.dialect)
    tables = listed.map { table in
      var table = table
      if hasDialect, table.dialect == TableMetadata.Dialect() { table.dialect = own.dialect }
      if table.columns.isEmpty { table.columns = own.columns }
      return table
    }
  }

  private enum Key: String, CodingKey { case tables, dialect }
}

extension TableMetadata: Decodable {
  private enum Key: String, CodingKey { case url, dialect, tableSchema, null }
  private enum SchemaKey: String, CodingKey { case columns }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    url = try? container.decode(String.self, forKey: .url)
    // A dialect or schema that stands elsewhere is a text here.
    if let own = try? container.decode(Dialect.self, forKey: .dialect) { dialect = own }
    if let list = try? container.decode(OneOrMore.self, forKey: .null) { nulls = Set(list.texts) }
    guard let schema = try? container.nestedContainer(keyedBy: SchemaKey.self, forKey: .tableSchema) else { return }
    columns = try schema.decodeIfPresent([Column].self, forKey: .columns) ?? []
  }
}

extension TableMetadata.Dialect: Decodable {
  private enum Key: String, CodingKey {
    case delimiter, header, headerRowCount, skipRows, skipColumns, commentPrefix, encoding
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let text = try? container.decode(String.self, forKey: .delimiter), text.utf8.count == 1,
      let byte = text.utf8.first
    {
      delimiter = byte
    }
    let hasHead = (try? container.decode(Bool.self, forKey: .header)) ?? true
    headRows = (try? container.decode(Int.self, forKey: .headerRowCount)) ?? (hasHead ? 1 : 0)
    skippedRows = max(0, (try? container.decode(Int.self, forKey: .skipRows)) ?? 0)
    skippedColumns = max(0, (try? container.decode(Int.self, forKey: .skipColumns)) ?? 0)
    comment = try? container.decode(String.self, forKey: .commentPrefix)
    encoding = try? container.decode(String.self, forKey: .encoding)
  }
}

extension TableMetadata.Column: Decodable {
  private enum Key: String, CodingKey { case name, titles, datatype, null, suppressOutput, virtual }

  /// Names of the datatypes that are numbers.
  private static let numbers: Set<String> = [
    "number", "decimal", "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "nonPositiveInteger", "negativeInteger", "double",
    "float",
  ]

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try? container.decode(String.self, forKey: .name)
    title = (try? container.decode(OneOrMore.self, forKey: .titles))?.texts.first ?? name ?? ""
    if let type = try? container.decode(Datatype.self, forKey: .datatype) {
      isNumber = Self.numbers.contains(type.base)
      (decimal, group) = (type.decimal, type.group)
    }
    nulls = (try? container.decode(OneOrMore.self, forKey: .null)).map { Set($0.texts) }
    isSuppressed = (try? container.decode(Bool.self, forKey: .suppressOutput)) ?? false
    isVirtual = (try? container.decode(Bool.self, forKey: .virtual)) ?? false
  }
}

/// A datatype by its name, or with its format.
private struct Datatype: Decodable {
  var base = "string"
  var (decimal, group): (Character, Character?) = (".", nil)

  private enum Key: String, CodingKey { case base, format }
  private struct Format: Decodable { var decimalChar, groupChar: String? }

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      base = name
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    base = (try? container.decode(String.self, forKey: .base)) ?? "string"
    guard let format = try? container.decode(Format.self, forKey: .format) else { return }
    decimal = format.decimalChar?.first ?? "."
    group = format.groupChar?.first
  }
}

/// A text, several, or several by language.
private struct OneOrMore: Decodable {
  let texts: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      texts = [text]
    } else if let list = try? container.decode([String].self) {
      texts = list
    } else {
      let byLanguage = try container.decode([String: OneOrMore].self)
      texts = byLanguage.keys.sorted().flatMap { byLanguage[$0]?.texts ?? [] }
    }
  }
}
