import { Banner, Button } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { MessageScreen } from '~/components/message-screen';
import { Panel } from '~/components/panel';
import { RescueForm } from '~/components/rescue-form';
import { RescueSentence } from '~/components/rescue-sentence';
import { Screen } from '~/components/screen';
import type { RescueStart } from '~/components/use-rescue-start';
import { useFormat } from '~/i18n/shop-format';
import { EstimateTile } from '~/components/metric-tile';
import { useChance } from '~/components/use-chance';
import { rescueDecision } from '~/insights/decision';
import type { RescueOutlookView } from '~/services/views/rescue-outlook-view';
import type { RescuesView } from '~/services/views/rescue-view';
import { RescueList } from './rescue-list';

export interface LiftStop {
  readonly start: () => void;
  readonly busy: boolean;
  readonly done: boolean;
}

interface RescuesPageProps {
  readonly view: RescuesView;
  readonly lift: LiftStop;
  readonly start: RescueStart;
}

type ReadyView = Extract<RescuesView, { state: 'ready' }>;

/** What to do next, what rescues have brought together, and each of them. */
export function RescuesPage({ view, lift, start }: RescuesPageProps) {
  const t = useTranslations('rescue');
  const format = useFormat();
  if (view.state === 'empty') {
    return (
      <MessageScreen
        title={t('title')}
        heading={t('empty.heading')}
        body={t('empty.body')}
        button={{ text: t('empty.button'), url: '/app' }}
      />
    );
  }
  return (
    <Screen
      title={t('title')}
      meta={
        <ul className="tm-asof">
          <li>{t('asOf', { day: format.day(view.analysisDay) })}</li>
        </ul>
      }
    >
      {view.outlook && <Stopped outlook={view.outlook} lift={lift} />}
      <Next outlook={view.outlook} start={start} />
      {view.rescued && <Rescued rescued={view.rescued} />}
      <Panel title={t('list.title')} flush={view.rescues.length > 0}>
        {view.rescues.length === 0 ? (
          <p className="tm-muted">{t('list.none')}</p>
        ) : (
          <RescueList rescues={view.rescues} />
        )}
      </Panel>
    </Screen>
  );
}

/** The one decision of the screen. */
function Next({
  outlook,
  start,
}: {
  readonly outlook: RescueOutlookView | null;
  readonly start: RescueStart;
}) {
  const t = useTranslations();
  const decision = outlook && rescueDecision(outlook);
  return (
    <Panel className={`tm-decision ${decision ? 'tm-decision--act' : ''}`}>
      <div className="tm-decision__row">
        <div className="tm-decision__text">
          <div className="tm-decision__eyebrow">{t('dashboard.eyebrow')}</div>
          {decision ? (
            <RescueSentence decision={decision} />
          ) : (
            <p className="tm-decision__headline">{t(outlook ? 'rescue.nothing' : 'rescue.noForecast')}</p>
          )}
        </div>
        <div className="tm-decision__actions">
          {decision && (
            <RescueForm
              start={start}
              fields={{ kind: 'recommended' }}
              button={{ text: t('retention.decision.create'), variant: 'primary', size: 'large' }}
            />
          )}
          {!outlook && <Button url="/app">{t('rescue.noForecastButton')}</Button>}
        </div>
      </div>
    </Panel>
  );
}

function Stopped({ outlook, lift }: { readonly outlook: RescueOutlookView; readonly lift: LiftStop }) {
  const t = useTranslations('rescue.stop');
  if (outlook.limit === 'none') return null;
  return (
    <Banner tone="warning" title={t(`${outlook.limit}.title`)}>
      <p>{t(`${outlook.limit}.body`)}</p>
      <div className="tm-inline">
        <Button onClick={lift.start} loading={lift.busy} disabled={lift.done}>
          {t('lift')}
        </Button>
        <span role="status">{lift.done && t('lifted')}</span>
      </div>
    </Banner>
  );
}

function Rescued({ rescued }: { readonly rescued: NonNullable<ReadyView['rescued']> }) {
  const t = useTranslations('retention.numbers');
  const format = useFormat();
  const chance = useChance();
  const { total, campaigns, chancePaid, from, to } = rescued;
  return (
    <section className="tm-panel tm-tiles" aria-label={t('rescued')}>
      <EstimateTile
        name={t('rescued')}
        period={t('rescuedPeriod', { from: format.day(from), to: format.day(to) })}
        help={t('rescuedHelp')}
        estimate={total}
        tone="gain"
      >
        {t('rescuedNote', { campaigns, chance: chance(chancePaid) })}
      </EstimateTile>
    </section>
  );
}
