"""What a user of PyMC-Marketing does with a series of spends and sales, as its quickstart shows.

SERIES OUT   SERIES is JSON as pymc-peer.ts writes it; OUT gets contributions, marginal returns, plans and what they cost
"""

import json
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")

import arviz as az
import numpy as np
import pandas as pd
import pymc_marketing
import xarray as xr
from pymc_marketing.mmm import GeometricAdstock, LogisticSaturation
from pymc_marketing.mmm.multidimensional import MMM, MultiDimensionalBudgetOptimizerWrapper

# Weeks as in the quickstart. Its eight rows would be eight days: four weeks there.
L_MAX = {"weekly": 8, "daily": 28}
HARMONICS = 2
CHAINS = 4
CORES = 2


def frame_of(series):
    """Channels as they are; controls within -1 and 1, which the documentation leaves to the user."""
    frame = pd.DataFrame({"date": pd.to_datetime(series["dates"])})
    for channel in series["channels"]:
        frame[channel["name"]] = channel["spend"]
    controls = {control["name"]: np.asarray(control["values"], float) for control in series["controls"]}
    controls["trend"] = np.arange(len(frame), dtype=float)
    if series["granularity"] == "daily":
        for day in range(1, 7):
            controls[f"weekday {day}"] = (frame["date"].dt.weekday == day).astype(float).to_numpy()
    names = []
    for name, values in controls.items():
        largest = np.abs(values).max()
        if largest > 0:
            frame[name] = values / largest
            names.append(name)
    return frame, names


def fit(series):
    frame, controls = frame_of(series)
    channels = [channel["name"] for channel in series["channels"]]
    model = MMM(
        date_column="date",
        target_column="y",
        channel_columns=channels,
        control_columns=controls,
        adstock=GeometricAdstock(l_max=L_MAX[series["granularity"]]),
        saturation=LogisticSaturation(),
        yearly_seasonality=HARMONICS,
    )
    target = pd.Series(series["revenue"], name="y")
    model.build_model(frame, target)
    model.add_original_scale_contribution_variable(var=["channel_contribution"])
    model.fit(frame, target, chains=CHAINS, cores=CORES, random_seed=series["seed"], progressbar=False)
    return model, channels


def ranges(draws):
    """Mean, 50 and 90 % range of draws (chain, draw)."""
    flat = np.asarray(draws).ravel()
    quantiles = np.quantile(flat, [0.25, 0.75, 0.05, 0.95])
    return {
        "mean": float(flat.mean()),
        "half": {"low": float(quantiles[0]), "high": float(quantiles[1])},
        "most": {"low": float(quantiles[2]), "high": float(quantiles[3])},
    }


def marginal_returns(model, posterior, channels, row_spends):
    """Slope of the steady curve at today's spend a row: scale * beta * tanh(lambda x / 2), by x."""
    scales = model.scalers
    target = float(np.asarray(scales["_target"]).ravel()[0])
    found = []
    for name, spend in zip(channels, row_spends):
        scale = float(scales["_channel"].sel(channel=name))
        beta = posterior["saturation_beta"].sel(channel=name)
        rate = posterior["saturation_lam"].sel(channel=name)
        decay = np.exp(-rate * spend / scale)
        found.append(target * beta * 2 * rate * decay / (1 + decay) ** 2 / scale)
    return found


def plan(model, series, channels, request):
    """Spends a row of each channel, or the words with which the optimiser gives up."""
    last = pd.to_datetime(series["dates"][-1])
    step = pd.Timedelta(days=1 if series["granularity"] == "daily" else 7)
    optimizer = MultiDimensionalBudgetOptimizerWrapper(
        model=model,
        start_date=str((last + step).date()),
        end_date=str((last + series["planRows"] * step).date()),
    )
    bounds = xr.DataArray(
        np.asarray(request["bounds"], float),
        dims=["channel", "bound"],
        coords={"channel": channels, "bound": ["lower", "upper"]},
    )
    try:
        budgets, _ = optimizer.optimize_budget(budget=request["budget"], budget_bounds=bounds)
    except Exception as error:
        return {"spends": None, "problem": str(error)}
    return {"spends": [float(budgets.sel(channel=name)) for name in channels], "problem": None}


def processor_seconds():
    """Of this process and of the ones that it waited for."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, [resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN])
    )


def timed(work):
    wall, cpu = time.perf_counter(), processor_seconds()
    result = work()
    return result, {"wall": time.perf_counter() - wall, "cpu": processor_seconds() - cpu}


def main(path, out):
    with open(path, encoding="utf-8") as file:
        series = json.load(file)
    (model, channels), fitting = timed(lambda: fit(series))
    posterior = model.idata.posterior
    contributions = posterior["channel_contribution_original_scale"].sum("date")
    totals = [contributions.sel(channel=name) for name in channels]
    marginals = marginal_returns(model, posterior, channels, series["rowSpends"])
    reported = totals + marginals
    plans, planning = timed(lambda: [plan(model, series, channels, request) for request in series["requests"]])
    result = {
        "version": pymc_marketing.__version__,
        "contributions": [ranges(draws) for draws in totals],
        "marginals": [ranges(draws) for draws in marginals],
        "rhat": max(float(az.rhat(np.asarray(draws))) for draws in reported),
        "ess": min(float(az.ess(np.asarray(draws))) for draws in reported),
        "divergences": int(model.idata.sample_stats["diverging"].sum()),
        "fitting": fitting,
        "planning": planning,
        "plans": plans,
    }
    with open(out, "w", encoding="utf-8") as file:
        json.dump(result, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
