import { useTranslations } from 'use-intl';
import { dayNumber, type IsoDay } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import './chart.css';
import { DataTable } from './data-table';
import { Disclosure } from './disclosure';
import { layoutLifeline } from './lifeline-layout';

interface LifelineProps {
  /** The latest first; may be fewer than `ordersCounted`. */
  readonly purchases: readonly { readonly day: IsoDay; readonly net: number }[];
  readonly ordersCounted: number;
  readonly daysSinceLastOrder: number;
  readonly analysisDay: IsoDay;
  /** Days from the analysis day up to which the next order is due, 8 times in 10. */
  readonly dueDays: number | null;
}

/** Share of the line that the past must take for its first day to be written below it. */
const SHORTEST_LABELLED = 0.3;

/** A customer's purchases along time, with today and the stretch in which the next one is due. */
export function Lifeline(props: LifelineProps) {
  const { purchases, ordersCounted, daysSinceLastOrder, analysisDay } = props;
  const t = useTranslations('record.lifeline');
  const format = useFormat();
  const [latest] = purchases;
  const oldest = purchases.at(-1);
  if (!latest || !oldest) return <p className="tm-muted">{t('none')}</p>;
  const { marks, today, due } = layoutLifeline(props);
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
      <div className="tm-lifeline">
        {/* Stretched to the card's width: only lines and boxes are drawn, letters stand below. */}
        <svg
          className="tm-lifeline__drawing"
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={summary}
          focusable="false"
        >
          {due && (
            <rect
              className="tm-lifeline__due"
              x={today * 1000}
              y={0}
              width={Math.max(4, (due.x - today) * 1000)}
              height={100}
            />
          )}
          <line className="tm-lifeline__axis" x1={0} x2={1000} y1={99} y2={99} />
          <line className="tm-lifeline__today" x1={today * 1000} x2={today * 1000} y1={0} y2={100} />
          {marks.map(({ day, x, height }) => (
            <line
              key={day}
              className="tm-lifeline__mark"
              x1={x * 1000}
              x2={x * 1000}
              y1={99}
              y2={99 - 90 * height}
            />
          ))}
        </svg>
        <div className="tm-lifeline__labels" aria-hidden="true">
          {/* Two labels would collide where the whole past is a few days. */}
          <span style={{ flexGrow: today }}>{today > SHORTEST_LABELLED && format.day(oldest.day)}</span>
          <span style={{ flexGrow: 1 - today }}>{t('today', { day: format.day(analysisDay) })}</span>
        </div>
      </div>
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
