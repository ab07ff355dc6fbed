import { Badge } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { DataTable } from '~/components/data-table';
import { Disclosure } from '~/components/disclosure';
import { useCount } from '~/components/use-count';
import { useSmallFigure } from '~/components/use-small-figure';
import { codedMessage } from '~/i18n/coded-message';
import { useFormat } from '~/i18n/shop-format';
import type { BacktestView } from '~/services/views/trust-view';
import { sideOfError } from './checked-forecast';

/** Always among the candidates: what a model must at least match. */
const RULES: ReadonlySet<string> = new Set(['hiatus', 'last-window']);

/** Every forecast that was tried on the same past, the simple rules among them. */
export function CandidatesTable({ backtest }: { readonly backtest: BacktestView }) {
  const t = useTranslations();
  const format = useFormat();
  const count = useCount();
  const figure = useSmallFigure();
  const { candidates, customers, origins, horizonDays } = backtest;
  return (
    <Disclosure title={t('trust.candidates.title')}>
      <p className="tm-prose">
        {t('trust.candidates.body', { customers, origins: origins.length, horizonDays })}
      </p>
      <DataTable
        caption={t('trust.candidates.title')}
        columns={[
          t('trust.candidates.name'),
          t('trust.candidates.ranking'),
          t('trust.candidates.off'),
          t('trust.candidates.calibration'),
          t('trust.candidates.total'),
        ]}
        rows={candidates.map((candidate) => {
          const { name, chosen, rankingArea, meanAbsoluteError, calibrationError, totalError } = candidate;
          const side = totalError === null ? null : sideOfError(totalError);
          return {
            key: name,
            cells: [
              <span key="name">
                {codedMessage(t, 'candidates', name)}{' '}
                {chosen && <Badge tone="success">{t('trust.candidates.inUse')}</Badge>}
              </span>,
              format.integer(Math.round(100 * rankingArea)),
              meanAbsoluteError === null ? t('trust.candidates.onlyRanks') : figure(meanAbsoluteError),
              calibrationError === null ? '–' : count(100 * calibrationError).text,
              totalError === null || side === null
                ? '–'
                : side === 'exact'
                  ? t('trust.detail.exact')
                  : t(`trust.detail.${side}`, { percent: format.percent(Math.abs(totalError)) }),
            ],
          };
        })}
      />
      <RuleRemark candidates={candidates} />
      <p className="tm-muted tm-prose">{t('trust.candidates.explain')}</p>
    </Disclosure>
  );
}

/** Says plainly how a rule that anybody could apply compares with the model, also where the rule is better. */
function RuleRemark({ candidates }: Pick<BacktestView, 'candidates'>) {
  const t = useTranslations();
  const ours = candidates.find(({ chosen }) => chosen);
  const best = candidates
    .filter(({ name, chosen }) => RULES.has(name) && !chosen)
    .reduce<BacktestView['candidates'][number] | null>(
      (leader, rule) => (leader !== null && leader.rankingArea >= rule.rankingArea ? leader : rule),
      null,
    );
  if (!ours || !best) return null;
  // Compared as printed: a reader must not see "81 against 81" called a victory.
  const ruleTimes = Math.round(100 * best.rankingArea);
  const ourTimes = Math.round(100 * ours.rankingArea);
  const outcome = ruleTimes > ourTimes ? 'ruleBetter' : ruleTimes === ourTimes ? 'ruleEqual' : 'ruleWorse';
  return (
    <p className="tm-prose">
      {t(`trust.candidates.${outcome}`, {
        rule: codedMessage(t, 'candidates', best.name),
        ruleTimes,
        ourTimes,
      })}
    </p>
  );
}
