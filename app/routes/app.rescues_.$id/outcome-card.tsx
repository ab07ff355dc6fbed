import { useTranslations } from 'use-intl';
import { DataTable } from '~/components/data-table';
import { EstimateTile, Tile } from '~/components/metric-tile';
import { Panel } from '~/components/panel';
import { RangeBar } from '~/components/range-bar';
import { useOutcomeWords } from '~/components/use-outcome-words';
import type { Estimate } from '~/domain/estimate';
import { scaleEstimate } from '~/domain/scale-estimate';
import { useFormat } from '~/i18n/shop-format';
import type { RescueOutcomeView } from '~/services/views/rescue-view';

/** What a rescue has brought, first in words, then with its ranges, then who bought. */
export function OutcomeCard({ outcome }: { readonly outcome: RescueOutcomeView }) {
  const t = useTranslations('rescue.outcome');
  const format = useFormat();
  const words = useOutcomeWords();
  const { measured, daysLeft, measuredOn, contacted } = outcome;
  const over = daysLeft === 0;
  return (
    <>
      <Panel
        title={t('heading')}
        aside={<span className="tm-muted">{t('measured', { day: format.day(measuredOn) })}</span>}
        className={`tm-decision ${over ? 'tm-decision--act' : ''}`}
      >
        <p className="tm-decision__headline">{words(outcome)}</p>
        <p className="tm-decision__detail">{t(outcome.offeredDiscount ? 'others' : 'othersMessage')}</p>
        <Buyers outcome={outcome} />
      </Panel>
      {over && measured && (
        <section className="tm-panel tm-tiles" aria-label={t('heading')}>
          <EstimateTile
            name={t('rescued')}
            period={t('rescuedPeriod')}
            help={t('rescuedHelp')}
            estimate={measured.rescued}
            tone="gain"
          />
          <EstimateTile
            name={t('till')}
            period={t('tillPeriod')}
            help={t('tillHelp')}
            estimate={scaleEstimate(measured.margin, contacted)}
            tone="steady"
          />
          <ExtraReturns returns={measured.extraReturns} />
        </section>
      )}
    </>
  );
}

function ExtraReturns({ returns }: { readonly returns: Estimate }) {
  const t = useTranslations();
  const format = useFormat();
  const hundred = (share: number): string => format.integer(Math.round(100 * share) + 0);
  const [mean, low, high] = [hundred(returns.mean), hundred(returns.low), hundred(returns.high)];
  const { times, of } = format.estimate(returns);
  return (
    <Tile
      name={t('rescue.outcome.extra')}
      period={t('rescue.outcome.tillPeriod')}
      help={t('rescue.outcome.extraHelp')}
      figure={mean}
      chart={
        <>
          <RangeBar
            estimate={returns}
            tone="steady"
            label={t('range.chart', { mean, low, high, times, of })}
          />
          <p className="tm-tile__range">{t('range.between', { low, high })}</p>
        </>
      }
    />
  );
}

function Buyers({ outcome }: { readonly outcome: RescueOutcomeView }) {
  const t = useTranslations('rescue.outcome');
  const format = useFormat();
  const { contacted, heldOut, buyersContacted, buyersHeldOut, codeUsers, offeredDiscount } = outcome;
  const used = (cell: string): readonly string[] => (offeredDiscount ? [cell] : []);
  const share = (bought: number, total: number): string =>
    t('of', { bought, total, share: total === 0 ? '–' : format.percent(bought / total) });
  return (
    <DataTable
      caption={t('table')}
      columns={[t('group'), t('bought'), ...used(t('codeUsers'))]}
      rows={[
        {
          key: 'contacted',
          cells: [t('contacted'), share(buyersContacted, contacted), ...used(format.integer(codeUsers))],
        },
        ...(heldOut > 0
          ? [{ key: 'held-out', cells: [t('heldOut'), share(buyersHeldOut, heldOut), ...used('–')] as const }]
          : []),
      ]}
    />
  );
}
