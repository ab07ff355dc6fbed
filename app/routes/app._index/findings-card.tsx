import { Badge, Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { codedMessage } from '~/i18n/coded-message';
import type { FindingView } from '~/services/views/dashboard-view';
import './findings-card.css';
import { useFindingValues } from './use-finding-values';

const TONES = { opportunity: 'info', alert: 'warning', success: 'success' } as const;

/** What changed or can be done, the most important first: its kind in a word, a sentence, and the way to it. */
export function FindingsCard({ findings }: { readonly findings: readonly FindingView[] }) {
  const t = useTranslations();
  const spoken = useFindingValues();
  return (
    <Panel title={t('retention.findings.title')}>
      {findings.length === 0 ? (
        <p className="tm-muted">{t('retention.findings.none')}</p>
      ) : (
        <ul className="tm-findings">
          {findings.map(({ kind, code, values, url }) => {
            const word = t(`retention.findings.kind.${kind}`);
            return (
              <li key={code}>
                <Badge tone={TONES[kind]}>{word}</Badge>
                <p>{codedMessage(t, 'findings', code, spoken(values))}</p>
                <Link url={url} accessibilityLabel={t('retention.findings.actFor', { kind: word })}>
                  {t('retention.findings.act')}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
