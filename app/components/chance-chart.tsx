import { scaleLinear } from '@visx/scale';
import { Area, Line, LinePath } from '@visx/shape';
import { useTranslations } from 'use-intl';
import { dayNumber, type IsoDay } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import type { ChanceCourseView, ChancePointView } from '~/services/views/customer-record-view';
import { ChanceTable } from './chance-table';
import './chart.css';
import { DayAxis } from './day-axis';
import { placeDayLabels } from './day-labels';
import { shareAxisEnd } from './share-axis-end';
import { PLOT_RANGE, TimePlot } from './time-plot';
import { useChanceWords } from './chance-words';
import { LevelLines, LevelTexts } from './value-axis';

interface ChanceChartProps {
  readonly course: ChanceCourseView;
  /** Days with an order, the latest first. */
  readonly purchases: readonly IsoDay[];
}

const HEIGHT = 210;
const TOP = 20;
const BOTTOM = HEIGHT - 32;
/** Orders stand below the scale, where no line runs through them. */
const MARKS = { from: BOTTOM + 2, to: BOTTOM + 9 };

/** A customer's chance of an order: up with each order, down with silence, and on as long as none comes. */
export function ChanceChart({ course, purchases }: ChanceChartProps) {
  const t = useTranslations('charts');
  const format = useFormat();
  const words = useChanceWords();
  const { past, ahead } = course;
  const [first] = past;
  const today = past.at(-1);
  const last = ahead.at(-1);
  if (!first || !today || !last) return null;

  const conclusion = words.conclusion(course, purchases[0]);
  const x = scaleLinear<number>({ domain: [dayNumber(first.day), dayNumber(last.day)], range: PLOT_RANGE });
  const end = shareAxisEnd(Math.max(...[...past, ...ahead].map(({ high }) => high)));
  const y = scaleLinear<number>({ domain: [0, end], range: [BOTTOM, TOP] });
  const levels = [0, end / 2, end];
  const now = x(dayNumber(today.day));
  const texts = {
    first: { day: dayNumber(first.day), text: format.day(first.day) },
    today: { day: dayNumber(today.day), text: t('analysis', { day: format.day(today.day) }) },
    last: { day: dayNumber(last.day), text: format.day(last.day) },
  };
  const at = ({ day }: ChancePointView): number => x(dayNumber(day));

  return (
    <figure className="tm-figure">
      <p className="tm-prose">{conclusion}</p>
      <TimePlot
        label={conclusion}
        height={HEIGHT}
        unstretched={
          <>
            <circle className="tm-plot__disc" cx={`${now}%`} cy={y(today.mean)} r={4.5} />
            <LevelTexts scale={y} values={levels} format={(share) => format.percent(share, 1)} />
            <DayAxis
              scale={x}
              top={MARKS.to}
              labels={placeDayLabels({ today: now / PLOT_RANGE[1], ahead: true }).map(({ of, anchor }) => ({
                ...texts[of],
                anchor,
              }))}
            />
          </>
        }
      >
        <LevelLines scale={y} values={levels} />
        {[past, ahead].map((points, index) => (
          <Area
            key={index}
            className={`tm-plot__band ${points === ahead ? 'tm-plot__band--ahead' : ''}`}
            data={[...points]}
            x={at}
            y0={({ low }) => y(low)}
            y1={({ high }) => y(high)}
          />
        ))}
        {purchases.map((day) => (
          <Line
            key={day}
            className="tm-plot__mark"
            from={{ x: x(dayNumber(day)), y: MARKS.from }}
            to={{ x: x(dayNumber(day)), y: MARKS.to }}
          />
        ))}
        <Line className="tm-plot__today" from={{ x: now, y: TOP }} to={{ x: now, y: BOTTOM }} />
        <LinePath className="tm-plot__line" data={[...past]} x={at} y={({ mean }) => y(mean)} />
        <LinePath
          className="tm-plot__line tm-plot__line--ahead"
          data={[...ahead]}
          x={at}
          y={({ mean }) => y(mean)}
        />
      </TimePlot>
      <figcaption className="tm-muted">
        <p>{t('chance.legend', words.often(course))}</p>
        <p>{t('chance.how', { day: format.day(today.day) })}</p>
      </figcaption>
      <ChanceTable course={course} purchases={purchases} />
    </figure>
  );
}
