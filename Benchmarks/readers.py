"""Compares the readers of Zicht with other implementations, cell by cell, on generated workbooks.

    python3 -m venv /tmp/readers && /tmp/readers/bin/pip install openpyxl==3.1.5 xlsxwriter==3.2.9
    /tmp/readers/bin/python Benchmarks/readers.py [--zicht .build/release/zicht] [--count 300] [--seed 1]

Workbooks are written by openpyxl and by XlsxWriter (shared and inline strings, both date systems, formulas with their
results) and read by openpyxl; ODS files are written here and read by the XML parser of Python. What Zicht read is what
stands in the copy of the sheet that `check-delivery --marked` writes. Everything is drawn from a seeded generator.

The differences that are meant stand in `expected`: a share is the per cent that its cell shows, a number with zeros
before it is what is shown, a truth value is the word WAAR or ONWAAR, and numbers have the 15 digits that a cell shows.
"""

import argparse
import datetime
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

COLUMNS = 10
HEADERS = ["nummer", "jaar"] + [f"kolom {number}" for number in range(1, COLUMNS + 1)]
PERCENT = ["0%", "0.0%", "0.00%"]
ZEROS = ["00000", "000-000", '"P"0000']
PLAIN = ["General", "0", "0.00", "#,##0", '[$€-413] #,##0', '0.0,,"M"', '_ * #,##0_ ;_ * \\-#,##0_ ', '0 "dagen"']
DAYS = ["dd-mm-yyyy", "[$-413]d mmmm yyyy;@", "m/d/yy"]
MOMENTS = ["dd-mm-yyyy hh:mm:ss", "yyyy-mm-dd\\ h:mm"]
ERRORS = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"]
TEXTS = ["arbeid", "cliënt thuis", " rand ", "a\nb", "1.000", "00123", "'s-Gravenhage", "\u00a0x", "é\u0301", "日本", "WAAR",
         "#N/A?", "x" * 300, "<&>\"", "-5", "1e3", "12-05-2023"]

MONITOR = {
    "monitor.yaml": """monitor: lezers
title: { nl: Lezers, en: Readers }
edition: "2025"
publisher: { nl: Wij, en: We }
period: { from: 2023, to: 2024 }
reference-date: 2025-03-01
seed: 1
provenance: registered
introduction: { nl: Inleiding., en: Introduction. }
publication: { policy: publishAsIs, reason: { nl: Verzonnen., en: Invented. } }
units: { victim: { label: { nl: slachtoffers, en: victims }, repeats: once a year } }
""",
    "codebook.yaml": """version: "1"
variables:
  - variable: reporterGroup
    kind: category
    derived: true
    label: { nl: melder, en: reporter }
    categories: &groups [{ code: police, nl: Politie, en: Police }]
  - { variable: reporters, kind: set, derived: true, label: { nl: melders, en: reporters }, categories: *groups }
""",
    "rules.yaml": """link:
  reason: { nl: Koppeling., en: Linkage. }
  source: Paragraaf 1
  combine: [{ variable: reporters, from: reporterGroup, how: union }]
rules: []
""",
    "figures.yaml": """source: { nl: Bron, en: Source }
figures: []
""",
    "sources.yaml": """grounds:
  - ground: police-data
    label: { nl: Taak, en: Task }
    article: Wet
    lane: identified
sources:
  - source: politie
    label: { nl: Politie, en: Police }
    group: police
    lane: identified
    grounds: [police-data]
    definition: { nl: Iedereen., en: Everyone. }
    columns:
      - { header: nummer, person: true, required: true, explanation: { nl: N., en: N. } }
      - { header: jaar, year: true, required: true, explanation: { nl: J., en: J. } }
""" + "".join(f"      - {{ header: kolom {number}, ignored: true, explanation: {{ nl: K., en: K. }} }}\n"
              for number in range(1, COLUMNS + 1)),
}


def number(generator):
    return generator.choice([
        lambda: generator.randint(-10**6, 10**6), lambda: generator.randint(0, 10**15 - 1),
        lambda: round(generator.uniform(-1000, 1000), generator.randint(1, 6)), lambda: generator.uniform(-1e9, 1e9),
        lambda: generator.uniform(-1, 1) * 10**generator.randint(-9, 3), lambda: 0.1 + 0.2, lambda: 15.000000000000002,
    ])()


def moment(generator, has_time):
    day = datetime.date(1905, 1, 1) + datetime.timedelta(days=generator.randint(0, 60_000))
    seconds = generator.choice([0, generator.randint(1, 86_399)]) if has_time else 0
    return datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(seconds=seconds)


def cell(generator):
    """A value and its number format."""
    return generator.choice([
        lambda: (None, "General"), lambda: (generator.choice(TEXTS), "General"), lambda: (generator.choice(TEXTS), "@"),
        lambda: (number(generator), generator.choice(PLAIN)), lambda: (generator.random() < 0.5, "General"),
        lambda: (round(generator.uniform(0, 1), generator.randint(0, 6)), generator.choice(PERCENT)),
        lambda: (generator.randint(0, 10**7), generator.choice(ZEROS)),
        lambda: (moment(generator, False), generator.choice(DAYS)),
        lambda: (moment(generator, True), generator.choice(MOMENTS)), lambda: (generator.choice(ERRORS), "error"),
    ])()


def rows(generator):
    return [[cell(generator) for _ in range(COLUMNS)] for _ in range(generator.randint(1, 12))]


def write_openpyxl(path, table, is_1904):
    book = openpyxl.Workbook()
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Gegevens"
    sheet.append(HEADERS)
    for row, cells in enumerate(table, start=2):
        sheet.cell(row, 1, f"P{row}")
        sheet.cell(row, 2, 2023)
        for column, (value, code) in enumerate(cells, start=3):
            if value is None:
                continue
            made = sheet.cell(row, column)
            made.value = value
            if code == "error":
                made.data_type = "e"
            elif isinstance(value, str):
                made.data_type = "s"
            if code not in ("General", "error"):
                made.number_format = code
    book.save(path)


def write_xlsxwriter(path, table, is_1904, is_inline):
    book = xlsxwriter.Workbook(path, {"constant_memory": is_inline, "default_date_format": "dd-mm-yyyy",
                                      "date_1904": is_1904, "strings_to_formulas": False, "strings_to_numbers": False})
    formats = {}
    sheet = book.add_worksheet("Gegevens")
    for column, header in enumerate(HEADERS):
        sheet.write_string(0, column, header)
    for row, cells in enumerate(table, start=1):
        sheet.write_string(row, 0, f"P{row}")
        sheet.write_number(row, 1, 2023)
        for column, (value, code) in enumerate(cells, start=2):
            style = None
            if code not in ("General", "error"):
                style = formats.setdefault(code, book.add_format({"num_format": code}))
            if code == "error":
                sheet.write_formula(row, column, "=1/0", None, value)
            elif isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, style)
            elif isinstance(value, datetime.datetime):
                sheet.write_datetime(row, column, value, style)
            elif value is not None:
                if row % 3 == 0:
                    sheet.write_formula(row, column, "=A1", style, repr(value))
                else:
                    sheet.write_number(row, column, value, style)
    book.close()


NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text")}


def write_ods(path, table, has_type):
    """Prefixes of its own, so that nothing but the namespaces can tell what is what."""
    def p(value):
        return "".join(f"<x:p>{escape(line)}</x:p>" for line in value.split("\n"))

    def one(value, code):
        if value is None:
            return "<t:table-cell/>"
        if code == "error":
            return f'<t:table-cell o:value-type="string" o:string-value="">{p(value)}</t:table-cell>'
        if isinstance(value, bool):
            shown = "WAAR" if value else "ONWAAR"
            return f'<t:table-cell o:value-type="boolean" o:boolean-value="{str(value).lower()}">{p(shown)}</t:table-cell>'
        if isinstance(value, str):
            return f'<t:table-cell o:value-type="string">{p(re.sub(" +", " ", value).strip(" "))}</t:table-cell>'
        if isinstance(value, datetime.datetime):
            return f'<t:table-cell o:value-type="date" o:date-value="{value.isoformat()}">{p("een dag")}</t:table-cell>'
        kind = "percentage" if code in PERCENT else "float"
        shown = masked(value, code) or "een getal"
        return f'<t:table-cell o:value-type="{kind}" o:value="{value!r}">{p(shown)}</t:table-cell>'

    body = "".join("<t:table-row>" + "".join(one(value, code) for value, code in cells) + "</t:table-row>"
                   for cells in [[(header, "@") for header in HEADERS]]
                   + [[(f"P{row}", "@"), (2023, "General"), *cells] for row, cells in enumerate(table, start=2)])
    content = (f'<o:document-content xmlns:o="{NAMES["office"]}" xmlns:t="{NAMES["table"]}" xmlns:x="{NAMES["text"]}">'
               f'<o:body><o:spreadsheet><t:table t:name="Gegevens">{body}</t:table></o:spreadsheet></o:body>'
               "</o:document-content>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if has_type:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)


def read_ods(path):
    """By the parser of the standard library: value and format of each cell."""
    def name(vocabulary, local):
        return f"{{{NAMES[vocabulary]}}}{local}"

    def one(element):
        kind = element.get(name("office", "value-type"))
        text = "\n".join("".join(paragraph.itertext()) for paragraph in element.findall(name("text", "p")))
        if kind is None:
            return None, "General"
        if kind == "boolean":
            return element.get(name("office", "boolean-value")) == "true", "General"
        if kind == "date":
            return datetime.datetime.fromisoformat(element.get(name("office", "date-value"))), DAYS[0]
        if kind == "string":
            return text, "General"
        value = float(element.get(name("office", "value")))
        return value, PERCENT[0] if kind == "percentage" else f"shown {text}"

    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    return [[one(element) for element in row.findall(name("table", "table-cell"))]
            for row in root.iter(name("table", "table-row"))]


def read_xlsx(path):
    sheet = openpyxl.load_workbook(path, data_only=True)["Gegevens"]
    return [[(one.value, one.number_format) for one in row] for row in sheet.iter_rows(max_col=len(HEADERS))]


def masked(value, code):
    """What a whole number shows under one of the formats with zeros."""
    digits = str(int(value))
    if code == ZEROS[0]:
        return digits.zfill(5)
    if code == ZEROS[1]:
        digits = digits.zfill(6)
        return f"{digits[:-3]}-{digits[-3:]}"
    return f"P{digits.zfill(4)}" if code == ZEROS[2] else None


def plain(value):
    return float(f"{value:.15g}")


def expected(value, code):
    """A cell as another implementation reads it, with the differences that are meant."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(timespec="seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if code in PERCENT:
        return f"{plain(value * 100)}%"
    if code.startswith("shown ") and code not in ("shown een getal", f"shown {value:.0f}"):
        return code.removeprefix("shown ")
    shown = masked(value, code)
    return plain(value) if shown is None or shown == str(int(value)) else shown


def found(value):
    """A cell of the copy."""
    if value is None:
        return ""
    if isinstance(value, str) and re.fullmatch(r"-?[\d.]+%", value):
        return f"{float(value[:-1])}%"
    return plain(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def compare(zicht, folder, path):
    copy = path.with_suffix(".marked.xlsx")
    run = subprocess.run([zicht, "check-delivery", path, "--source", "politie", "--monitor", folder, "--marked", copy],
                         capture_output=True, text=True)
    if not copy.exists():
        return 0, [f"{path.name}: no copy; {run.stdout}{run.stderr}"]
    theirs = read_ods(path) if path.suffix == ".ods" else read_xlsx(path)
    ours = list(openpyxl.load_workbook(copy).worksheets[0].iter_rows(values_only=True))
    count, wrong = 0, []
    for row, cells in enumerate(theirs):
        for column, (value, code) in enumerate(cells):
            mine = found(ours[row][column]) if row < len(ours) and column < len(ours[row]) else ""
            count += 1
            if mine != expected(value, code):
                wrong.append(f"{path.name} row {row + 1} column {column + 1}: {expected(value, code)!r} is {mine!r}")
    copy.unlink()
    return count, wrong


def write(index, path, seed):
    generator = random.Random(f"{seed}/{index}")
    table, kind, is_1904 = rows(generator), index % 5, generator.random() < 0.3
    if kind == 0:
        write_openpyxl(path.with_suffix(".xlsx"), table, is_1904)
    elif kind == 4:
        write_ods(path.with_suffix(".ods"), table, has_type=index % 2 == 0)
        return path.with_suffix(".ods")
    else:
        write_xlsxwriter(path.with_suffix(".xlsx"), table, is_1904, is_inline=kind == 1)
    return path.with_suffix(".xlsx")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zicht", default=".build/release/zicht")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work, "monitor")
        folder.mkdir()
        for name, text in MONITOR.items():
            (folder / name).write_text(text)
        paths = [write(index, pathlib.Path(work, f"book-{index}"), options.seed) for index in range(options.count)]
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda path: compare(options.zicht, folder, path), paths))
    wrong = [line for _, lines in results for line in lines]
    for line in wrong[:40]:
        print(line)
    print(f"{len(paths)} workbooks, {sum(count for count, _ in results)} cells, {len(wrong)} different (seed {options.seed})")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
