import type { MarketingOptions, SimulatedChannel } from './marketing-world';

/** @throws RangeError naming the first option that makes no shop, with its value */
export function checkMarketingOptions(options: MarketingOptions): void {
  if (!Number.isSafeInteger(options.rows) || options.rows < 1) {
    throw new RangeError(`rows must be a whole number, 1 or more: ${options.rows}`);
  }
  if (options.channels.length === 0) throw new RangeError('a marketing series needs a channel');
  const names = new Set(options.channels.map(({ name }) => name));
  if (names.size < options.channels.length) throw new RangeError('channel names must differ');
  for (const channel of options.channels) checkChannel(channel);
  within('mediaShare', options.mediaShare ?? 0.5, 0.001, 0.999);
  within('budgetCorrelation', options.budgetCorrelation ?? 0, 0, 1);
  within('yearlySeason', options.yearlySeason ?? 0, 0, 0.99);
  within('weeklySeason', options.weeklySeason ?? 0, 0, 0.99);
  within('saleEvents', options.saleEvents ?? 0, 0, 100);
  within('promotions a year', options.promotions?.perYear ?? 0, 0, 60);
  within('noise share', options.noise.share, 0, 10);
  within('noise autocorrelation', options.noise.autocorrelation ?? 0, 0, 0.999);
  within('noise tail degrees', options.noise.tailDegrees ?? 3, 2.01, 1e6);
}

function checkChannel(channel: SimulatedChannel): void {
  const of = (what: string) => `${what} of ${channel.name}`;
  within(of('mean spend'), channel.meanSpend, 0, 1e12);
  within(of('ROAS'), channel.roas, 0, 1e6);
  within(of('theta'), channel.theta, 0, 0.999);
  within(of('half saturation'), channel.halfSaturation, 1e-6, 1e6);
  within(of('slope'), channel.slope, 0.01, 20);
  within(of('variation'), channel.variation ?? 0, 0, 3);
  within(of('start'), channel.startsAt ?? 0, 0, 0.999);
  within(of('end of fading'), channel.fadesTo ?? 1, 0, 10);
}

function within(name: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most)) {
    throw new RangeError(`${name} must be between ${least} and ${most}: ${value}`);
  }
}
