"""Measures `zicht estimate` on tables of capture histories, and prints a table in Markdown.

Usage: estimates.py ZICHT [FOLDER]

FOLDER holds UKdat.csv, UKdat_5.csv, Ned_5.csv and NewOrl_185.csv; without it tables of the same shape are made up from
a fixed seed. One thread, so that seconds on the clock are seconds of processor; starting the program is included.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROWS = [
    ("stepwise and BCa with reselection, 1,000 replicates", "UKdat_5", ["stepwise"], "66", "0.06"),
    ("the same", "Ned_5", ["stepwise"], "78", "0.06"),
    ("the same, six lists", "UKdat", ["stepwise"], "147", "0.15"),
    ("the same, eight lists", "NewOrl_185", ["stepwise"], "667", "0.4"),
    ("BIC over all 6,893 models", "UKdat_5", ["bic", "--max-order", "4", "--interval", "log-normal"], "18", "0.05"),
    ("BIC over 32,768 models of pairs", "UKdat", ["bic", "--interval", "log-normal"], "about 80", "0.5"),
    (
        "exhaustive reselection and BCa, 6,893 models, 1,000 replicates", "UKdat_5",
        ["bic", "--max-order", "4"], "9,000-16,000", "40",
    ),
    (
        "BIC over 3,702,013 models with triples", "UKdat",
        ["bic", "--max-order", "3", "--interval", "log-normal"], "not offered", "120",
    ),
]

# Lists, persons and the chance of each list: of the size of the tables they stand in for.
SHAPES = {
    "UKdat_5": (11_000, [0.07, 0.06, 0.1, 0.1, 0.03], 5),
    "Ned_5": (50_000, [0.03, 0.03, 0.12, 0.02, 0.02], 6),
    "UKdat": (11_000, [0.07, 0.06, 0.08, 0.1, 0.03, 0.04], 7),
    "NewOrl_185": (700, [0.08, 0.05, 0.04, 0.04, 0.03, 0.03, 0.02, 0.02], 8),
}


def made_up(folder):
    """A table for each shape: independent lists but for the first two, which attract."""
    for name, (persons, chances, seed) in SHAPES.items():
        generator = random.Random(seed)
        counts = {}
        for _ in range(persons):
            history = [generator.random() < chance for chance in chances]
            if history[0] and generator.random() < 0.2:
                history[1] = True
            if any(history):
                counts[tuple(history)] = counts.get(tuple(history), 0) + 1
        lines = [",".join(f"L{i + 1}" for i in range(len(chances))) + ",count"]
        lines += [",".join("01"[on] for on in history) + f",{count}" for history, count in sorted(counts.items())]
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")


def run(zicht, table, arguments):
    """Seconds of processor and the JSON answer of one run."""
    command = [zicht, "estimate", table, "--json", "--threads", "1", "--rounding", "1", "--max-replicates", "1000"]
    command += ["--method", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, json.loads(output)


def measure(zicht, folder, names):
    print("| task | table | reference (R) | target | processor seconds | estimate |\n| --- | --- | --- | --- | --- | --- |")
    for task, table, arguments, reference, target in ROWS:
        runs = [run(zicht, folder / f"{table}.csv", arguments) for _ in range(1 if "3" in arguments else 3)]
        seconds, answer = min(runs, key=lambda item: item[0])
        print(
            f"| {task} | {names.format(table)} | {reference} | {target} | {seconds:.2f} | {answer['estimate']:,.0f} |",
            flush=True)


def main():
    zicht = sys.argv[1]
    if len(sys.argv) > 2 and sys.argv[2]:
        return measure(zicht, pathlib.Path(sys.argv[2]), "{}")
    with tempfile.TemporaryDirectory() as work:
        made_up(pathlib.Path(work))
        measure(zicht, pathlib.Path(work), "made up, as {}")


if __name__ == "__main__":
    main()
