"""Compares tabulation with DuckDB on the same cases in the same run, and checks that both give the same numbers.

Usage: duckdb_compare.py ZICHT_BENCH MONITOR [NOTIFICATIONS]      (needs: pip install duckdb numpy)

DuckDB holds the cases in memory, packed as Zicht packs them, and answers each figure with one grouping as fine as the
figure needs; adding those few groups up to cells is left out of its time.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb
import numpy

RUNS = 7


def processor_seconds():
    times = os.times()
    return times.user + times.system


def loaded(folder, columns):
    arrays = {name: numpy.fromfile(folder / f"{name}.column", dtype=kind) for name, kind in columns.items()}
    database = duckdb.connect()
    database.execute("CREATE TABLE cases AS SELECT * FROM arrays")
    return database


def measured(database, figures, threads):
    database.execute(f"SET threads = {threads}")
    walls, processors, answers = [], [], []
    for _ in range(RUNS):
        start, before = time.monotonic(), processor_seconds()
        answers = [database.execute(figure["sql"]).fetchall() for figure in figures]
        walls.append(time.monotonic() - start)
        processors.append(processor_seconds() - before)
    return statistics.median(walls), statistics.median(processors), answers


def differences(figure, answer):
    """Cells that the database and Zicht give differently."""
    wrong = 0
    for row, panel, columns, numerator, denominator in figure["cells"]:
        first = 0 if figure["rows"] == "series" else 1
        groups = [group for group in answer if group[first + panel] in columns]
        if row == -1:
            total, known = sum(group[-2] for group in groups), sum(group[-1] for group in groups)
            wrong += total * denominator != numerator * known
            continue
        panels = max(cell[1] for cell in figure["cells"]) + 1
        if figure["rows"] == "series":
            count = sum(group[panels + row] for group in groups)
        elif figure["rows"] == "members":
            count = sum(group[1 + panels] for group in groups if group[0] & row)
        else:
            count = sum(group[1 + panels] for group in groups if group[0] == row)
        wrong += count != numerator
    return wrong


def main():
    bench, monitor = sys.argv[1], sys.argv[2]
    notifications = sys.argv[3] if len(sys.argv) > 3 else "10000000"
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        zicht = json.loads(subprocess.check_output([bench, "tabulate", notifications, monitor, work]))
        plan = json.loads((folder / "figures.json").read_text())
        database = loaded(folder, plan["columns"])
    figures = plan["figures"]
    print(f"{zicht['notifications']:,} notifications, {zicht['cases']:,} cases, {len(figures)} figures counted by both")
    print("| workers | Zicht | DuckDB | ratio | Zicht, processor | DuckDB, processor |\n|---|---|---|---|---|---|")
    for threads in [1, 2]:
        wall, processor, answers = measured(database, figures, threads)
        own, own_processor = zicht[f"tabulateSeconds{threads}"], zicht[f"tabulateProcessorSeconds{threads}"]
        print(f"| {threads} | {own:.3f} s | {wall:.3f} s | {wall / own:.1f} | {own_processor:.3f} s | {processor:.3f} s |")
    wrong = sum(differences(figure, answer) for figure, answer in zip(figures, answers))
    cells = sum(len(figure["cells"]) for figure in figures)
    print(f"cells compared: {cells:,}; different: {wrong}; same tables with one worker and two: {zicht['sameTables']}")
    sys.exit(1 if wrong or not zicht["sameTables"] else 0)


if __name__ == "__main__":
    main()
