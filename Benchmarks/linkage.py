"""Links one register of invented people with zicht and with Splink on DuckDB, in one run.

Usage: linkage.py ZICHT RECORDS [FILE.csv PERSON]

Without FILE a register is made up, by a generator with a fixed seed: households of one to five who share surname, street, town, postcode
and often a telephone; each person has one to four records; one name in nine is mistyped, cut to a letter or left out, one date in
twelve is wrong in a part or 1 January, a tenth of the records has another address, and identity numbers stand in one of six. With FILE its
column PERSON says who is who, and is taken out before either tool sees it; the columns are those of the invented register.

Splink (Linacre and others 2022) has comparisons, blocking rules and training as its guide advises for such columns: u from five million
random pairs, m by two sessions of expectation-maximisation. Its clusters are those at the best of five thresholds, chosen by the truth;
zicht gets no such help. Both use all cores. Seconds are of the processor, of the whole
process; memory is the largest resident set. F1 is over all true pairs, of the pairs within persons.
"""

import collections
import csv
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

COLUMNS = ["rec_id", "first_name", "surname", "birth_date", "sex", "street_number", "street_name", "city", "postcode",
           "phone", "id_number"]
THRESHOLDS = [0.5, 0.9, 0.99, 0.999, 0.9999]
SYLLABLES = ["an", "be", "ca", "da", "el", "fi", "ga", "he", "is", "jo", "ka", "li", "ma", "no", "ol", "pe", "ro", "sa",
             "ti", "ur", "va", "we", "yo", "za"]


def name(rng, skew, count):
    """The more common the lower its number, as names are."""
    number = int(count * rng.random() ** skew)
    parts = []
    while not parts or number:
        number, part = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[part])
    return "".join(parts) + "nrst"[len(parts) % 4]


def mistyped(rng, word):
    if len(word) < 3:
        return word
    place = rng.randrange(len(word) - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:place] + word[place + 1:]
    if kind == 1:
        return word[:place] + word[place + 1] + word[place] + word[place + 2:]
    return word[:place] + rng.choice("aeiounrst") + word[place + 1:]


def address(rng, towns):
    town = int(towns * rng.random() ** 2)
    return [str(rng.randrange(1, 200)), name(rng, 1, 4000) + " lane", f"town{town:04d}", f"{town * 7 + rng.randrange(7):05d}"]


def person(rng, surname, born):
    return {"first": name(rng, 2.2, 3000), "surname": surname, "sex": rng.choice("FM"),
            "birth": (born, rng.randrange(1, 13), rng.randrange(1, 29)),
            "id": f"{rng.randrange(10 ** 8, 10 ** 9)}" if rng.random() < 0.4 else ""}


def record(rng, one, home, phone, towns):
    def written(word):
        draw = rng.random()
        return word if draw > 0.11 else "" if draw < 0.01 else word[:1] if draw < 0.03 else mistyped(rng, word)
    year, month, day = one["birth"]
    draw = rng.random()
    if draw < 0.02:
        month, day = 1, 1
    elif draw < 0.05:
        day = rng.randrange(1, 29)
    elif draw < 0.07:
        month, day = (day, month) if day <= 12 else (month, day)
    elif draw < 0.085:
        year += rng.choice([-10, -1, 1, 10])
    place = address(rng, towns) if rng.random() < 0.1 else home
    return [written(one["first"]), written(one["surname"]), f"{year}-{month:02d}-{day:02d}",
            one["sex"] if rng.random() > 0.01 else "", *place, phone if rng.random() < 0.3 else "",
            one["id"] if rng.random() < 0.4 else ""]


def register(count, seed=2026):
    rng = random.Random(seed)
    towns, persons, rows = max(20, count // 300), 0, []
    while len(rows) < count:
        surname, home, phone = name(rng, 2, 20000), address(rng, towns), f"06{rng.randrange(10 ** 8):08d}"
        for _ in range(rng.choice([1, 1, 1, 2, 2, 3, 4, 5])):
            one = person(rng, surname if rng.random() < 0.85 else name(rng, 2, 20000), rng.randrange(1940, 2015))
            for _ in range(rng.choice([1, 1, 1, 1, 2, 2, 3, 4])):
                rows.append((persons, record(rng, one, home, phone, towns)))
            persons += 1
    rows = rows[:count]
    rng.shuffle(rows)
    return {f"R{number:07d}": (str(who), values) for number, (who, values) in enumerate(rows)}


def score(groups, truth):
    """Precision, recall and F1 of pairs within groups."""
    def pairs(counts):
        return sum(count * (count - 1) // 2 for count in counts)
    both = collections.Counter((group, truth[one]) for one, group in groups.items())
    right = pairs(both.values())
    found, all_ = pairs(collections.Counter(groups.values()).values()), pairs(collections.Counter(truth.values()).values())
    return right / max(1, found), right / max(1, all_), 2 * right / max(1, found + all_)


def run(label, command, groups, truth):
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{label} ended with {process.returncode}")
    seconds = time.time() - start
    found = max(groups(), key=lambda found: score(found, truth)[2])
    precision, recall, f1 = score(found, truth)
    persons = len(set(found.values()))
    print(f"{label:28s} F1 {f1:.4f} (precision {precision:.4f}, recall {recall:.4f}), persons {persons} of "
          f"{len(set(truth.values()))}, {usage.ru_utime + usage.ru_stime:.1f} CPU-s, {seconds:.1f} s, "
          f"{usage.ru_maxrss / 1024:.0f} MB", flush=True)


def read(path, record_column, person_column):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return {row[record_column]: row[person_column] for row in csv.DictReader(file)}


def splink(source, output):
    import duckdb
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="rec_id",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.ExactMatch("sex"),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("street_name", 2),
            cl.ExactMatch("phone"), cl.LevenshteinAtThresholds("id_number", 1)],
        blocking_rules_to_generate_predictions=[
            block_on("id_number"), block_on("phone", "first_name"), block_on("first_name", "surname", "postcode"),
            block_on("surname", "birth_date"), block_on("first_name", "birth_date"), block_on("birth_date", "postcode"),
            block_on("first_name", "surname", "substr(birth_date, 1, 4)"), block_on("postcode", "street_name", "first_name"),
            block_on("postcode", "street_number", "surname", "sex")])
    # Every column as text, an empty cell as a missing value.
    connection = duckdb.connect()
    people = connection.read_csv(source, all_varchar=True)
    linker = Linker(DuckDBAPI(connection).register(people), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("id_number"), block_on("first_name", "surname", "birth_date")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("birth_date"))
    training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        clusters.as_pandas_dataframe()[["rec_id", "cluster_id"]].to_csv(f"{output}.{threshold}", index=False)


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "splink":
        return splink(sys.argv[2], sys.argv[3])
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    zicht, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        if len(sys.argv) == 5:
            with open(sys.argv[3], newline="", encoding="utf-8") as file:
                people = {row["rec_id"]: (row[sys.argv[4]], [row[column] for column in COLUMNS[1:]])
                          for row in csv.DictReader(file)}
        else:
            people = register(count)
        truth = {key: who for key, (who, _) in people.items()}
        with open(folder / "people.csv", "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(COLUMNS)
            out.writerows([key, *values] for key, (_, values) in people.items())
        print(f"{len(truth)} records of {len(set(truth.values()))} persons")
        source, ours, theirs = (str(folder / each) for each in ("people.csv", "zicht.csv", "splink.csv"))
        run("zicht link", [zicht, "link", source, "--output", ours],
            lambda: [read(ours, "record_id", "person_id")], truth)
        run("Splink on DuckDB", [sys.executable, __file__, "splink", source, theirs],
            lambda: [read(f"{theirs}.{threshold}", "rec_id", "cluster_id") for threshold in THRESHOLDS], truth)


if __name__ == "__main__":
    main()
