"""Cuts the program off, and the power under it, at every place where that can hurt, and looks at what is left.

    python3 Benchmarks/crash/crash.py ZICHT [STATES] [SEED] [without-flushes]

One story is told: a delivery with names is received, corrected, built, withdrawn and received again. While the program
runs, `preload.c` writes down every call that changes a file. From that trace come the states that a disk can be in:

- killed: everything up to a call, nothing after it; every call once, or as many as a third of the states allows;
- power: up to a call, of what was not flushed by then any part may be missing: names of files from some point on, writes
  each on their own and torn at 4,096 bytes;
- failing: the program is run again and one call fails, with an input-output error or a full disk.

Of every state this must hold: what was answered as received or withdrawn is so after the next build; that build and
`zicht verify` succeed; the edition is one of the editions that there were; nothing is there that was never received; and
the personal details in the vault are those of the deliveries.

With `without-flushes` every flush is taken for nothing and the power is cut: then there have to be faults, or the
study sees none.
"""

import collections
import json
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
# How many persons are in the files of the story, in the order in which they are received.
RECEIVED = [40, 60, 40]
HEADER = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking\n"
PAGE = 4096


def rows(count, word):
    return "".join(f"P-{n:05};2018;arbeid;{20 + n % 30};NL;given;{word}{n};\n" for n in range(count))


class Story:
    """The commands in their order, each with what a workspace holds after it: version and status of the delivery."""

    def __init__(self, zicht, work):
        self.zicht, self.work = zicht, work
        self.folder, self.files = work / "monitor", work / "files"
        self.files.mkdir()
        (self.files / "one.csv").write_text(HEADER + rows(40, "Eerste"))
        (self.files / "two.csv").write_text(HEADER + rows(60, "Tweede"))
        self.commands = [
            ["receive", self.files / "one.csv", "--source", "zorg", "--monitor", "."],
            ["receive", self.files / "two.csv", "--source", "zorg", "--monitor", "."],
            ["build", "."],
            ["withdraw", "zorg", "2018", "--reason", "proef", "--monitor", "."],
            ["receive", self.files / "one.csv", "--source", "zorg", "--monitor", "."],
            ["build", "."],
            ["retain", ".", "--erase", "--second", "ander", "--reason", "proef"],
        ]
        # What stands in the log after each number of commands that were answered.
        self.history = [
            [], [("received", 40)], [("received", 40), ("received", 60)], [("received", 40), ("received", 60)],
            [("received", 40), ("received", 60), ("withdrawn", 0)],
            [("received", 40), ("received", 60), ("withdrawn", 0), ("received", 40)],
            [("received", 40), ("received", 60), ("withdrawn", 0), ("received", 40)],
        ]
        # The three files that are kept are written anew; a power cut can leave part of the lines that say so.
        self.history += [self.history[-1] + [("erased", 0)] * count for count in (1, 2, 3)]
        self.lines_of_last = 3

    def fresh(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(HERE / "monitor", self.folder)
        (self.folder / "workspace").mkdir(mode=0o700)

    def run(self, number, **environment):
        return self.ask(self.commands[number], **environment)

    def ask(self, command, **environment):
        # The key is on the disk that is tried, too.
        keys = {"XDG_CONFIG_HOME": str(self.folder / ".config")}
        return subprocess.run(
            [self.zicht, *map(str, command)], cwd=self.folder, capture_output=True, text=True,
            env={**os.environ, **keys, **environment})


Event = collections.namedtuple("Event", "kind one other offset data")


def read_trace(path):
    raw, place, events = path.read_bytes(), 0, []

    def number():
        nonlocal place
        place += 8
        return struct.unpack_from("<Q", raw, place - 8)[0]

    def text():
        nonlocal place
        count = number()
        place += count
        return raw[place - count : place]

    while place < len(raw):
        kind = chr(number())
        one, other, offset, data = text().decode(), text().decode(), number(), text()
        events.append(Event(kind, one, other, offset, data))
    return events


class Disk:
    """What a trace does to names and contents. A name leads to a file, a file is a list of changes with their places in
    the trace; a change is flushed or it is not."""

    def __init__(self, root):
        self.root = root
        self.names = {}  # path -> file number, or None for a folder
        self.files = []  # file -> [[index, event, flushed index or None]]
        self.moves = []  # [index, event, files at that moment]
        self.flushed_moves = 0
        self.start = {}
        for path in sorted(root.rglob("*")):
            self.start[str(path)] = None if path.is_dir() else self.add(path.read_bytes())
        self.names = dict(self.start)

    def add(self, contents=b""):
        self.files.append([[-1, Event("W", "", "", 0, contents), -1]] if contents else [])
        return len(self.files) - 1

    def follow(self, events):
        for index, event in enumerate(events):
            if event.kind == "W" or event.kind == "T":
                if self.names.get(event.one) is not None:
                    self.files[self.names[event.one]].append([index, event, None])
            elif event.kind == "F":
                self.flush_file(event.one, index)
            elif event.kind == "D":
                for move in self.moves:
                    # A journal keeps the order of names: what is flushed takes what came before it along.
                    move[3] = index if move[3] is None else move[3]
            elif event.kind == "S":
                for path in list(self.names):
                    self.flush_file(path, index)
                for move in self.moves:
                    move[3] = index if move[3] is None else move[3]
            elif event.kind in "CRXUML":
                file = self.add() if event.kind == "C" else None
                self.moves.append([index, event, file, None])
                apply(self.names, event, file)

    def flush_file(self, path, index):
        file = self.names.get(path)
        if file is None:
            return
        for change in self.files[file]:
            change[2] = index if change[2] is None else change[2]

    def state(self, upto, keep_move, keep_write):
        """The tree after the calls before `upto`. What is not flushed by then is kept when the functions say so."""
        names = dict(self.start)
        for index, event, file, flushed in self.moves:
            if index >= upto:
                break
            if (flushed is None or flushed >= upto) and not keep_move(index):
                break
            apply(names, event, file)
        tree = {}
        for path, file in names.items():
            if file is None:
                tree[path] = None
                continue
            contents = bytearray()
            for index, event, flushed in self.files[file]:
                if index >= upto:
                    break
                data = event.data
                if flushed is None or flushed >= upto:
                    data = keep_write(index, event)
                    if data is None:
                        continue
                if event.kind == "T":
                    contents = contents[: event.offset] + bytes(max(0, event.offset - len(contents)))
                else:
                    if len(contents) < event.offset:
                        contents += bytes(event.offset - len(contents))
                    contents[event.offset : event.offset + len(data)] = data
            tree[path] = bytes(contents)
        return tree


def apply(names, event, file):
    def moved(one, other):
        return {other + path[len(one):]: names.pop(path) for path in list(names) if path == one or path.startswith(one + "/")}

    if event.kind == "C":
        names[event.one] = file
    elif event.kind == "M":
        names[event.one] = None
    elif event.kind == "U":
        names.pop(event.one, None)
    elif event.kind == "R":
        gone = moved(event.one, event.other)
        for path in list(names):
            if path == event.other or path.startswith(event.other + "/"):
                names.pop(path)
        names.update(gone)
    elif event.kind == "L":
        if event.one in names:
            names[event.other] = names[event.one]
    elif event.kind == "X":
        one, other = moved(event.one, event.other), moved(event.other, event.one)
        names.update(one)
        names.update(other)


def write(tree, root):
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(mode=0o700)
    for path in sorted(tree):
        place = pathlib.Path(path)
        if tree[path] is None:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path, contents in tree.items():
        if contents is not None:
            place = pathlib.Path(path)
            if not place.parent.exists():
                continue
            place.write_bytes(contents)
            place.chmod(0o600)


class Study:
    def __init__(self, zicht, seed, counts_flushes=True):
        self.counts_flushes = counts_flushes
        self.work = pathlib.Path(tempfile.mkdtemp()).resolve()
        self.zicht, self.random = zicht, random.Random(seed)
        self.story = Story(zicht, self.work)
        self.preload = self.work / "preload.so"
        subprocess.run(
            ["clang", "-O1", "-shared", "-fPIC", "-o", self.preload, HERE / "preload.c", "-ldl", "-lpthread"], check=True)
        self.counts, self.faults = collections.Counter(), []
        self.editions = set()

    def tell(self):
        """Runs the story, and returns its disk, its number of calls and, by call, how many commands were answered."""
        self.story.fresh()
        trace = self.work / "trace"
        trace.unlink(missing_ok=True)
        disk = Disk(self.story.folder)
        answered = []
        for number in range(len(self.story.commands)):
            shutil.copytree(self.story.folder, self.before(number), symlinks=True)
            done = self.story.run(
                number, LD_PRELOAD=str(self.preload), CRASH_ROOT=str(self.story.folder), CRASH_TRACE=str(trace))
            if done.returncode != 0:
                sys.exit(f"the story itself does not run: {done.stderr}")
            # An answer is an answer from the moment it is written.
            events = read_trace(trace)
            last = max((index for index, event in enumerate(events) if event.kind == "A"), default=len(events))
            answered.append(last + 1)
            if self.story.commands[number][0] == "build":
                self.editions.add(digest(self.story.folder / "edition"))
        events = read_trace(trace)
        disk.follow(events if self.counts_flushes else [event._replace(kind="A") if event.kind in "FDS" else event for event in events])
        live = {str(path): None if path.is_dir() else path.read_bytes() for path in self.story.folder.rglob("*")}
        traced = disk.state(len(events), lambda _: True, lambda _, event: event.data)
        for path in set(live) | set(traced):
            if "-shm" not in path and live.get(path, 0) != traced.get(path, 0):
                sys.exit(f"the trace does not explain {path}")
        return disk, events, answered

    def before(self, number):
        """Where a copy lies of the folder as a command found it."""
        return self.work / f"before-{number}"

    def killed(self, disk, upto):
        return disk.state(upto, lambda _: True, lambda _, event: event.data)

    def cut(self, disk, upto):
        share = self.random.choice([0, 0.3, 0.7, 0.95])
        last_move = self.random.randrange(upto + 1)

        def keep_write(_, event):
            if self.random.random() > share:
                return None
            if event.kind == "W" and len(event.data) > PAGE and self.random.random() < 0.3:
                return event.data[: self.random.randrange(0, len(event.data), PAGE)]
            return event.data

        return disk.state(upto, lambda index: index < last_move, keep_write)

    def judge(self, kind, place, answered):
        """Looks at the folder as it lies there."""
        self.counts[kind] += 1
        at_least = sum(1 for last in answered if place >= last)
        fault = self.fault(at_least)
        if fault:
            self.faults.append(f"{kind} {place}: {fault}")
            print(self.faults[-1], flush=True)
            shutil.rmtree(self.work / f"fault-{len(self.faults)}", ignore_errors=True)

    def fault(self, at_least):
        folder, history = self.story.folder, self.story.history
        edition = folder / "edition"
        if edition.exists() and digest(edition) not in self.editions:
            return "the edition is half"
        before = log_of(folder)
        if at_least == len(self.story.commands):
            at_least += self.story.lines_of_last - 1
        if before is None or before not in history[at_least:]:
            return f"the log says {before}, {at_least} commands were answered"
        built = self.story.ask(["build", "."])
        if built.returncode not in (0,) and not (before == [] and built.returncode == 65):
            return f"build ends with {built.returncode}: {built.stderr[-300:]}"
        if log_of(folder) != before:
            return "a build changed the log"
        if any(".part" in path.name for path in folder.rglob(".*")):
            return "half a copy is left"
        verified = self.story.ask(["verify", ".", "--json"])
        if verified.returncode != 0:
            return f"verify ends with {verified.returncode}: {verified.stderr[-300:]}"
        answer = json.loads(verified.stdout)
        wanted = sum(count for action, count in before if action == "received")
        is_erasing = any(action == "erased" for action, _ in before)
        if before and (answer["rows"] != wanted or answer["details"] not in ([0, wanted] if is_erasing else [wanted])):
            return f"{wanted} rows and details were received, {answer['rows']} and {answer['details']} are there"
        return self.fault_of_erasing(is_complete=at_least >= len(self.story.commands)) if is_erasing else None

    def fault_of_erasing(self, is_complete):
        """What was answered as erased is gone; what was stopped halfway is finished by the same command."""
        left = self.story.ask(["retain", ".", "--json"])
        if is_complete and left.returncode != 0:
            return f"after erasing, retain ends with {left.returncode}: {left.stdout[-300:]}"
        again = self.story.run(len(self.story.commands) - 1)
        if again.returncode != 0:
            return f"erasing again ends with {again.returncode}: {again.stderr[-300:]}"
        verified = self.story.ask(["verify", ".", "--json"])
        if verified.returncode != 0 or json.loads(verified.stdout)["details"] != 0:
            return f"after erasing again, verify says {verified.stdout[-300:]} {verified.stderr[-300:]}"
        shutil.rmtree(self.story.folder / "workspace")
        built = self.story.ask(["build", "."])
        if built.returncode != 0 or digest(self.story.folder / "edition") not in self.editions:
            return f"the edition is another one when the workspace is made anew: {built.stderr[-300:]}"
        return None

    def states(self, count):
        disk, events, answered = self.tell()
        places = [index for index, event in enumerate(events) if event.kind not in "AFDS"]
        print(f"{len(events)} calls, {len(places)} of them change something", flush=True)
        kills = min(count // 3, len(places)) if self.counts_flushes else 0
        for place in sorted(self.random.sample(places, kills)):
            write(self.killed(disk, place + 1), self.story.folder)
            self.judge("killed", place + 1, answered)
        while sum(self.counts.values()) < (2 * count // 3 if self.counts_flushes else count):
            place = self.random.randrange(1, len(events) + 1)
            write(self.cut(disk, place), self.story.folder)
            self.judge("power", place, answered)

    def failing(self, count):
        """Each command from a sound state, with one call that fails."""
        while sum(self.counts.values()) < count:
            number = self.random.randrange(len(self.story.commands))
            shutil.rmtree(self.story.folder)
            shutil.copytree(self.before(number), self.story.folder, symlinks=True)
            call = self.random.randrange(1, 60)
            error = self.random.choice([5, 28])
            done = self.story.run(
                number, LD_PRELOAD=str(self.preload), CRASH_ROOT=str(self.story.folder), CRASH_FAIL=str(call),
                CRASH_ERRNO=str(error))
            if done.returncode not in (0, 65, 74):
                self.faults.append(f"failing {number} {call}: ends with {done.returncode}: {done.stderr[-300:]}")
                print(self.faults[-1], flush=True)
            self.judge("error" if error == 5 else "full", 0, [0] * (number + (done.returncode == 0)))


def log_of(folder):
    path = folder / "deliveries" / "log.jsonl"
    if not path.exists():
        return []
    try:
        entries = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    except ValueError:
        return None
    # What is kept is sealed, and so other than what came; the story says which came when.
    sizes = iter(RECEIVED)
    return [(entry["action"], next(sizes, 0) if entry["action"] == "received" else 0) for entry in entries]


def digest(folder):
    return hash(tuple((str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()))


def main():
    zicht = pathlib.Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    counts_flushes = "without-flushes" not in sys.argv
    study = Study(zicht, int(sys.argv[3]) if len(sys.argv) > 3 else 1, counts_flushes)
    try:
        study.states(count)
        study.failing(count)
    finally:
        shutil.rmtree(study.work)
    print("| what | states |\n| --- | --- |")
    for kind, number in sorted(study.counts.items()):
        print(f"| {kind} | {number} |")
    print(f"| faults | {len(study.faults)} |")
    sys.exit(bool(study.faults) == counts_flushes)


if __name__ == "__main__":
    main()
