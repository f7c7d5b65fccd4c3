// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Numeric and byte-level targets are optimised in debug builds too: their tests run 15 to 50 times faster.
let numeric = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "zicht",
  defaultLocalization: "nl",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "zicht", targets: ["zicht"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // The stages, in the order data passes through them.
    .target(name: "Model", swiftSettings: numeric),
    .target(name: "Cryptography", dependencies: ["CSodium"], swiftSettings: numeric),
    .target(
      name: "Import",
      dependencies: ["Model", "CExpat", "CXlsxWriter", "CZlib", .product(name: "Yams", package: "Yams")],
      swiftSettings: numeric),
    .target(
      name: "Store",
      dependencies: [
        "Model", "Cryptography",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: numeric),
    .target(name: "Consistency", dependencies: ["Model"], swiftSettings: numeric),
    .target(name: "Optimisation", swiftSettings: strict),
    .target(name: "Linkage", dependencies: ["Model"], swiftSettings: numeric),
    .target(name: "Classification", dependencies: ["Model"], swiftSettings: numeric),
    .target(name: "Tabulation", dependencies: ["Model"], swiftSettings: numeric),
    .target(
      name: "Reconstruction",
      dependencies: ["Model", "Linkage", "Classification", "Tabulation", "Optimisation", "CCbc"],
      swiftSettings: numeric),
    .target(name: "Estimation", dependencies: ["Model", "Optimisation", "CCbc"], swiftSettings: numeric),
    .target(name: "Disclosure", dependencies: ["Model", "Tabulation"], swiftSettings: strict),
    .target(name: "Charts", dependencies: ["Model", "Disclosure"], swiftSettings: strict),
    .target(name: "Narrative", dependencies: ["Model", "Disclosure"], swiftSettings: numeric),
    .target(
      name: "Reporting",
      dependencies: [
        "Model", "Disclosure", "Charts", "Narrative", .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Templates"), .embedInCode("Assets")],
      swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "zicht",
      dependencies: [
        "Model", "Cryptography", "Import", "Store", "Linkage", "Classification", "Tabulation", "Reconstruction",
        "Estimation", "Consistency", "Disclosure", "Charts", "Narrative", "Reporting", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("NewRegion")],
      swiftSettings: strict),
    .executableTarget(
      name: "zicht-bench", dependencies: ["Model", "Import", "Linkage", "Classification", "Tabulation"],
      swiftSettings: strict),

    // Tests mirror the sources, name for name.
    .testTarget(
      name: "EstimationTests", dependencies: ["Estimation", "Model"], resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "ImportTests", dependencies: ["Import", "Model"], resources: [.copy("Sheets/SheetFixtures")],
      swiftSettings: strict),
    .testTarget(name: "ConsistencyTests", dependencies: ["Consistency", "Model"], swiftSettings: strict),
    .testTarget(name: "WholeTests", dependencies: ["zicht"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: strict),
    .testTarget(name: "LinkageTests", dependencies: ["Linkage", "Model"], swiftSettings: strict),
    .testTarget(name: "ClassificationTests", dependencies: ["Classification", "Model"], swiftSettings: strict),
    .testTarget(name: "TabulationTests", dependencies: ["Tabulation", "Model"], swiftSettings: strict),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "Disclosure", "Model", "Tabulation"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "NarrativeTests", dependencies: ["Narrative", "Disclosure", "Model", "Tabulation"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Narrative", "Disclosure", "Model", "Tabulation"],
      swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
      ], swiftSettings: strict),
    .testTarget(
      name: "ReconstructionTests",
      dependencies: ["Reconstruction", "Classification", "Import", "Linkage", "Model", "Tabulation"],
      swiftSettings: strict),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure", "Tabulation", "Model"], swiftSettings: strict),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "Model", "Cryptography", .product(name: "GRDB", package: "GRDB.swift")],
      resources: [.copy("Fixtures")], swiftSettings: strict),
  ]
)
