"""Kills the program at random moments of receiving, correcting, withdrawing and building, four writers at once, and
checks that nothing is lost and nothing half: every receipt that was answered stands in the log, the log is whole, and a
workspace made anew from the folder holds what the living one holds.

    python3 Benchmarks/kill.py ZICHT [KILLS] [SEED]
"""

import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

CHECK_EVERY = 25


def run(zicht, *arguments):
    return subprocess.run([zicht, *map(str, arguments)], capture_output=True, text=True)


def log_of(folder):
    path = folder / "deliveries" / "log.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]


def state(zicht, folder, workspace):
    built = run(zicht, "build", folder, "--workspace", workspace, "--output", workspace.parent / "edition")
    if built.returncode != 0:
        sys.exit(f"the folder does not build: {built.stderr}")
    listed = json.loads(run(zicht, "deliveries", folder, "--workspace", workspace, "--json").stdout)
    return [(d["source"], d["period"], d["version"], d["status"], d["file"], d["rowsTaken"]) for d in listed]


class Study:
    def __init__(self, zicht, seed):
        self.zicht, self.random = zicht, random.Random(seed)
        self.work = pathlib.Path(tempfile.mkdtemp())
        self.folder = self.work / "regio"
        made = run(zicht, "new", "region", self.folder, "--year", 2024)
        if made.returncode != 0:
            sys.exit(made.stderr)
        # A text stops a build when its numbers are withdrawn; here only the numbers are on trial.
        for text in (self.folder / "text").iterdir():
            text.write_text("# Kort\n\nZonder getallen.\n")
        self.sources = sorted({entry["source"] for entry in log_of(self.folder)})
        self.texts = {
            source: (self.folder / "deliveries" / f"{source}-2024.csv").read_bytes() for source in self.sources}
        self.number = self.kills = self.answered = self.refused = 0

    def command(self):
        source = self.random.choice(self.sources)
        what = self.random.choice(["receive", "receive", "withdraw", "build"])
        if what == "receive":
            self.number += 1
            # Another file each time: an empty line more is another delivery with the same numbers.
            file = self.work / f"{source}-{self.number}.csv"
            contents = self.texts[source] + b"\r\n" * self.number
            file.write_bytes(contents)
            return ["receive", file, "--source", source, "--monitor", self.folder], hashlib.sha256(contents).hexdigest()
        if what == "withdraw":
            return ["withdraw", source, "2024", "--reason", "proef", "--monitor", self.folder], None
        return ["build", self.folder, "--output", self.work / "edition"], None

    def round(self, longest):
        started = []
        for _ in range(4):
            command, name = self.command()
            process = subprocess.Popen(
                [self.zicht, *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            started.append((process, name))
        ends = sorted((time.monotonic() + self.random.random() * longest, n) for n in range(4))
        for end, n in ends:
            time.sleep(max(0, end - time.monotonic()))
            if started[n][0].poll() is None:
                started[n][0].send_signal(signal.SIGKILL)
                self.kills += 1
        received = {entry.get("sha256") for entry in log_of(self.folder)}
        for process, name in started:
            code = process.wait()
            if code == 0 and name:
                self.answered += 1
                if name not in received:
                    sys.exit(f"{name} was answered as received and is not in the log")
            elif code > 0:
                self.refused += 1

    def check(self):
        fresh = self.work / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        lived = state(self.zicht, self.folder, self.folder / "workspace")
        made = state(self.zicht, self.folder, fresh)
        if lived != made:
            sys.exit(f"the living workspace differs from the one made anew:\n{lived}\n{made}")
        unnamed = run(self.zicht, "build", self.folder).stderr
        return unnamed.count("Niet ontvangen")


def main():
    # Keys of workspaces that are gone again do not belong among those of the user.
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()
    zicht = sys.argv[1]
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    study = Study(zicht, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    start = time.monotonic()
    run(zicht, "build", study.folder)
    longest = 4 * (time.monotonic() - start)
    rounds = 0
    while study.kills < kills:
        study.round(longest)
        rounds += 1
        if rounds % CHECK_EVERY == 0:
            study.check()
            print(f"{study.kills} killed, {study.answered} answered", file=sys.stderr, flush=True)
    study.check()
    entries = len(log_of(study.folder))
    print("| what | measured |\n| --- | --- |")
    print(f"| programs killed, four at work at once | {study.kills} |")
    print(f"| receipts answered, all in the log | {study.answered} |")
    print(f"| entries in the log at the end | {entries} |")
    print(f"| programs that ended with an error of their own | {study.refused} |")
    shutil.rmtree(study.work)


if __name__ == "__main__":
    main()
