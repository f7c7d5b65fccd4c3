"""Measures `zicht protect` and `zicht audit` on count tables, and prints a table in Markdown.

Usage: disclosure.py ZICHT FOLDER [TABLE ...]

FOLDER holds M546.csv, H10k_sparse.csv and H100k_sparse.csv: inner cells, one row a cell, the count in `freq`. Seconds are of
processor time, starting the program and reading and writing files included. Where highspy is installed
(python3 -m venv DIR; DIR/bin/pip install highspy numpy) the last column counts sensitive cells that are narrower than
the policy, by a linear programme over inner cells that shares nothing with ours: of all, or of every n-th where there are many.
"""

import csv
import importlib.util
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

NESTED = {"mun": "prov", "country": "region"}
MINIMUM = 5
CHECKED = 100
TABLES = {
    "M546": [(zeros, level, assurance, method) for assurance in ("inside", "outside") for method in ("exact", "fast")
             for zeros in ("hidden", "published") for level in ("L2", "L3")],
    "H10k_sparse": [(zeros, "L2", assurance, "exact") for assurance in ("inside", "outside")
                    for zeros in ("hidden", "published")],
    "H100k_sparse": [("hidden", "L2", "inside", "exact")],
}


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return result, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Truth:
    """Inner cells, and every margin as the list of those it adds up."""

    def __init__(self, path):
        rows = list(csv.DictReader(open(path, encoding="utf-8")))
        columns = [name for name in rows[0] if name != "freq"]
        self.counts = [int(row["freq"]) for row in rows]
        self.cells = {}
        for place, row in enumerate(rows):
            choices = [{}]
            for name in columns:
                shown = []
                for choice in choices:
                    if NESTED.get(name) is None or NESTED[name] in choice:
                        shown.append({**choice, name: row[name]})
                    shown.append(choice)
                choices = shown
            for choice in choices:
                self.cells.setdefault(tuple(sorted(choice.items())), []).append(place)


def shown(path):
    """Each cell with its count, or None where it is hidden."""
    result = {}
    for row in csv.DictReader(open(path, encoding="utf-8")):
        number = 1
        key = []
        while f"dim{number}" in row:
            if row[f"dim{number}_value"] != "Totaal":
                key.append((row[f"dim{number}"], row[f"dim{number}_value"]))
            number += 1
        if row["status"] in ("printed", "suppressed"):
            result[tuple(sorted(key))] = int(row["value"]) if row["status"] == "printed" else None
    return result


def narrowed(truth, printed, lower, level):
    """How many sensitive cells an intruder can narrow, and how many were looked at."""
    import highspy
    import numpy

    solver = highspy.Highs()
    solver.setOptionValue("log_to_console", False)
    solver.setOptionValue("output_flag", False)
    infinity = highspy.kHighsInf
    hidden = {key for key, value in printed.items() if value is None}
    fine = max(len(key) for key in truth.cells)
    leaf = {places[0]: key for key, places in truth.cells.items() if len(key) == fine}
    column = {}
    for place, key in sorted(leaf.items()):
        if key in hidden:
            column[place] = len(column)
            solver.addVar(lower, infinity)
    rows = set()
    for key, places in truth.cells.items():
        if len(key) == fine:
            continue
        free = tuple(column[place] for place in places if place in column)
        fixed = sum(truth.counts[place] for place in places if place not in column)
        if not free:
            continue
        low, high = (lower - fixed, infinity) if key in hidden else (printed[key] - fixed, printed[key] - fixed)
        if (free, low, high) not in rows:
            rows.add((free, low, high))
            solver.addRow(low, high, len(free), numpy.array(free, dtype=numpy.int32), numpy.ones(len(free)))
    sensitive = [key for key, places in sorted(truth.cells.items())
                 if 1 <= sum(truth.counts[place] for place in places) < MINIMUM]
    step = max(1, len(sensitive) // CHECKED)
    need = MINIMUM - 1 if level == "L2" else MINIMUM
    solver.setOptionValue("presolve", "off")
    bad = 0
    every = numpy.arange(len(column), dtype=numpy.int32)
    for key in sensitive[::step]:
        free = [column[place] for place in truth.cells[key] if place in column]
        fixed = sum(truth.counts[place] for place in truth.cells[key] if place not in column)
        ends = []
        for sign in (1.0, -1.0):
            costs = numpy.zeros(len(column))
            costs[free] = sign
            solver.changeColsCost(len(column), every, costs)
            solver.run()
            status = solver.getModelStatus()
            if status == highspy.HighsModelStatus.kOptimal:
                ends.append(sign * solver.getInfo().objective_function_value + fixed)
            else:
                ends.append(float("-inf") if sign > 0 else float("inf"))
        if ends[0] > 1 + 1e-6 or ends[1] < need - 1e-6:
            bad += 1
    return bad, len(sensitive[::step])


def measure(zicht, table, path, case, has_solver):
    zeros, level, assurance, method = case
    truth = Truth(path) if has_solver else None
    with tempfile.TemporaryDirectory() as folder:
        policy = pathlib.Path(folder, "policy")
        policy.write_text(f"minimum: {MINIMUM}\nzeros: {zeros}\nlevel: {level}\nassurance: {assurance}\n"
                          f"method: {method}\n")
        output = pathlib.Path(folder, "out")
        result, protecting = timed(
            [zicht, "protect", str(path), "--policy", str(policy), "--output", str(output), "--json"])
        try:
            found = json.loads(result.stdout)
        except json.JSONDecodeError:
            return [table, zeros, level, assurance, method, result.stderr.strip(), "", "", "", "", ""]
        audit, auditing = timed([zicht, "audit", str(output), "--policy", str(policy), "--json"])
        counts = json.loads(audit.stdout)["counts"]
        said = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()) if verdict != "safe")
        check = ""
        if has_solver:
            bad, looked = narrowed(truth, shown(next(output.glob("*.csv"))), 1 if zeros == "published" else 0, level)
            check = f"{bad} of {looked}"
        return [table, zeros, level, assurance, method, str(found["secondary"]), str(found["secondaryTotal"]),
                str(len(found["unreachable"])), f"{protecting:.1f}", f"{auditing:.1f}", said, check]


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    zicht, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    has_solver = importlib.util.find_spec("highspy") is not None
    print("| table | zeros | level | assurance | method | cells beyond | persons | unreachable | protect, s | audit, s | "
          "the audit says | narrow by HiGHS |")
    print("|---" * 12 + "|")
    for table in sys.argv[3:] or TABLES:
        for case in TABLES[table]:
            row = measure(zicht, table, folder / f"{table}.csv", case, has_solver)
            print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
