"""Builds the release of one national and sixty municipality reports over the same persons, as 62 tidy tables.

Usage: linked.py LINKED.csv FOLDER

LINKED.csv holds inner cells of `prov`, `mun`, `region`, `form` and `year` with the count in `freq`. The national report prints
region by form by year (294 cells) and province by region (91), each municipality region by form (42), all with their
margins and noughts: 2,905 cells.
"""

import collections
import csv
import itertools
import pathlib
import sys

TOTAL = "Totaal"


def write(path, figure, rows, fixed, columns):
    """One table: the cross of `columns` with all margins, of the rows that have the category in `fixed`."""
    chosen = [row for row in rows if all(row[name] == value for name, value in fixed.items())]
    counts = collections.Counter()
    for row in chosen:
        for kept in itertools.product([True, False], repeat=len(columns)):
            counts[tuple(row[name] if keep else TOTAL for name, keep in zip(columns, kept))] += int(row["freq"])
    levels = [sorted({row[name] for row in rows}) + [TOTAL] for name in columns]
    names = list(fixed) + columns
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["figure"] + [f"dim{number}{end}" for number in range(1, len(names) + 1) for end in ("", "_value")]
                     + ["value", "is_total", "status"])
        for place in itertools.product(*levels):
            values = list(fixed.values()) + list(place)
            out.writerow([figure] + [field for pair in zip(names, values) for field in pair]
                         + [counts[place], int(TOTAL in place), "printed"])


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "national-form.csv", "national-form", rows, {}, ["region", "form", "year"])
    write(folder / "national-province.csv", "national-province", rows, {}, ["prov", "region"])
    for name in sorted({row["mun"] for row in rows}):
        write(folder / f"municipality-{name}.csv", "municipality", rows, {"mun": name}, ["region", "form"])


if __name__ == "__main__":
    main()
