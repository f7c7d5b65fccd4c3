"""Measures how fast tables are checked, and prints a table in Markdown.

Usage: tables.py ZICHT

Tables of 10,000 and 100,000 invented counts by place, age and year, in any language and without marks for totals: many short lines, few
long ones, rounded to 5, and with a fifth of the numbers withheld. One number in each is wrong, and has to be named; where numbers are
withheld only several lines together show that it is, and it is enough when it is among the numbers of the contradiction.
"""

import csv
import pathlib
import random
import resource
import json
import subprocess
import sys
import tempfile

SHAPES = [
    ("10,000, many lines", 49, 19, 10, 1, 0), ("10,000, long lines, rounded to 5", 999, 9, 1, 5, 0),
    ("10,000, many lines, rounded to 5", 49, 19, 10, 5, 0), ("10,000, many lines, a fifth withheld", 49, 19, 10, 1, 0.2),
    ("10,000, long lines, a fifth withheld", 999, 9, 1, 1, 0.2), ("100,000, many lines", 199, 49, 10, 1, 0),
    ("100,000, long lines", 4999, 19, 1, 1, 0), ("100,000, long lines, rounded to 5", 4999, 19, 1, 5, 0),
    ("100,000, long lines, a fifth withheld", 4999, 19, 1, 1, 0.2),
]
HEAD = "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note".split(",")


def withheld(chance, places, ages, years, wrong, part):
    """Which numbers are withheld: at random, and four that the wrong number contradicts by way of their rows and columns."""
    row, column, year = wrong
    rows, columns = (row, (row + 1) % places), ((column + 1) % ages, (column + 2) % ages)
    hidden = {
        (place, age, at) for at in range(years) for place in range(places) for age in range(ages)
        if chance.random() < part and not (at == year and (place in rows or age in columns))}
    return hidden | {(place, age, year) for place in rows for age in columns}


def table(path, places, ages, years, step, part=0, seed=1):
    """Every margin is there; the wrong number is ten times what it was, or 50 more where numbers are withheld."""
    chance = random.Random(seed)
    counts = {}
    for place in range(places):
        for age in range(ages):
            for year in range(years):
                count = chance.randint(20, 400)
                for row in (place, places):
                    for column in (age, ages):
                        counts[row, column, year] = counts.get((row, column, year), 0) + count
    wrong = (places // 2, ages // 2, years - 1)
    hidden = withheld(chance, places, ages, years, wrong, part) if part else set()
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for (row, column, year), count in sorted(counts.items()):
            value = round(count / step) * step
            if (row, column, year) == wrong:
                value = value + 50 if part else value * 10
            status = "suppressed" if (row, column, year) in hidden else "printed"
            place = "I alt" if row == places else f"sted {row}"
            age = "Sum" if column == ages else f"alder {column}"
            writer.writerow(
                ["t", "folk", "sted", place, "alder", age, "tid", f"t{year}", "" if status == "suppressed" else value,
                 "folk", 0, status, "", ""])
    return f"t|sted {wrong[0]}|alder {wrong[1]}|t{wrong[2]}", len(counts)


def main():
    zicht = sys.argv[1]
    print("| cells | seconds of processor | MiB | found | by name |\n|---|---:|---:|---:|---:|")
    for name, *shape in SHAPES:
        with tempfile.TemporaryDirectory() as folder:
            wrong, count = table(pathlib.Path(folder) / "t.csv", *shape)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            answer = subprocess.run(
                [zicht, "check-tables", folder, "--json"], capture_output=True, text=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            found = json.loads(answer.stdout)
            seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            named = sum(wrong in item["cells"][:None if shape[-1] else 1] for item in found)
            print(f"| {name} ({count:,}) | {seconds:.1f} | {after.ru_maxrss / 1024:.0f} | {len(found)} | {named} |")


if __name__ == "__main__":
    main()
