"""Makes the tables of known values beside this file, by packages that share no code with the program.

    python3 -m venv /tmp/statistics
    /tmp/statistics/bin/pip install statsmodels==0.15.0 scipy numpy
    /tmp/statistics/bin/python tests/satisfaction/make_cases.py

Nothing of the program's own is used. Variances of aggregates are the robust ("sandwich") ones of statsmodels' GEE
with a rating as its group: answers stacked, one dummy a criterion, for means of criteria; a constant alone for the
pooled mean. Intervals are statsmodels' Wilson. Only the effective number of ratings between the two
is written out here, from its definition in docs/statistics.md.

A rating is its answers in order, `-` for passed over and `?` for "don't know"; `27x5` is 27 ratings that answered 5.
"""

import decimal
import pathlib
import random

import numpy as np
import statsmodels.api as sm
from scipy.stats import norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

HERE = pathlib.Path(__file__).parent
METHODS = {"top2", "mean5", "linear", "points012"}


def ratings_of(written):
    rows = []
    for run in filter(None, written.split(";")):
        times, _, row = run.rpartition("x")
        rows += [row.split()] * int(times or 1)
    return rows


def worth(method, best, answer):
    worst = 0 if best == 2 else 1
    score = int(answer)
    return float(score >= best - 1) if method == "top2" else (score - worst) / (best - worst)


def figure(written, factors, best, method, aggregate, joint=True):
    """percent, low, high, effective number of ratings; None without answers."""
    rows = ratings_of(written)
    stacked = [
        (at, rating, worth(method, best, answer))
        for rating, row in enumerate(rows)
        for at, answer in enumerate(row)
        if answer not in "-?"
    ]
    if not stacked:
        return None
    criteria = sorted({at for at, _, _ in stacked})
    column = np.array([criteria.index(at) for at, _, _ in stacked])
    rating = np.array([rating for _, rating, _ in stacked])
    y = np.array([value for _, _, value in stacked])
    n = np.bincount(column)
    factor_of = [factor for factor, size in enumerate(factors) for _ in range(size)]
    of = [factor_of[at] for at in criteria]
    if aggregate == "pooled":
        x, weights = np.ones((len(y), 1)), np.ones(1)
        ratings = len(y) / len(criteria)
    else:
        x = (column[:, None] == np.arange(len(criteria))).astype(float)
        if aggregate == "criteria_mean":
            weights = np.full(len(criteria), 1 / len(criteria))
        else:
            weights = np.array([1 / (len(set(of)) * of.count(one)) for one in of])
        ratings = 1 / float(np.sum(weights / n))
    if joint or len(criteria) == 1:
        fit = sm.GEE(y, x, groups=rating).fit(cov_type="robust", start_params=np.full(x.shape[1], 0.5))
        mean = float(weights @ fit.params)
        variance = float(weights @ fit.cov_params() @ weights)
    else:
        # How criteria were answered together is not known: standard errors add up.
        mean = float(np.mean(y)) if aggregate == "pooled" else None
        if mean is None:
            means = np.array([np.mean(y[column == at]) for at in range(len(criteria))])
            mean = float(weights @ means)
            errors = [np.std(y[column == at]) / np.sqrt(n[at]) for at in range(len(criteria))]
            variance = float(weights @ np.array(errors)) ** 2
        else:
            errors = [np.sqrt(np.sum((y[column == at] - mean) ** 2)) for at in range(len(criteria))]
            variance = (sum(errors) / len(y)) ** 2
    if len(criteria) == 1 and method == "top2":
        effective = ratings
    else:
        most = mean * (1 - mean) / ratings
        design = min(variance / most, 1.0) if 1e-9 < mean < 1 - 1e-9 else 1.0
        effective = ratings * (ratings + 2) / (ratings * design + 2)
    low, high = proportion_confint(mean * effective, effective, alpha=0.05, method="wilson")
    low, high = (0.0 if mean < 1e-12 else low), (1.0 if mean > 1 - 1e-12 else high)
    unit = (lambda m: 20 + 80 * m) if method == "mean5" else (lambda m: 100 * m)
    return unit(mean), unit(low), unit(high), effective


def index_cases():
    shuffled = random.Random(20261121)
    levels = lambda count: " ".join(shuffled.choices("12345", [2, 4, 10, 34, 50], k=count))
    everyone = ";".join(levels(5) for _ in range(40))
    gaps = ";".join(
        " ".join(a if shuffled.random() > 0.12 * at else shuffled.choice("-?")
                 for at, a in enumerate(levels(5).split()))
        for _ in range(60)
    )
    long = ";".join(
        " ".join(a if shuffled.random() > 0.02 * at else shuffled.choice("-?")
                 for at, a in enumerate(levels(22).split()))
        for _ in range(35)
    )
    points = ";".join(
        " ".join(shuffled.choices("012?", [1, 3, 7, 1], k=4)) for _ in range(50)
    )
    alone = [
        ("27 of 30", "27x5;3x1"), ("90 of 100", "90x4;10x3"), ("all best", "12x5"), ("all worst", "12x1"),
        ("all good", "15x4"), ("one answer", "5"), ("one bad answer", "2"), ("two answers", "5;1"),
        ("nobody", ""), ("nobody knows", "9x?"), ("some do not know", "27x5;3x1;20x?;7x-"),
        ("spread", "3x1;5x2;11x3;40x4;81x5"), ("many", "400x1;700x2;2100x3;15800x4;21000x5"),
    ]
    for name, written in alone:
        for method in ("top2", "mean5", "linear"):
            yield name, "5", "1", "yes", method, "criteria_mean", written
    for name, written in [("three levels", "2x1;9x2;30x3"), ("three levels, all middle", "11x2")]:
        for method in ("top2", "linear"):
            yield name, "3", "1", "yes", method, "criteria_mean", written
    for name, written in [("points", "3x0;9x1;30x2"), ("points, all 1", "10x1"), ("one file", "2")]:
        yield name, "2", "1", "yes", "points012", "pooled", written
    many = [
        ("everyone answers all", "2+3", everyone), ("gaps", "2+3", gaps), ("22 criteria", "4+5+6+3+4", long),
        ("one criterion is passed over by most", "1+1", "50x5 -;5x4 1;2x5 2"),
        ("the three aggregates differ", "1+3", "20x5 1 1 2;10x4 - - 1;30x5 3 - -"),
        ("a factor without answers", "1+2", "14x4 - -;9x5 ? -;2x1 - ?"),
        ("a criterion without answers", "2+1", "14x4 - 5;9x5 ? 3;2x1 - 4"),
        ("never two together", "1+1", "12x5 -;14x- 3;3x- 5;2x2 -"),
        ("all best in all", "2+1", "16x5 5 5"), ("opposites", "1+1", "13x5 1;13x1 5"),
    ]
    for name, factors, written in many:
        for aggregate in ("criteria_mean", "factor_mean", "pooled"):
            for method in ("top2", "mean5", "linear"):
                yield name, "5", factors, "yes", method, aggregate, written
            for method in ("top2", "linear"):
                yield name + ", counted apart", "5", factors, "no", method, aggregate, written
    for aggregate in ("criteria_mean", "factor_mean", "pooled"):
        yield "points of four criteria", "2", "1+3", "yes", "points012", aggregate, points


def write(name, heads, rows):
    lines = ["\t".join(heads)] + ["\t".join(row) for row in rows]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(name, len(lines) - 1)


def index_table():
    heads = ["case", "best", "factors", "joint", "method", "aggregate", "percent", "low", "high", "effective", "ratings"]
    rows = []
    for name, best, factors, joint, method, aggregate, written in index_cases():
        assert method in METHODS
        sizes = [int(size) for size in factors.split("+")]
        found = figure(written, sizes, int(best), method, aggregate, joint == "yes")
        figures = ["", "", "", ""] if found is None else [f"{value:.10g}" for value in found]
        rows.append([name, best, factors, joint, method, aggregate, *figures, written])
    write("index_cases.tsv", heads, rows)


def placing_table():
    """Agencies with shares of one question: proportions_ztest of each against the rest, Holm over all."""
    shuffled = random.Random(7)
    agencies = [(round(n * shuffled.choice([0.7, 0.85, 0.9, 0.92, 0.97])), n)
                for n in (shuffled.randrange(10, 900) for _ in range(24))]
    agencies += [(10, 10), (400, 400), (0, 12), (60, 200)]
    hits, total = (sum(column) for column in zip(*agencies))
    p = [float(proportions_ztest([x, hits - x], [n, total - n])[1]) for x, n in agencies]
    differ, adjusted, _, _ = multipletests(p, alpha=0.05, method="holm")
    rows = []
    for at, ((x, n), one, all_) in enumerate(zip(agencies, p, adjusted)):
        standing = "not_different" if not differ[at] else "higher" if x / n > hits / total else "lower"
        rows.append([f"xa-{at:02}", str(x), str(n), f"{one:.10g}", f"{all_:.10g}", standing])
    write("placing_cases.tsv", ["agency", "hits", "n", "p", "adjusted", "standing"], rows)


def rounding_table():
    """Points per file to one decimal, halves up."""
    cases = [(0, 1), (1, 1), (2, 1), (69, 20), (7, 2), (349, 100), (345, 100), (1, 20), (1, 21), (3, 20), (19, 20),
             (39, 20), (199, 100), (1999, 1000), (5, 3), (1, 3), (2, 3), (17, 12), (10**12 + 1, 10**12)]
    rows = []
    for points, files in cases:
        exact = decimal.Decimal(points) / decimal.Decimal(files)
        rows.append([str(points), str(files), str(exact.quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP))])
    write("rounding_cases.tsv", ["points", "files", "index"], rows)


def normal_table():
    rows = [[repr(z), repr(float(2 * norm.sf(z)))] for z in (0.5, 1.0, 1.959963984540054, 2.999, 3.0, 5.0, 8.0, 30.0)]
    print("two-sided normal tails, for src/feedback/satisfaction/normal.rs:", rows)


index_table()
placing_table()
rounding_table()
normal_table()
