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

/// The shell talks and computes nothing: optimising it costs time in every first build and gains nothing.
let unhurried = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// Stages of the package `Confidential`, which see what partners delivered.
func confidential(_ stages: String...) -> [Target.Dependency] {
  stages.map { .product(name: $0, package: "Confidential") }
}

let package = Package(
  name: "zicht",
  defaultLocalization: "nl",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "zicht", targets: ["zicht"]), .executable(name: "zicht-serve", targets: ["zicht-serve"]),
    .executable(name: "zicht-key-server", targets: ["zicht-key-server"]),
    .executable(name: "zicht-review", targets: ["zicht-review"]),
  ],
  dependencies: [
    .package(path: "Confidential"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // The edition: a publication, and nothing else, made into files.
    .target(name: "Charts", dependencies: confidential("Model", "Disclosure"), swiftSettings: strict),
    .target(name: "Narrative", dependencies: confidential("Model", "Disclosure"), swiftSettings: numeric),
    .systemLibrary(name: "CFileSystem"),
    .target(
      name: "Reporting",
      dependencies: confidential("Model", "Disclosure") + [
        "CFileSystem", "Charts", "Narrative", .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Templates"), .embedInCode("Assets")],
      swiftSettings: strict),

    // Tables that others published.
    .target(name: "Consistency", dependencies: confidential("Model", "Optimisation"), swiftSettings: numeric),

    // What a reader of pairs sees, and how the program with the socket asks for it.
    .target(name: "ReviewPages", swiftSettings: strict),

    // The work itself, without a terminal or a socket: what the shells call.
    .target(
      name: "Monitoring",
      dependencies: confidential(
        "Model", "Cryptography", "Sheets", "MonitorFolder", "Deliveries", "Store", "Linkage", "Encoding",
        "Classification",
        "Tabulation", "Reconstruction", "Estimation", "Protection", "Disclosure") + [
          "Consistency", "Narrative", "Reporting", "ReviewPages",
        ],
      resources: [.embedInCode("NewRegion"), .embedInCode("NewRegister")],
      swiftSettings: strict),

    // The shells.
    .executableTarget(
      name: "zicht",
      dependencies: confidential("Model", "Deliveries", "Store", "Tabulation", "Estimation", "Disclosure") + [
        "Monitoring", "Reporting", "ReviewPages",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: unhurried),
    .target(
      name: "Web",
      dependencies: [
        "ReviewPages",
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "zicht-serve",
      dependencies: [
        "Web", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "zicht-key-server",
      dependencies: confidential("Cryptography") + [
        "Web", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "zicht-review",
      dependencies: [
        "ReviewPages", "Web", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "zicht-bench",
      dependencies: confidential(
        "Model", "Cryptography", "Sheets", "MonitorFolder", "Linkage", "Encoding", "Classification", "Tabulation",
        "Estimation", "Disclosure"),
      swiftSettings: strict),

    // Tests mirror the sources, name for name.
    .target(
      name: "Invented", dependencies: confidential("Model", "MonitorFolder", "Deliveries", "Estimation") + ["Charts"],
      path: "Tests/Invented",
      swiftSettings: strict),
    .testTarget(
      name: "EstimationTests", dependencies: confidential("Estimation", "Model", "Tabulation") + ["Invented"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "SheetsTests", dependencies: confidential("Sheets", "Model") + ["Invented"], exclude: ["SheetFixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "MonitorFolderTests", dependencies: confidential("MonitorFolder", "Model") + ["Invented"],
      swiftSettings: strict),
    .testTarget(
      name: "DeliveriesTests",
      dependencies: confidential("Deliveries", "MonitorFolder", "Sheets", "Model") + ["Invented"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsistencyTests", dependencies: confidential("Model") + ["Consistency", "Invented"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "MonitoringTests",
      dependencies: confidential(
        "Model", "Cryptography", "Sheets", "MonitorFolder", "Deliveries", "Store", "Tabulation", "Estimation",
        "Reconstruction") + ["Charts", "Invented", "Monitoring", "Reporting", "ReviewPages"],
      swiftSettings: strict),
    .testTarget(
      name: "WholeTests",
      dependencies: confidential("Model", "MonitorFolder", "Deliveries", "Sheets") + [
        "Invented", "zicht", "zicht-serve", "zicht-key-server", "zicht-review",
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: confidential("Model"), swiftSettings: strict),
    .testTarget(name: "LinkageTests", dependencies: confidential("Linkage", "Model"), swiftSettings: strict),
    .testTarget(
      name: "EncodingTests", dependencies: confidential("Encoding", "Cryptography", "Model", "Sheets") + ["Invented"],
      swiftSettings: numeric),
    .testTarget(
      name: "ClassificationTests", dependencies: confidential("Classification", "Model"), swiftSettings: strict),
    .testTarget(
      name: "TabulationTests", dependencies: confidential("Tabulation", "Linkage", "Classification", "Model"),
      swiftSettings: strict),
    .testTarget(
      name: "ChartsTests", dependencies: confidential("Disclosure", "Model", "Tabulation") + ["Charts", "Invented"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "NarrativeTests", dependencies: confidential("Disclosure", "Model", "Tabulation") + ["Narrative"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: confidential("Disclosure", "Estimation", "Model", "Tabulation", "Linkage", "Classification") + [
        "Charts", "Invented", "Reporting", "Narrative",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "ReviewPages", "Web", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"), .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .testTarget(
      name: "KeyServerTests",
      dependencies: confidential("Cryptography") + ["Invented", "zicht-key-server"], path: "Tests/KeyServerTests",
      swiftSettings: strict),
    .testTarget(
      name: "ReconstructionTests",
      dependencies: confidential(
        "Reconstruction", "Classification", "MonitorFolder", "Deliveries", "Sheets", "Linkage", "Model", "Tabulation"),
      swiftSettings: strict),
    .testTarget(
      name: "OptimisationTests", dependencies: confidential("Optimisation") + ["Invented"], swiftSettings: numeric),
    .testTarget(
      name: "ProtectionTests", dependencies: confidential("Protection", "Model") + ["Invented"], swiftSettings: numeric),
    .testTarget(
      name: "DisclosureTests",
      dependencies: confidential(
        "Disclosure", "Protection", "Estimation", "Tabulation", "Linkage", "Classification", "Model") + ["Invented"],
      swiftSettings: strict),
    .testTarget(
      name: "FuzzTests",
      dependencies: confidential(
        "Model", "Sheets", "MonitorFolder", "Deliveries", "Tabulation", "Estimation", "Disclosure") + [
          "Invented", "Narrative", "Web",
        ],
      path: "Fuzz", exclude: ["run.sh", "Entry.swift", "corpus"], swiftSettings: numeric),
    .testTarget(name: "CryptographyTests", dependencies: confidential("Cryptography"), swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: confidential("Store", "Model", "Cryptography") + [
        "Invented", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
  ]
)
