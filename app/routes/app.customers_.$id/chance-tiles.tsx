import { useTranslations } from 'use-intl';
import { Tile } from '~/components/metric-tile';
import { RangeBar } from '~/components/range-bar';
import { useChance } from '~/components/use-chance';
import { useCount } from '~/components/use-count';
import type { Estimate } from '~/domain/estimate';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerForecastView } from '~/services/views/customer-record-view';

/** How likely an order is within a month, a quarter and a year, and how many are expected. */
export function ChanceTiles({ forecast }: { readonly forecast: CustomerForecastView }) {
  const t = useTranslations('record.chances');
  return (
    <section className="tm-panel tm-tiles" aria-label={t('title')}>
      {forecast.chances.map(({ days, probability }) => (
        <ChanceTile
          key={days}
          days={days}
          probability={probability}
          orders={forecast.expectedOrders.find((expected) => expected.days === days)?.orders ?? null}
        />
      ))}
    </section>
  );
}

interface ChanceTileProps {
  readonly days: number;
  readonly probability: Estimate;
  readonly orders: Estimate | null;
}

function ChanceTile({ days, probability, orders }: ChanceTileProps) {
  const t = useTranslations();
  const format = useFormat();
  const chance = useChance();
  const mean = chance(probability.mean);
  const low = chance(probability.low);
  const high = chance(probability.high);
  const { times, of } = format.estimate(probability);
  return (
    <Tile
      name={t('record.chances.name', { days })}
      help={t('record.chances.help', { days })}
      figure={mean}
      chart={
        <>
          <RangeBar
            estimate={probability}
            tone="steady"
            full={1}
            label={t('record.chances.chart', { mean, low, high, times, of })}
          />
          <p className="tm-tile__range">
            {low === high ? t('range.exact', { low }) : t('range.between', { low, high })}
          </p>
        </>
      }
    >
      {orders && <ExpectedOrders orders={orders} />}
    </Tile>
  );
}

function ExpectedOrders({ orders }: { readonly orders: Estimate }) {
  const t = useTranslations('record.chances');
  const format = useFormat();
  const count = useCount();
  const expected = count(orders.mean);
  const low = count(orders.low).text;
  const high = count(orders.high).text;
  const { times, of } = format.estimate(orders);
  const values = { expected: expected.text, expectedCount: expected.count, low, times, of };
  return low === high ? t('ordersExact', values) : t('orders', { ...values, high });
}
