"""What it costs to check a delivery that is all wrong, beside one of the same size that is right.

Usage: wrong.py ZICHT NATIONAL_MONITOR [ROWS]

Prints seconds of processor and peak memory of `zicht check-delivery` for the national monitor, medians of three runs, in
CSV and XLSX: right, wrong in every word with few or with many different words, and wrong in every cell. The program is
started for each, so that the ratio counts what it takes to start and to read the monitor as well.
"""

import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HEADERS = ["registratienummer", "meldjaar", "eenheid", "uitbuitingsvorm", "geslacht", "leeftijd", "nationaliteit"]
UNITS = ["Limburg", "Noord-Holland", "Den Haag", "Amsterdam", "Rotterdam", "Oost-Brabant"]


def right(generator, number):
    return [f"2019-{number:06}", "2019", generator.choice(UNITS), generator.choice(["seksueel", "arbeid"]),
            generator.choice(["vrouw", "man"]), str(generator.randint(18, 60)), generator.choice(["NL", "NG", "RO"])]


def few_words(generator, number):
    row = right(generator, number)
    row[3], row[4], row[6] = generator.choice(["loverboy", "uitbuiting"]), "vrouwelijk", "Nederlander"
    return row


def many_words(generator, number):
    row = right(generator, number)
    row[3], row[4], row[6] = (f"{word}{number}" for word in ("seksueel", "vrouw", "Nederland"))
    return row


def every_cell(generator, number):
    return ["1,23457E+15"] + [f"verkeerd {number} {place}" for place in range(len(HEADERS) - 1)]


KINDS = {"right": right, "few wrong words": few_words, "many wrong words": many_words, "every cell wrong": every_cell}


def write_csv(path, rows):
    path.write_text("\r\n".join(";".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows) + "\r\n")


def write_xlsx(path, rows):
    """The smallest workbook that spreadsheet programs open: one sheet, texts in the cells themselves."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>" for row in rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override '
        'PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Gegevens" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def processor(arguments):
    """Seconds of processor and peak memory in MiB; a refusal is an answer."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 65):
        sys.exit(f"{' '.join(map(str, arguments))} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    # Keys of workspaces that are gone again do not belong among those of the user.
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()
    zicht, national = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    print(f"| check of {count:,} rows | processor | memory | beside right |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as work:
        for suffix, write in (("csv", write_csv), ("xlsx", write_xlsx)):
            base = None
            for name, row in KINDS.items():
                generator = random.Random(1)
                path = pathlib.Path(work) / f"{name.replace(' ', '-')}.{suffix}"
                write(path, [HEADERS] + [row(generator, number) for number in range(count)])
                runs = [processor([zicht, "check-delivery", path, "--source", "politie", "--monitor", national])
                        for _ in range(3)]
                seconds, memory = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
                base = base or seconds
                print(f"| {suffix.upper()}, {name} | {seconds:.2f} s | {memory:.0f} MiB | {seconds / base:.1f} |")


main()
