#!/usr/bin/env bash
# Builds every fuzz target of this folder and runs each for a bounded time.
#
#   Fuzz/run.sh SECONDS [TARGET...]      for example: Fuzz/run.sh 60 csv xlsx
#
# A target is a file fuzz_NAME.swift that begins with comment lines saying what it is made of:
#   // sources:   files and folders compiled into the same module as the target
#   // modules:   Swift modules imported by these, in order: NAME for Confidential/Sources/NAME, or NAME=FOLDER of a dependency
#   // cmodules:  C modules compiled along: FOLDERs with src/*.c and include/
#   // libraries: system libraries to link
#   // seeds:     the kind of seeds to start from: a function seeds_KIND below, or a folder
# What a run learns is kept in .build-fuzz/NAME/corpus; a crash leaves its input in .build-fuzz/NAME and ends this
# script with 1.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:?usage: Fuzz/run.sh SECONDS [TARGET...]}
shift
build=.build-fuzz
common=(-g -O -parse-as-library -wmo -sanitize=fuzzer,address)
ours=(-swift-version 6 -package-name zicht -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility)
theirs=(-swift-version 5 -D SWIFT_PACKAGE -suppress-warnings)

# The words behind a directive of a target.
directive() { sed -n "s|^// $2: *||p" "$1"; }

seeds_csv() {
  printf 'jaar;vorm\r\n2019;seksueel\r\n2020;"a ""b""\r\nc"\r\n' >"$1/semicolon.csv"
  printf '\xef\xbb\xbfjaar,naam\n2019,caf\xc3\xa9\n\n2020,\n' >"$1/mark.csv"
  printf 'sep=\t\na\tb\n1\t2\r3\t4\n' >"$1/separator.csv"
  printf 'a;b\n1;caf\xe9 \x80\n' >"$1/windows1252.csv"
  printf '\xff\xfea\x00;\x00b\x00\n\x001\x00;\x00=\xd8\xa1\xdc\n\x00' >"$1/utf16.csv"
  printf 'a;b\n"1";"2' >"$1/unclosed.csv"
  printf 'p1;2018;seksueel+arbeid;NL;17,5;1-2-2019;a;2001-02-03\np2;2018;onbekend;;nvt;;;\n' >"$1/records.csv"
}

seeds_xlsx() {
  cp Tests/SheetsTests/SheetFixtures/*.xlsx Tests/SheetsTests/SheetFixtures/*.ods "$1"
  printf '1<workbook><workbookPr date1904="1"/><sheets><sheet name="a" id="a" state="hidden"/></sheets></workbook>' \
    >"$1/workbook.part"
  printf '2<Relationships><Relationship Id="a" Type="/worksheet" Target="../xl/s.xml"/></Relationships>' \
    >"$1/relations.part"
  printf '3<worksheet><sheetData><row r="2" hidden="1"><c r="B2" t="inlineStr"><is><t>a_x000D_</t></is></c>%s%s' \
    '<c t="d"><v>2019-03-31T00:00:00Z</v></c><c s="1"><f>A1</f><v>1.5e3</v></c></row></sheetData>' \
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>' >"$1/sheet.part"
  printf '4<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm;@"/></numFmts><cellXfs>%s' \
    '<xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>' >"$1/styles.part"
  printf '5<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>' >"$1/strings.part"
  printf '6<o xmlns:table="t" xmlns:office="o" xmlns:text="x"><table:table table:name="T">%s%s%s</table:table></o>' \
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1" ' \
    'table:number-columns-repeated="3"/><table:table-cell office:value-type="time" office:time-value="PT1H2M3S"/>' \
    '<table:table-cell><text:p>a<text:s text:c="2"/></text:p></table:table-cell></table:table-row>' >"$1/content.part"
}

# Every file of every monitor, behind the digit that says which of the five it is.
seeds_yaml() {
  local file digit folder
  for folder in monitors/*/; do
    digit=0
    for file in monitor codebook sources rules figures; do
      [[ -f $folder$file.yaml ]] && { printf '%d' "$digit"; cat "$folder$file.yaml"; } >"$1/$(basename "$folder")-$file"
      digit=$((digit + 1))
    done
  done
  printf '1a: &x [1, 2]\nb: *x\n? {c: d}\n: e\n' >"$1/aliases"
}

# Compiles the modules that a target imports; adds how to find them to `flags` and what to link to `objects`.
compile_modules() {
  local target=$1 folder=$2 name source file features files
  for source in $(directive "$target" cmodules); do
    flags+=(-I "$source/include")
    for file in "$source"/src/*.c; do
      name=$(basename "$source")-$(basename "$file" .c).o
      clang -g -O1 -fsanitize=address -I "$source/include" -c "$file" -o "$folder/$name" || return 1
      objects+=("$folder/$name")
    done
  done
  for source in $(directive "$target" modules); do
    name=${source%%=*}
    features=("${theirs[@]}")
    [[ $source == *=* ]] || features=("${ours[@]}")
    [[ $source == *=* ]] && source=${source#*=} || source=Confidential/Sources/$name
    mapfile -t files < <(find -L "$source" -name '*.swift' | sort)
    swiftc "${common[@]}" "${features[@]}" -module-name "$name" -c "${files[@]}" \
      -emit-module -emit-module-path "$folder/$name.swiftmodule" -o "$folder/$name.o" "${flags[@]}" || return 1
    objects+=("$folder/$name.o")
  done
}

compile() {
  local target=$1 folder=$2 library entry
  flags=(-I "$folder")
  objects=()
  for library in Confidential/Sources/C*/; do flags+=(-I "$library"); done
  compile_modules "$target" "$folder" || return 1
  for library in $(directive "$target" libraries); do flags+=("-l$library"); done
  local files=("$target")
  for entry in $(directive "$target" sources); do
    while IFS= read -r file; do files+=("$file"); done < <(find -L "$entry" -name '*.swift' | sort)
  done
  swiftc "${common[@]}" "${ours[@]}" -module-name Fuzz "${files[@]}" \
    -emit-module-path "$folder/Fuzz.swiftmodule" -o "$folder/fuzz" "${flags[@]}" "${objects[@]}"
}

run() {
  local name=$1 target=Fuzz/fuzz_$1.swift folder=$build/$1 kind
  [[ -f $target ]] || { echo "there is no fuzz target $name" >&2; return 64; }
  mkdir -p "$folder/corpus" "$folder/seeds"
  kind=$(directive "$target" seeds)
  if [[ -d $kind ]]; then cp -r "$kind/." "$folder/seeds"; else "seeds_$kind" "$folder/seeds"; fi
  echo "fuzz $name: building"
  # The linker warns at length about names of the sanitizer; that is only of interest when it fails.
  compile "$target" "$folder" >"$folder/build.log" 2>&1 || {
    grep -v 'Cannot export local symbol' "$folder/build.log" | tail -n 60
    echo "fuzz $name: does not build" >&2
    return 70
  }
  echo "fuzz $name: running for $seconds seconds"
  ASAN_OPTIONS=detect_leaks=0 "$folder/fuzz" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
    -artifact_prefix="$folder/" -print_final_stats=1 "$folder/corpus" "$folder/seeds" >"$folder/log" 2>&1 || {
    tail -n 60 "$folder/log"
    echo "fuzz $name: found something; the input is in $folder" >&2
    return 1
  }
  grep -E 'stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' "$folder/log" | sed "s/^/fuzz $name: /"
}

names=("$@")
if [[ ${#names[@]} -eq 0 ]]; then
  for target in Fuzz/fuzz_*.swift; do
    name=${target#Fuzz/fuzz_}
    names+=("${name%.swift}")
  done
fi
status=0
for name in "${names[@]}"; do run "$name" || status=1; done
exit $status
