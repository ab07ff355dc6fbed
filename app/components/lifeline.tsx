import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { useTranslations } from 'use-intl';
import { dayNumber, type IsoDay } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import './chart.css';
import { DataTable } from './data-table';
import { DayAxis } from './day-axis';
import { placeDayLabels } from './day-labels';
import { Disclosure } from './disclosure';
import { layoutLifeline } from './lifeline-layout';
import { PLOT_RANGE, TimePlot } from './time-plot';

interface LifelineProps {
  /** The latest first; may be fewer than `ordersCounted`. */
  readonly purchases: readonly { readonly day: IsoDay; readonly net: number }[];
  readonly ordersCounted: number;
  readonly daysSinceLastOrder: number;
  readonly analysisDay: IsoDay;
  /** Days from the analysis day up to which the next order is due, 8 times in 10. */
  readonly dueDays: number | null;
}

const HEIGHT = 94;
const TOP = 8;
const BOTTOM = HEIGHT - 22;
/** Per cent of the width: a stretch of no days is seen all the same. */
const NARROWEST_DUE = 0.4;

/** A customer's purchases along time, with today and the stretch in which the next one is due. */
export function Lifeline(props: LifelineProps) {
  const { purchases, ordersCounted, daysSinceLastOrder, analysisDay } = props;
  const t = useTranslations('record.lifeline');
  const format = useFormat();
  const [latest] = purchases;
  const oldest = purchases.at(-1);
  if (!latest || !oldest) return <p className="tm-muted">{t('none')}</p>;
  const { marks, today, due } = layoutLifeline(props);
  const x = scaleLinear<number>({ range: PLOT_RANGE });
  const y = scaleLinear<number>({ range: [BOTTOM, TOP] });
  const texts = {
    first: { day: 0, text: format.day(oldest.day) },
    today: { day: today, text: t('today', { day: format.day(analysisDay) }) },
    last: { day: 1, text: due ? format.day(due.day) : '' },
  };
  const summary = t('summary', {
    orders: purchases.length,
    first: format.day(oldest.day),
    last: format.day(latest.day),
    days: daysSinceLastOrder,
    today: format.day(analysisDay),
  });
  return (
    <figure className="tm-figure">
      <p className="tm-prose">{summary}</p>
      <TimePlot
        label={summary}
        height={HEIGHT}
        unstretched={
          <DayAxis
            scale={x}
            top={BOTTOM}
            labels={placeDayLabels({ today, ahead: due?.cut === false }).map(({ of, anchor }) => ({
              ...texts[of],
              anchor,
            }))}
          />
        }
      >
        {due && (
          <Bar
            className="tm-lifeline__due"
            x={x(today)}
            y={0}
            width={Math.max(NARROWEST_DUE, x(due.x) - x(today))}
            height={BOTTOM}
          />
        )}
        <Line className="tm-lifeline__axis" from={{ x: 0, y: BOTTOM }} to={{ x: x(1), y: BOTTOM }} />
        <Line className="tm-plot__today" from={{ x: x(today), y: 0 }} to={{ x: x(today), y: BOTTOM }} />
        {marks.map(({ day, x: place, height }) => (
          <Line
            key={day}
            className="tm-lifeline__mark"
            from={{ x: x(place), y: BOTTOM }}
            to={{ x: x(place), y: y(height) }}
          />
        ))}
      </TimePlot>
      <figcaption className="tm-muted">
        <p>{t('legend')}</p>
        {due && <p>{t(due.cut ? 'dueFar' : 'due', { day: format.day(due.day) })}</p>}
        {purchases.length < ordersCounted && (
          <p>{t('latest', { shown: purchases.length, orders: ordersCounted })}</p>
        )}
      </figcaption>
      <Disclosure title={t('table')}>
        <DataTable
          caption={t('caption')}
          columns={[t('day'), t('gap'), t('net')]}
          rows={purchases.map(({ day, net }, index) => {
            const before = purchases[index + 1];
            return {
              key: day,
              cells: [
                format.day(day),
                before ? format.integer(dayNumber(day) - dayNumber(before.day)) : t('gapFirst'),
                format.moneyExact(net),
              ],
            };
          })}
        />
      </Disclosure>
    </figure>
  );
}
