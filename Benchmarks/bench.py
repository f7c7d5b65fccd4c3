"""Measures the built program on generated deliveries and on the shipped edition, and prints a table in Markdown.

Usage: bench.py ZICHT NATIONAL_MONITOR [NOTIFICATIONS]
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import deliveries


def run(arguments):
    """Seconds on the clock, seconds of processor, peak memory in MiB and the JSON answer of one run."""
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, arguments))} ended with status {status}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, json.loads(output or b"{}")


def shipped(zicht, national, runs=5):
    walls, memories = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as work:
            wall, _, memory, _ = run([zicht, "build", national, "--workspace", f"{work}/w", "--output", f"{work}/e", "--json"])
            walls.append(wall)
            memories.append(memory)
    return statistics.median(walls), max(memories)


def together(zicht, folders, runs=5):
    """All editions, one after the other, each from a fresh workspace: medians of the clock and of the processor."""
    walls, processors = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as work:
            answers = [
                run([zicht, "build", folder, "--workspace", f"{work}/{n}/w", "--output", f"{work}/{n}/e", "--json"])
                for n, folder in enumerate(folders)
            ]
            walls.append(sum(answer[0] for answer in answers))
            processors.append(sum(answer[1] for answer in answers))
    return statistics.median(walls), statistics.median(processors)


def generated(zicht, national, notifications):
    work = pathlib.Path(tempfile.mkdtemp())
    try:
        folder = work / "gemaakt"
        deliveries.write(folder, notifications, pathlib.Path(national))
        size = sum(file.stat().st_size for file in (folder / "deliveries").iterdir()) / 1e6
        first = run([zicht, "build", folder, "--json"])
        again = [run([zicht, "build", folder, "--json"]) for _ in range(3)]
        database = (folder / "workspace" / "zicht.sqlite").stat().st_size / 1e6
        return size, database, first, again
    finally:
        shutil.rmtree(work)


def main():
    # Keys of workspaces that are gone again do not belong among those of the user.
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()
    zicht, national = sys.argv[1], sys.argv[2]
    notifications = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000_000
    wall, memory = shipped(zicht, national)
    print("| what | measured |\n| --- | --- |")
    print(f"| national edition, fresh workspace, median of 5 | {wall:.2f} s, {memory:.0f} MiB |")
    folders = sorted(path for path in pathlib.Path(national).parent.iterdir() if (path / "monitor.yaml").exists())
    wall, processor = together(zicht, folders)
    print(
        f"| all {len(folders)} shipped editions, one after the other, fresh workspaces, median of 5 | {wall:.2f} s,"
        f" {processor:.2f} s of processor |"
    )
    size, database, first, again = generated(zicht, national, notifications)
    timings = first[3]["seconds"]
    receive = timings["receive"]
    print(f"| deliveries | {notifications:,} notifications by 20 reporters, {size:,.0f} MB of CSV |")
    print(f"| receive with full validation | {receive:.1f} s, {notifications / receive:,.0f} rows/s |")
    print(f"| peak memory of receive and build together | {first[2]:,.0f} MiB |")
    print(f"| database | {database:,.0f} MB |")
    for stage in ["snapshot", "link", "classify", "tabulate", "report"]:
        seconds = statistics.median([answer[3]["seconds"][stage] for answer in again])
        print(f"| {stage}, median of 3 | {seconds:.2f} s |")
    print(f"| build without new deliveries, median of 3 | {statistics.median([a[0] for a in again]):.1f} s |")


if __name__ == "__main__":
    main()
