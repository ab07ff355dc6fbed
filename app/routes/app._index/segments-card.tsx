import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import type { RescueStart } from '~/components/use-rescue-start';
import type { Estimate } from '~/domain/estimate';
import { codedMessage } from '~/i18n/coded-message';
import { useFormat } from '~/i18n/shop-format';
import type { SegmentView } from '~/services/views/dashboard-view';
import { SegmentAction } from './segment-action';
import './segments-card.css';

interface SegmentsCardProps {
  readonly segments: readonly SegmentView[];
  /** Of all customers together, revenue; null while rules answer. */
  readonly expected12m: Estimate | null;
  readonly start: RescueStart;
  /** Writing pays with nobody today, or is stopped: no segment offers a rescue. */
  readonly stopped: boolean;
}

/** Every customer belongs to one segment: how many, what they are worth, and the one thing to do. */
export function SegmentsCard({ segments, expected12m, start, stopped }: SegmentsCardProps) {
  const t = useTranslations();
  const format = useFormat();
  // Rules tell segments apart, but give nobody a value.
  const valued = segments.some(({ value12m }) => value12m !== null);
  const names = valued ? COLUMNS : RULE_COLUMNS;
  const columns = names.map((column) => ({
    column,
    text: t(`retention.segments.${column}`),
  }));
  const amount = (value: number | null): string => (value === null ? '–' : format.money(value));
  return (
    <Panel title={t('retention.segments.title')} flush>
      <table className="tm-table tm-segments">
        <caption className="tm-hidden">{t('retention.segments.caption')}</caption>
        <thead>
          <tr>
            {columns.map(({ column, text }) => (
              <th key={column} scope="col" className={NUMBERS.has(column) ? 'tm-table__number' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map((row) => (
            <tr key={row.segment}>
              <th scope="row">
                <span className="tm-table__name">{codedMessage(t, 'segments', row.segment)}</span>
                {valued && <SegmentAbout segment={row.segment} />}
              </th>
              <td className="tm-table__number" data-label={t('retention.segments.customers')}>
                <span className="tm-table__strong">{format.integer(row.customers)}</span>
                <span className="tm-table__note">
                  {t('retention.segments.share', { share: format.percent(row.share) })}
                </span>
              </td>
              {valued && (
                <>
                  <td className="tm-table__number" data-label={t('retention.segments.value')}>
                    {amount(row.value12m)}
                  </td>
                  <td className="tm-table__number" data-label={t('retention.segments.atRisk')}>
                    {amount(row.moneyAtRisk)}
                  </td>
                </>
              )}
              <td className="tm-segments__action" data-label={t('retention.segments.action')}>
                <SegmentAction row={row} start={start} stopped={stopped} valued={valued} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {expected12m && expected12m.mean > 0 && <SegmentsRange expected12m={expected12m} />}
    </Panel>
  );
}

const COLUMNS = ['segment', 'customers', 'value', 'atRisk', 'action'] as const;
const RULE_COLUMNS = ['segment', 'customers', 'action'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['customers', 'value', 'atRisk']);
const DESCRIBED = ['vip-at-risk', 'loyal', 'potential-whale', 'standard', 'lost'] as const;

/** What makes a segment; nothing for one that this release does not know. */
function SegmentAbout({ segment }: { readonly segment: string }) {
  const t = useTranslations('retention.segments.about');
  const known = DESCRIBED.find((name) => name === segment);
  return known ? <span className="tm-table__note">{t(known)}</span> : null;
}

/** A segment's money has no interval of its own: it is as uncertain as the total, which is said once. */
function SegmentsRange({ expected12m }: { readonly expected12m: Estimate }) {
  const t = useTranslations('retention.segments');
  const format = useFormat();
  const { mean, low, high, times, of } = format.estimate(expected12m);
  return (
    <div className="tm-panel__pad tm-muted">
      <p>{t('total', { mean, low, high })}</p>
      <p>
        {t('range', {
          below: format.percent(1 - expected12m.low / expected12m.mean),
          above: format.percent(expected12m.high / expected12m.mean - 1),
          times,
          of,
        })}
      </p>
    </div>
  );
}
