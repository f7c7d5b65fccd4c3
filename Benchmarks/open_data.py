"""Measures records for researchers on an invented register, and prints a table in Markdown.

Usage: open_data.py ZICHT [PYTHON]

The register has 6,000 people in five years, by sex, age class and form, as uneven as a monitor. Compared at the same epsilon and
delta: `zicht synthesize`; two-sided geometric noise on every cell of the full cross, once of the same epsilon and once of the same
rho; and, where PYTHON has pac-synth (python3 -m venv DIR; DIR/bin/pip install pac-synth), its records. Of every margin up to three
dimensions: the mean error of a combination that is there, and how many combinations were lost and invented.
"""

import csv
import itertools
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from collections import Counter

YEARS = [str(year) for year in range(2019, 2024)]
DOMAIN = {
    "year": YEARS, "sex": ["woman", "man", "other"],
    "ageClass": ["minor", "a18", "a23", "a30", "a40", "a60"],
    "formClass": ["crossSexual", "sexual", "labour", "criminal", "sexualLabour", "other", "unclear"],
}
NAMES = list(DOMAIN)
PEOPLE = 6000
EPSILON = 4.0


def register(seed=7):
    """By a seed: forms differ by sex and age, and years drift."""
    chance = random.Random(seed)
    people = []
    for _ in range(PEOPLE):
        form = chance.choices(DOMAIN["formClass"], [34, 26, 18, 10, 1.5, 3, 7.5])[0]
        woman = {"crossSexual": 0.94, "sexual": 0.95, "labour": 0.22, "criminal": 0.25}.get(form, 0.6)
        sex = "other" if chance.random() < 0.002 else "woman" if chance.random() < woman else "man"
        ages = {"sexual": [40, 30, 15, 9, 5, 0.4], "criminal": [35, 20, 14, 15, 14, 1]}.get(form, [4, 19, 30, 28, 17, 1])
        people.append((chance.choices(YEARS, [14, 16, 19, 23, 28])[0], sex,
                       chance.choices(DOMAIN["ageClass"], ages)[0], form))
    return people


def margins(rows, length):
    counts = Counter()
    for places in itertools.combinations(range(len(NAMES)), length):
        counts.update((places, tuple(row[place] for place in places)) for row in rows)
    return counts


def epsilon(rho, delta):
    best = math.inf
    for step in range(-3000, 4000):
        excess = math.exp(step / 250)
        best = min(best, rho * (1 + excess)
                   + (math.log(1 / delta) + excess * math.log(1 - 1 / (1 + excess)) - math.log(1 + excess)) / excess)
    return best


def rho_of(target, delta):
    low, high = 1e-4, 10.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if epsilon(middle, delta) < target else (low, middle)
    return math.floor(low * 1e6) / 1e6


def geometric(people, pure, seed=3):
    chance = random.Random(seed)
    counts = Counter(people)

    def draw():
        return math.floor(math.log(1 - chance.random()) / -pure)

    rows = []
    for cell in itertools.product(*DOMAIN.values()):
        rows += [cell] * max(0, counts[cell] + draw() - draw())
    return rows


PAC = """
import json, sys
import pacsynth
people, epsilon, delta = json.load(sys.stdin)
names = people.pop(0)
data = pacsynth.Dataset([names] + people)
parameters = pacsynth.DpAggregateSeededParametersBuilder().reporting_length(3).epsilon(epsilon).delta(delta).build()
maker = pacsynth.DpAggregateSeededSynthesizer(parameters)
maker.fit(data)
print(json.dumps(maker.sample()))
"""


def pac(people, python, delta):
    text = json.dumps([[NAMES] + [list(row) for row in people], EPSILON, delta])
    done = subprocess.run([python, "-c", PAC], input=text, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stderr[-400:], file=sys.stderr)
        return None
    table = json.loads(done.stdout.strip().splitlines()[-1])
    order = [table[0].index(name) for name in NAMES]
    return [tuple(row[place] for place in order) for row in table[1:]]


def folder(place, people, rho, order):
    def text(name):
        return f"{{ nl: {name}, en: {name} }}"

    variables = "\n".join(
        f"  - variable: {name}\n    kind: category\n    label: {text(name)}\n    categories:\n"
        + "\n".join(f"      - {{ code: {code}, nl: {code}, en: {code} }}" for code in DOMAIN[name]) for name in NAMES[1:])
    files = {
        "monitor.yaml": f"""
monitor: verzonnen
title: {text("Verzonnen")}
edition: "1"
publisher: {text("Niemand")}
period: {{ from: {YEARS[0]}, to: {YEARS[-1]} }}
reference-date: 2024-07-01
seed: 1
provenance: registered
introduction: {text("Verzonnen")}
publication: {{ policy: suppress, reason: {text("Verzonnen")} }}
units:
  victim: {{ label: {text("slachtoffers")}, repeats: once a year }}
open-data:
  records: {{ figure: fig-1, dimensions: [{", ".join(NAMES)}], order: {order}, budget: {rho:.6f}, total-budget: {rho:.6f} }}
""",
        "codebook.yaml": f"""
version: "1"
variables:
{variables}
  - variable: reporterGroup
    kind: category
    derived: true
    label: {text("melder")}
    categories:
      - {{ code: care, nl: Zorg, en: Care }}
""",
        "sources.yaml": f"""
grounds:
  - {{ ground: law, label: {text("Wet")}, article: Wet, lane: pseudonymous }}
sources:
  - source: zorg
    label: {text("Zorg")}
    group: care
    lane: pseudonymous
    grounds: [law]
    definition: {text("Iedereen")}
    columns:
      - {{ header: nummer, person: true, required: true, explanation: {text("Nummer")} }}
      - {{ header: year, year: true, required: true, explanation: {text("Jaar")} }}
""" + "".join(f"      - {{ header: {name}, variable: {name}, explanation: {text(name)} }}\n" for name in NAMES[1:]),
        "rules.yaml": f"""
link:
  reason: {text("Koppeling")}
  source: Verzonnen
  combine:
""" + "".join(f"    - {{ variable: {name}, from: {name}, how: firstKnown }}\n" for name in NAMES[1:]) + "rules: []\n",
        "figures.yaml": f"""
source: {text("Bron")}
figures:
  - figure: fig-1
    title: {text("Vormen")}
    measure: {text("slachtoffers")}
    unit: victim
    rows: {{ variable: formClass, name: {text("vorm")} }}
    columns: [{{ variable: year, name: {text("jaar")} }}]
    chart: none
""",
    }
    for name, content in files.items():
        (place / name).write_text(content.lstrip(), encoding="utf-8")
    (place / "deliveries").mkdir()
    for year in YEARS:
        with open(place / "deliveries" / f"zorg-{year}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["nummer"] + NAMES)
            writer.writerows([f"P{number}", *row] for number, row in enumerate(people) if row[0] == year)


def ours(people, program, rho, order):
    with tempfile.TemporaryDirectory() as made:
        place = pathlib.Path(made) / "monitor"
        place.mkdir()
        folder(place, people, rho, order)
        output = pathlib.Path(made) / "records"
        environment = {**os.environ, "ZICHT_KEY": "".join(f"{(37 * i * i + 11 * i + 5) % 256:02x}" for i in range(32))}
        subprocess.run([program, "receive", "--all", "--monitor", str(place)], capture_output=True, check=True, env=environment)
        done = subprocess.run(
            [program, "synthesize", str(place), "--second", "ander", "--reason", "meting", "--output", str(output)],
            capture_output=True, text=True, check=False, env=environment)
        if done.returncode != 0:
            sys.exit(done.stdout + done.stderr)
        rows = list(csv.reader(open(output / "records.csv", encoding="utf-8")))
        return [tuple(row) for row in rows[1:]]


def main():
    program, python = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    people = register()
    delta = 1 / (PEOPLE * math.log(PEOPLE))
    rho = rho_of(EPSILON, delta)
    print(f"epsilon {EPSILON}, delta {delta:.2e}, rho {rho}\n")
    ways = {
        "zicht, order 3": ours(people, program, rho, 3),
        "zicht, order 2": ours(people, program, rho, 2),
        "geometric on the full cross, same rho": geometric(people, math.sqrt(2 * rho)),
        "geometric on the full cross, same epsilon": geometric(people, EPSILON),
    }
    if python:
        ways["pac-synth"] = pac(people, python, delta)
    print("| way | dimensions | there | mean error | of 1 to 9 | lost | invented |")
    print("|---|---|---|---|---|---|---|")
    for way, rows in ways.items():
        if rows is None:
            continue
        for length in (1, 2, 3):
            truth, own = margins(people, length), margins(rows, length)
            errors = [abs(own[cell] - count) for cell, count in truth.items()]
            small = [abs(own[cell] - count) for cell, count in truth.items() if count < 10]
            lost = sum(1 for cell in truth if own[cell] == 0)
            invented = sum(1 for cell in own if truth[cell] == 0)
            of_small = f"{sum(small) / len(small):.2f}" if small else "–"
            print(f"| {way} | {length} | {len(truth)} | {sum(errors) / len(errors):.2f} | {of_small} | {lost} | {invented} |")


if __name__ == "__main__":
    main()
