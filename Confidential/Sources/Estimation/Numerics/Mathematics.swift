#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The elementary functions this stage uses, in one place: no other file of it imports a C library.
@inline(__always) func exp(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.exp(x)
  #else
    Darwin.exp(x)
  #endif
}

@inline(__always) func log(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.log(x)
  #else
    Darwin.log(x)
  #endif
}

@inline(__always) func log1p(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.log1p(x)
  #else
    Darwin.log1p(x)
  #endif
}

@inline(__always) func expm1(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.expm1(x)
  #else
    Darwin.expm1(x)
  #endif
}

@inline(__always) func sine(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.sin(x)
  #else
    Darwin.sin(x)
  #endif
}

@inline(__always) func cosine(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.cos(x)
  #else
    Darwin.cos(x)
  #endif
}

@inline(__always) func complementaryErrorFunction(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.erfc(x)
  #else
    Darwin.erfc(x)
  #endif
}

/// `x` to the power `y`.
@inline(__always) func power(_ x: Double, _ y: Double) -> Double {
  #if canImport(Glibc)
    Glibc.pow(x, y)
  #else
    Darwin.pow(x, y)
  #endif
}

/// log Γ(x) for x > 0; safe to call from several threads, unlike the C function that sets a global sign.
@inline(__always) func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  #if canImport(Glibc)
    return Glibc.lgamma_r(x, &sign)
  #else
    return Darwin.lgamma_r(x, &sign)
  #endif
}

/// log n! for n >= 0, from a table up to 1,023 and from log Γ above.
@inline(__always) func logFactorial(_ n: Int) -> Double {
  n < smallLogFactorials.count ? smallLogFactorials[n] : logGamma(Double(n) + 1)
}

private let smallLogFactorials: [Double] = (0..<1024).map { logGamma(Double($0) + 1) }
