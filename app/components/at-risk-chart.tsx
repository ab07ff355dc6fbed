import { scaleLinear } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { useTranslations } from 'use-intl';
import { dayNumber } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import type { AtRiskPointView } from '~/services/views/dashboard-view';
import { atRiskChanges } from './at-risk-change';
import { AtRiskTable } from './at-risk-table';
import { useAtRiskWords } from './at-risk-words';
import './chart.css';
import { DayAxis } from './day-axis';
import { thinPoints } from './thin-points';
import { PLOT_RANGE, TimePlot } from './time-plot';
import { LevelLines, LevelTexts } from './value-axis';

interface AtRiskChartProps {
  /** The oldest first; of a day with several, the last counts. */
  readonly points: readonly AtRiskPointView[];
}

const HEIGHT = 190;
const TOP = 20;
const BOTTOM = HEIGHT - 22;
/** A point a pixel or two; more would only make the page heavier. */
const MOST_POINTS = 120;
const LEVELS = 3;

/** Money at risk at each calculation, with the range it most likely lies in, and whether it has really changed. */
export function AtRiskChart({ points }: AtRiskChartProps) {
  const t = useTranslations('charts');
  const format = useFormat();
  const words = useAtRiskWords();
  const daily = points.filter(({ day }, index) => points[index + 1]?.day !== day);
  const now = daily.at(-1);
  if (!now) return null;
  if (daily.length === 1) return <p className="tm-prose">{words.begins(now)}</p>;

  const drawn = [...thinPoints(daily, MOST_POINTS)];
  const first = drawn[0] ?? now;
  const x = scaleLinear<number>({ domain: [dayNumber(first.day), dayNumber(now.day)], range: PLOT_RANGE });
  const highest = Math.max(...drawn.map(({ moneyAtRisk: { mean, high } }) => Math.max(mean, high)), 1);
  const y = scaleLinear<number>({ domain: [0, highest], range: [BOTTOM, TOP] });
  const levels = y.ticks(LEVELS);
  const place = (value: number): number => y(Math.max(0, value));
  const sentences = [words.now(now), ...atRiskChanges(daily).map((change) => words.change(change, now))];

  return (
    <figure className="tm-figure">
      <TimePlot
        label={sentences.join(' ')}
        height={HEIGHT}
        unstretched={
          <>
            <circle
              className="tm-plot__disc tm-plot__disc--risk"
              cx="100%"
              cy={place(now.moneyAtRisk.mean)}
              r={4.5}
            />
            <LevelTexts scale={y} values={levels} format={(units) => format.money(units)} />
            <DayAxis
              scale={x}
              top={BOTTOM}
              labels={[
                { day: dayNumber(first.day), text: format.day(first.day), anchor: 'start' },
                { day: dayNumber(now.day), text: format.day(now.day), anchor: 'end' },
              ]}
            />
          </>
        }
      >
        <LevelLines scale={y} values={levels} />
        <Area
          className="tm-plot__band tm-plot__band--risk"
          data={drawn}
          x={({ day }) => x(dayNumber(day))}
          y0={({ moneyAtRisk }) => place(moneyAtRisk.low)}
          y1={({ moneyAtRisk }) => place(moneyAtRisk.high)}
        />
        <LinePath
          className="tm-plot__line tm-plot__line--risk"
          data={drawn}
          x={({ day }) => x(dayNumber(day))}
          y={({ moneyAtRisk }) => place(moneyAtRisk.mean)}
        />
      </TimePlot>
      <figcaption>
        <ul className="tm-list">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="tm-muted">{t('atRisk.legend', { ...words.often(now) })}</p>
        {drawn.length < daily.length && (
          <p className="tm-muted">{t('atRisk.thinned', { shown: drawn.length, all: daily.length })}</p>
        )}
      </figcaption>
      <AtRiskTable points={drawn} />
    </figure>
  );
}
