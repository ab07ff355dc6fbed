"""What a user of lifetimes does with a file of orders (columns customer, day and, where known, revenue).

predict ORDERS NOW HORIZON_DAYS OUT   forecasts of every customer by each model
speed ORDERS NOW ROUNDS OUT           processor seconds of each step, of the fastest round
"""

import json
import sys
import time

import numpy as np
import pandas as pd
from lifetimes import BetaGeoFitter, GammaGammaFitter, ModifiedBetaGeoFitter, ParetoNBDFitter
from lifetimes.utils import ConvergenceError, summary_data_from_transaction_data

# What the library's error message asks for: a penalizer, and a larger one where that is not enough.
PENALIZERS = [0.0, 0.001, 0.01, 0.1]
MODELS = {"BG/NBD": BetaGeoFitter, "MBG/NBD": ModifiedBetaGeoFitter, "Pareto/NBD": ParetoNBDFitter}


def fit(model, *columns):
    """The fitted model and its penalizer, or None where no penalizer lets it converge."""
    for penalizer in PENALIZERS:
        fitted = model(penalizer_coef=penalizer)
        try:
            fitted.fit(*columns)
            return fitted, penalizer
        except (ConvergenceError, np.linalg.LinAlgError):
            continue
    return None


def summarize(orders, now):
    revenue = "revenue" if "revenue" in orders else None
    return summary_data_from_transaction_data(orders, "customer", "day", revenue, observation_period_end=now)


def fit_spend(summary):
    repeat = summary[summary["frequency"] > 0]
    return fit(GammaGammaFitter, repeat["frequency"], repeat["monetary_value"])


def predict(orders, now, horizon_days):
    summary = summarize(orders, now).sort_index()
    history = summary["frequency"], summary["recency"], summary["T"]
    # Without amounts every purchase is worth 1.
    spend, value = None, np.ones(len(summary))
    if "monetary_value" in summary:
        spend = fit_spend(summary)
        value = np.full(len(summary), np.nan)
        if spend:
            value = spend[0].conditional_expected_average_profit(history[0], summary["monetary_value"])
    models = []
    for name, fitter in MODELS.items():
        model, penalizer = fit(fitter, *history) or (None, None)
        expected = alive = np.full(len(summary), np.nan)
        buy = None
        if model:
            expected = model.conditional_expected_number_of_purchases_up_to_time(horizon_days, *history)
            alive = model.conditional_probability_alive(*history)
            if name == "Pareto/NBD":
                buy = 1 - model.conditional_probability_of_n_purchases_up_to_time(0, horizon_days, *history)
        models.append(
            {
                "name": name,
                "penalizer": penalizer,
                "expected": numbers(expected),
                "pAlive": numbers(alive),
                "pBuy": None if buy is None else numbers(buy),
                "clv": numbers(np.asarray(expected) * np.asarray(value)),
            }
        )
    return {
        "customers": [int(index) for index in summary.index],
        "spendPenalizer": spend[1] if spend else None,
        "models": models,
    }


def numbers(values):
    """JSON has no NaN and no infinity: null."""
    return [float(value) if np.isfinite(value) else None for value in np.asarray(values)]


def speed(orders, now, rounds):
    return min((one_round(orders, now) for _ in range(rounds)), key=lambda r: sum(r["seconds"].values()))


def one_round(orders, now):
    seconds = {}

    def timed(step, work):
        start = time.process_time()
        result = work()
        seconds[step] = time.process_time() - start
        return result

    def score():
        model.conditional_expected_number_of_purchases_up_to_time(365, *history)
        model.conditional_probability_alive(*history)
        spend.customer_lifetime_value(model, *history, summary["monetary_value"])

    summary = timed("summary", lambda: summarize(orders, now))
    history = summary["frequency"], summary["recency"], summary["T"]
    model, penalizer = timed("fit", lambda: fit(BetaGeoFitter, *history))
    spend, spend_penalizer = timed("spend", lambda: fit_spend(summary))
    timed("score", score)
    return {"seconds": seconds, "penalizer": penalizer, "spendPenalizer": spend_penalizer}


def main(command, path, now, number, out):
    # Pareto/NBD starts its search at random.
    np.random.seed(1)
    orders = pd.read_csv(path, parse_dates=["day"])
    result = {"predict": predict, "speed": speed}[command](orders, now, int(number))
    with open(out, "w", encoding="utf-8") as file:
        json.dump(result, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
