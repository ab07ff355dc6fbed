import { AxisBottom, type TickRendererProps } from '@visx/axis';
import { GridColumns } from '@visx/grid';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, Circle, Line } from '@visx/shape';
import { useTranslations } from 'use-intl';
import type { Format } from '~/i18n/format';
import { useFormat } from '~/i18n/shop-format';
import type { CalibrationGroupView } from '~/services/views/trust-view';
import './chart.css';
import { DataTable } from './data-table';
import { Disclosure } from './disclosure';
import { shareAxisEnd } from './share-axis-end';
import { useChance } from './use-chance';

/** Units of the drawing: as many as pixels in a card of 340 pixels, so that its letters keep their size. */
const WIDTH = 340;
const ROW = 22;
const TOP = 22;
const LEFT = 64;
const RIGHT = 52;
const BOTTOM = 22;

type Side = 'inside' | 'above' | 'below';

/** What was said against what came, a row a group: the band, a tick for the forecast, a mark for the share that came. */
export function CalibrationChart({ groups }: { readonly groups: readonly CalibrationGroupView[] }) {
  const t = useTranslations('trust.calibration');
  const format = useFormat();
  const chance = useChance();
  const falling = [...groups].sort((a, b) => b.forecast - a.forecast);
  const [first] = falling;
  const last = falling.at(-1);
  if (!first || !last) return null;

  const end = shareAxisEnd(
    Math.max(...falling.flatMap(({ forecast, actual, high }) => [forecast, actual, high])),
  );
  const shares = [0, end / 2, end];
  const bottom = TOP + falling.length * ROW;
  const x = scaleLinear<number>({ domain: [0, end], range: [LEFT, WIDTH - RIGHT], clamp: true });
  const row = scaleBand<number>({ domain: falling.map((_, index) => index), range: [TOP, bottom] });
  const summary = t('summary', {
    groups: falling.length,
    inside: falling.filter((group) => sideOf(group) === 'inside').length,
  });
  const label = t('chart', {
    summary,
    first: chance(first.forecast),
    firstActual: format.percent(first.actual),
    last: chance(last.forecast),
    lastActual: format.percent(last.actual),
  });

  return (
    <figure className="tm-figure">
      <svg
        className="tm-chart"
        viewBox={`0 0 ${WIDTH} ${bottom + BOTTOM}`}
        role="img"
        aria-label={label}
        focusable="false"
      >
        <g className="tm-chart__text">
          <text x={LEFT - 10} y={13} textAnchor="end">
            {t('given')}
          </text>
          <text x={WIDTH} y={13} textAnchor="end">
            {t('came')}
          </text>
        </g>
        <GridColumns
          className="tm-chart__grid"
          scale={x}
          top={TOP}
          height={bottom - TOP}
          tickValues={shares}
          vectorEffect="non-scaling-stroke"
        />
        <AxisBottom
          scale={x}
          top={bottom}
          tickValues={shares}
          tickFormat={(share) => format.percent(Number(share), 1)}
          tickLabelProps={{}}
          tickComponent={ShareText}
          hideAxisLine
          hideTicks
        />
        {falling.map((group, index) => (
          <Group key={index} top={(row(index) ?? 0) + ROW / 2}>
            <text className="tm-chart__text" x={LEFT - 10} y={4} textAnchor="end">
              {shortShare(format, group.forecast)}
            </text>
            <Bar
              className="tm-chart__band"
              x={x(group.low)}
              y={-6}
              width={Math.max(2, x(group.high) - x(group.low))}
              height={12}
              rx={3}
            />
            <Line
              className="tm-chart__tick"
              from={{ x: x(group.forecast), y: -8 }}
              to={{ x: x(group.forecast), y: 8 }}
            />
            <Mark x={x(group.actual)} y={0} inside={sideOf(group) === 'inside'} />
            <text className="tm-chart__text tm-chart__text--strong" x={WIDTH} y={4} textAnchor="end">
              {shortShare(format, group.actual)}
            </text>
          </Group>
        ))}
      </svg>
      <figcaption>
        <p>{summary}</p>
        <ul className="tm-legend">
          <li>
            <svg className="tm-legend__key" viewBox="0 0 16 16" aria-hidden="true">
              <rect className="tm-chart__band" x={0} y={3} width={16} height={10} rx={3} />
            </svg>
            {t('band')}
          </li>
          <li>
            <svg className="tm-legend__key" viewBox="0 0 16 16" aria-hidden="true">
              <line className="tm-chart__tick" x1={8} x2={8} y1={0} y2={16} />
            </svg>
            {t('expected')}
          </li>
          <li>
            <svg className="tm-legend__key" viewBox="0 0 16 16" aria-hidden="true">
              <Mark x={8} y={8} inside />
            </svg>
            {t('inRange')}
          </li>
          <li>
            <svg className="tm-legend__key" viewBox="0 0 16 16" aria-hidden="true">
              <Mark x={8} y={8} inside={false} />
            </svg>
            {t('outOfRange')}
          </li>
        </ul>
      </figcaption>
      <Disclosure title={t('table')}>
        <DataTable
          caption={summary}
          columns={[t('given'), t('came'), t('range'), t('customers'), t('verdict')]}
          rows={falling.map((group, index) => ({
            key: String(index),
            cells: [
              chance(group.forecast),
              format.percent(group.actual, 1),
              t('rangeValue', { low: format.percent(group.low, 1), high: format.percent(group.high, 1) }),
              format.integer(group.customers),
              t(sideOf(group)),
            ],
          }))}
        />
      </Disclosure>
    </figure>
  );
}

/** A disc within the range, a hollow diamond outside of it: the shape says it, not the colour. */
function Mark({ x, y, inside }: { readonly x: number; readonly y: number; readonly inside: boolean }) {
  return inside ? (
    <Circle className="tm-chart__disc" cx={x} cy={y} r={4.5} />
  ) : (
    <path className="tm-chart__diamond" d={`M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} />
  );
}

function ShareText({ x, y, formattedValue }: TickRendererProps) {
  return (
    <text className="tm-chart__text" x={x} y={y} textAnchor="middle">
      {formattedValue}
    </text>
  );
}

function sideOf({ actual, low, high }: CalibrationGroupView): Side {
  if (actual < low) return 'below';
  return actual > high ? 'above' : 'inside';
}

/** One decimal where whole per cents would all look alike. */
function shortShare(format: Format, share: number): string {
  return format.percent(share, share < 0.1 ? 1 : 0);
}
