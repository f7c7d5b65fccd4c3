// swift-tools-version: 6.2
import PackageDescription

/// Everything that sees what partners delivered, up to and including disclosure control.
///
/// A package of its own, because `package` ends at its border: what is confidential is readable to the stages here and
/// to nobody else. `Disclosure` is the only door.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Numeric and byte-level targets are optimised in debug builds too: their tests run 15 to 50 times faster.
let numeric = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Read once a run and never in a loop: optimising it costs a minute of every first build and gains nothing.
let unhurried = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// The stages, in the order data passes through them.
let stages = [
  "Model", "Cryptography", "Sheets", "MonitorFolder", "Deliveries", "Store", "Linkage", "Encoding", "Classification",
  "Tabulation", "Optimisation", "Reconstruction", "Estimation", "Protection", "Disclosure",
]

let package = Package(
  name: "confidential",
  defaultLocalization: "nl",
  platforms: [.macOS(.v15)],
  products: stages.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "Model", swiftSettings: numeric),
    .target(name: "Cryptography", dependencies: ["CSodium"], swiftSettings: numeric),
    .target(name: "Sheets", dependencies: ["Model", "CExpat", "CXlsxWriter", "CZlib"], swiftSettings: numeric),
    .target(
      name: "MonitorFolder", dependencies: ["Model", "Sheets", .product(name: "Yams", package: "Yams")],
      swiftSettings: unhurried),
    .target(name: "Deliveries", dependencies: ["Model", "Cryptography", "Sheets"], swiftSettings: numeric),
    .target(
      name: "Store",
      dependencies: [
        "Model", "Cryptography",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: numeric),
    .target(name: "Optimisation", dependencies: ["CCbc"], swiftSettings: numeric),
    .target(name: "Linkage", dependencies: ["Model"], swiftSettings: numeric),
    .target(name: "CFilterScan", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(
      name: "Encoding", dependencies: ["Model", "Cryptography", "Sheets", "CFilterScan"], swiftSettings: numeric),
    .target(name: "Classification", dependencies: ["Model"], swiftSettings: numeric),
    .target(name: "Tabulation", dependencies: ["Model"], swiftSettings: numeric),
    .target(
      name: "Reconstruction",
      dependencies: ["Model", "Linkage", "Classification", "Tabulation", "Optimisation", "CCbc"],
      swiftSettings: numeric),
    .target(name: "Estimation", dependencies: ["Model", "Tabulation", "Optimisation", "CCbc"], swiftSettings: numeric),
    .target(name: "Protection", dependencies: ["Optimisation", "CCbc"], swiftSettings: numeric),
    .target(
      name: "Disclosure",
      dependencies: ["Model", "Linkage", "Classification", "Tabulation", "Estimation", "Protection"],
      swiftSettings: strict),
  ]
)
