"""Writes a monitor folder with generated deliveries: N notifications by 20 reporters over five years.

The folder is the national monitor with 20 sources in place of its nine. Everything is drawn from a seeded generator, so
the same arguments give the same bytes.
"""

import hashlib
import json
import pathlib
import random
import shutil
import sys

YEARS = range(2015, 2020)
SOURCES = 20
GROUPS = ["police", "kmar", "inspectorate", "careCoordinator", "fairwork", "other"]
UNITS = ["Limburg", "Noord-Holland", "Zeeland-West-Brabant", "Midden-Nederland", "Den Haag", "Amsterdam",
         "Oost-Nederland", "Rotterdam", "Noord-Nederland", "Oost-Brabant"]
HEADERS = ["registratienummer", "meldjaar", "eenheid", "uitbuitingsvorm", "geslacht", "leeftijd", "nationaliteit",
           "prostitutiesector", "arbeidssector", "delict", "toestemming"]


def source_block(number):
    group = GROUPS[number % len(GROUPS)]
    return f"""  - source: bron-{number + 1:02}
    label: {{ nl: Bron {number + 1}, en: Source {number + 1} }}
    group: {group}
    lane: identified
    grounds: [consent, pseudonym]
    definition: {{ nl: Gemaakte records om te meten., en: Generated records for measuring. }}
    columns: [*person, *year, *unit, *form, *sex, *age, *nationality, *sex-sector, *labour-sector, *crime, *consent]
"""


def record_tails(generator, count):
    """Everything of a record but its key and year; drawn once, used many times."""
    nations = ["NL"] * 6 + ["NG"] * 4 + ["PL", "RO", "BG", "HU", "UG", "GN", "SL", "PH", "VN", "ER", "MA", "CN", "onbekend"]
    tails = []
    for _ in range(count):
        forms = [form for form, chance in
                 (("seksueel", 0.6), ("arbeid", 0.2), ("crimineel", 0.12), ("orgaanverwijdering", 0.005))
                 if generator.random() < chance]
        sexual = generator.choice(["raam", "thuis", "escort", "straat", "bordeel", "onbekend", "onbekend"])
        tails.append(";".join([
            generator.choice(UNITS), "+".join(forms) or "onbekend", generator.choice(["vrouw", "vrouw", "man"]),
            str(generator.randint(12, 60)) if generator.random() < 0.9 else "onbekend", generator.choice(nations),
            sexual if "seksueel" in forms else "nvt",
            generator.choice(["landbouw", "horeca", "bouw", "onbekend"]) if "arbeid" in forms else "nvt",
            generator.choice(["drugs", "bedelen", "diefstal"]) if "crimineel" in forms else "nvt",
            generator.choice(["persoon", "persoon", "geen"]),
        ]))
    return tails


def write(folder, notifications, national):
    folder.mkdir(parents=True)
    for name in ["monitor.yaml", "codebook.yaml", "rules.yaml", "figures.yaml"]:
        shutil.copy(national / name, folder / name)
    shutil.copytree(national / "lists", folder / "lists")
    head = (national / "sources.yaml").read_text().split("\nsources:\n")[0]
    (folder / "sources.yaml").write_text(head + "\nsources:\n" + "".join(map(source_block, range(SOURCES))))
    deliveries = folder / "deliveries"
    deliveries.mkdir()
    log = Log(deliveries / "log.jsonl")
    generator = random.Random(20201018)
    tails = record_tails(generator, 20_000)
    rows = notifications // (SOURCES * len(YEARS))
    for source in range(SOURCES):
        for year in YEARS:
            with open(deliveries / f"bron-{source + 1:02}-{year}.csv", "w") as file:
                file.write(";".join(HEADERS) + "\n")
                people = rows * SOURCES * 9 // 10
                file.writelines(
                    f"P{year}{int(generator.random() * people)};{year};{tails[int(generator.random() * 20_000)]}\n"
                    for _ in range(rows))
            log.received(f"bron-{source + 1:02}", year, deliveries / f"bron-{source + 1:02}-{year}.csv")


class Log:
    """The log of deliveries: a line for each file, with the SHA-256 of the line before it."""

    def __init__(self, path):
        self.path, self.number, self.previous = path, 0, "0" * 64

    def received(self, source, year, file):
        self.number += 1
        with open(file, "rb") as data:
            digest = hashlib.file_digest(data, "sha256").hexdigest()
        entry = {
            "action": "received", "actor": "bench", "file": file.name,
            "moment": "2026-01-01T00:00:00Z", "number": self.number, "period": str(year), "previous": self.previous,
            "reason": "bench", "sha256": digest, "source": source,
        }
        line = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
        with open(self.path, "ab") as log:
            log.write(line + b"\n")
        self.previous = hashlib.sha256(line).hexdigest()


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3]))
