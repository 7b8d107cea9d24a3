"""A study through PySpark's pipe, held against one run of `counterbalance batch` without Spark.

Usage: spark.py PROGRAM [--record]; `make interop` sets up what it needs.

Two thousand lines, some of them broken, in partitions of uneven size: the lines collected must be
those of the single run, in order and to the byte. Only a line that has no id to be known by is
answered with its number, which starts again in each partition; that number is not compared.

With --record, the beginning of the study becomes the fixture of tests/cli/batch/cluster.rs.
"""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from pyspark import SparkConf, SparkContext

LINES, PARTITIONS, RECORDED = 2_000, 7, 60
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"

# Broken in as many ways as a text can be; what is not UTF-8 does not get through Spark.
BROKEN = [
    lambda i, scenario: "rubbish",
    lambda i, scenario: "",
    lambda i, scenario: f'{{"preset": "consulting", "id": {i}',
    lambda i, scenario: f"[{i}]",
    lambda i, scenario: json.dumps({"preset": "consultin", "id": i}),
    lambda i, scenario: json.dumps({"preset": "hotel", "set": {"xyzzy": 1}, "id": i}),
    lambda i, scenario: json.dumps({"preset": "claims", "set": {"today": "magic"}, "id": i}),
    lambda i, scenario: json.dumps({"preset": "consulting", "set": {"back.staff": "many"}, "id": i}),
    lambda i, scenario: json.dumps({**scenario, "today": "magic", "id": i}),
]


def study(program):
    """The lines: examples with changes, whole scenarios, and every seventh broken."""
    show = [program, "presets", "show", "consulting"]
    scenario = json.loads(subprocess.run(show, check=True, capture_output=True).stdout)
    chance = random.Random(1)
    for i in range(LINES):
        if i % 7 == 3:
            yield BROKEN[i // 7 % len(BROKEN)](i, scenario)
        elif i % 12 == 0:
            yield json.dumps({**scenario, "id": i})
        elif i % 3 == 0:
            yield json.dumps({"preset": chance.choice(["hotel", "claims"]), "id": i})
        else:
            changes = {
                "back.staff": chance.randint(1, 12),
                "admin.unclear": round(chance.uniform(0, 0.5), 3),
            }
            yield json.dumps({"preset": "consulting", "set": changes, "id": i})


def without_place(line):
    """A line as it is, unless it carries its number: then without it."""
    answer = json.loads(line)
    return line if answer.pop("line", None) is None else json.dumps(answer)


def compare(collected, expected):
    assert len(collected) == len(expected) == LINES, (len(collected), len(expected))
    for place, (found, wanted) in enumerate(zip(collected, expected)):
        found, wanted = without_place(found), without_place(wanted)
        assert found == wanted, f"line {place + 1}:\n  Spark    {found}\n  one run  {wanted}"


def record(lines, answers):
    """What of an evaluation should not move: who is best, and what a month costs."""

    def essence(line):
        answer = json.loads(line)
        kept = {"id": answer["id"], "status": answer["status"]}
        if answer["status"] == "ok":
            months = {one["key"]: one["month"] and one["month"]["total"] for one in answer["strategies"]}
            kept |= {"best": answer["verdict"]["best"], "month": months}
        return json.dumps(kept)

    write(FIXTURES / "cluster_lines.jsonl", lines[:RECORDED])
    write(FIXTURES / "cluster_answers.jsonl", map(essence, answers[:RECORDED]))


def write(path, lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main():
    program = sys.argv[1]
    lines = list(study(program))
    text = "".join(f"{line}\n" for line in lines).encode()
    run = subprocess.run([program, "batch"], input=text, check=True, capture_output=True)
    assert run.stderr == b"", run.stderr
    expected = run.stdout.decode().splitlines()

    conf = SparkConf().setMaster("local[2]").setAppName("counterbalance")
    conf.set("spark.driver.host", "127.0.0.1")
    conf.set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false")
    with SparkContext(conf=conf) as spark:
        spark.setLogLevel("ERROR")
        start = time.monotonic()
        study_on_cluster = spark.parallelize(lines, PARTITIONS)
        answered = study_on_cluster.pipe(f"'{program}' batch --threads 1", checkCode=True)
        collected = answered.collect()
        seconds = time.monotonic() - start
        version = spark.version

    compare(collected, expected)
    if "--record" in sys.argv:
        record(lines, collected)
    refused = sum(json.loads(line)["status"] != "ok" for line in collected)
    print(
        f"interop: {LINES} lines ({refused} of them broken) in {PARTITIONS} partitions through "
        f"Spark {version} in {seconds:.1f} s: the same, in order, as in one run."
    )


if __name__ == "__main__":
    main()
