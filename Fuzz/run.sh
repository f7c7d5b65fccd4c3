#!/usr/bin/env bash
# Builds what Fuzz/Targets feeds, with libFuzzer and the address sanitizer, and runs each target for a bounded time.
#
#   Fuzz/run.sh SECONDS [TARGET...]      for example: Fuzz/run.sh 60 csv xlsx
#
# A target is a case of FuzzTarget. It starts from Fuzz/corpus/TARGET and the files that seeds_TARGET below adds. What a
# run learns is kept in .build-fuzz/TARGET/corpus; a crash leaves its input in .build-fuzz/TARGET and ends this script
# with 1. Mend it, and put the input, made as small as it goes, into Fuzz/corpus/TARGET: the tests feed that again.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:?usage: Fuzz/run.sh SECONDS [TARGET...]}
shift
build=.build-fuzz
common=(-g -O -wmo -parse-as-library -enable-testing -sanitize=fuzzer,address)
ours=(-swift-version 6 -package-name zicht -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility)
theirs=(-swift-version 5 -D SWIFT_PACKAGE -suppress-warnings)
libraries=(-lexpat -lz -lxlsxwriter -lCbcSolver -lCbc -lCgl -lOsiClp -lClp -lOsi -lCoinUtils)

# Modules in the order in which they import each other: NAME for Confidential/Sources/NAME, else NAME=FILES and folders.
modules=(
  Model Optimisation Sheets Yams=.build/checkouts/Yams/Sources/Yams MonitorFolder Deliveries Linkage Classification
  Tabulation Estimation Disclosure Narrative=Sources/Narrative Invented=Tests/Invented
  # Of the web server what needs no library.
  "Web=Sources/Web/EditionFolder.swift Sources/Web/KnownHosts.swift Sources/Web/MessagePage.swift Sources/Web/Refusal.swift"
)

seeds_xlsx() { cp Tests/SheetsTests/SheetFixtures/*.xlsx "$1"; }
seeds_ods() { cp Tests/SheetsTests/SheetFixtures/*.ods "$1"; }

# The beginning of every file of every monitor, behind the digit that says which of the five it is.
seeds_yaml() {
  local file digit folder
  for folder in monitors/*/; do
    digit=0
    for file in monitor codebook sources rules figures; do
      [[ -f $folder$file.yaml ]] && { printf '%d' "$digit"; head -n 60 "$folder$file.yaml"; } >"$1/$(basename "$folder")-$file"
      digit=$((digit + 1))
    done
  done
}

# The beginning of every text: whole ones are too long to be tried often.
seeds_text() {
  local file
  for file in monitors/*/text/*.nl.md; do head -c 1000 "$file" >"$1/$(basename "$(dirname "$(dirname "$file")")")-${file##*/}"; done
}

seeds_histories() {
  local file
  for file in monitors/*/lists/*.csv; do cp "$file" "$1"; done
}

compile_c() {
  local yaml=.build/checkouts/Yams/Sources/CYaml file name
  flags+=(-I "$yaml/include")
  for file in "$yaml"/src/*.c; do
    name=CYaml-$(basename "$file" .c).o
    [[ $build/$name -nt $file ]] || clang -g -O1 -fsanitize=address -I "$yaml/include" -c "$file" -o "$build/$name" ||
      return 1
    objects+=("$build/$name")
  done
}

# Compiles the modules that are older than their sources, or than a module before them.
compile_modules() {
  local module name source features files fresh=yes
  for module in "${modules[@]}"; do
    name=${module%%=*}
    source=Confidential/Sources/$name
    [[ $module == *=* ]] && source=${module#*=}
    features=("${ours[@]}")
    [[ $name == Yams ]] && features=("${theirs[@]}")
    # shellcheck disable=SC2086 # a module may be several files
    mapfile -t files < <(find -L $source -name '*.swift' | sort)
    if [[ $fresh == no || ! -f $build/$name.o || -n $(find -L "${files[@]}" Fuzz/run.sh -newer "$build/$name.o") ]]; then
      fresh=no
      echo "fuzz: compiling $name"
      swiftc "${common[@]}" "${features[@]}" -module-name "$name" -c "${files[@]}" \
        -emit-module -emit-module-path "$build/$name.swiftmodule" -o "$build/$name.o" "${flags[@]}" || return 1
    fi
    objects+=("$build/$name.o")
  done
}

# One program for all targets. It is linked in a step of its own: with objects among its inputs the compiler would take
# them for sources.
compile() {
  local library
  flags=(-I "$build")
  objects=()
  for library in Confidential/Sources/C*/; do flags+=(-I "$library"); done
  compile_c && compile_modules || return 1
  swiftc "${common[@]}" "${ours[@]}" -module-name Fuzz -c Fuzz/Entry.swift Fuzz/Targets/*.swift \
    -o "$build/Fuzz.o" "${flags[@]}" || return 1
  swiftc -sanitize=fuzzer,address "$build/Fuzz.o" "${objects[@]}" "${libraries[@]}" -o "$build/fuzz"
}

run() {
  local name=$1 folder=$build/$1
  [[ -d Fuzz/corpus/$name ]] || { echo "there is no fuzz target $name" >&2; return 64; }
  rm -rf "$folder/seeds"
  mkdir -p "$folder/corpus" "$folder/seeds"
  if declare -F "seeds_$name" >/dev/null; then "seeds_$name" "$folder/seeds"; fi
  echo "fuzz $name: running for $seconds seconds"
  ZICHT_FUZZ_TARGET=$name ASAN_OPTIONS=detect_leaks=0 "$build/fuzz" -max_total_time="$seconds" -timeout=20 \
    -rss_limit_mb=2048 -artifact_prefix="$folder/" -print_final_stats=1 "$folder/corpus" "Fuzz/corpus/$name" \
    "$folder/seeds" >"$folder/log" 2>&1 || {
    grep -v '^#[0-9]' "$folder/log" | tail -n 60
    echo "fuzz $name: found something; the input is in $folder" >&2
    return 1
  }
  grep -E 'stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' "$folder/log" | sed "s/^/fuzz $name: /"
}

names=("$@")
if [[ ${#names[@]} -eq 0 ]]; then
  for folder in Fuzz/corpus/*/; do names+=("$(basename "$folder")"); done
fi
mkdir -p "$build"
# The linker warns at length about names of the sanitizer; that is only of interest when it fails.
compile > >(tee "$build/build.log" | grep '^fuzz:') 2>"$build/errors.log" || {
  grep -v 'Cannot export local symbol' "$build/errors.log" | tail -n 60
  echo "fuzz: does not build" >&2
  exit 70
}
status=0
for name in "${names[@]}"; do run "$name" || status=1; done
exit $status
