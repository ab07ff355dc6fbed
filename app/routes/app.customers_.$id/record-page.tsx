import { Badge, Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { ChanceChart } from '~/components/chance-chart';
import { Lifeline } from '~/components/lifeline';
import { MessageScreen } from '~/components/message-screen';
import { Panel } from '~/components/panel';
import { Screen } from '~/components/screen';
import { SegmentBadge } from '~/components/segment-badge';
import { useFormat } from '~/i18n/shop-format';
import { useMoment } from '~/i18n/use-moment';
import type { CustomerRecordView } from '~/services/views/customer-record-view';
import { ChanceTiles } from './chance-tiles';
import { ContactCard, type ContactControl } from './contact-card';
import { HistoryCard } from './history-card';
import { InsideCard } from './inside-card';
import { MoneyTiles } from './money-tiles';
import { NextOrderCard } from './next-order-card';
import { RecordDecision } from './record-decision';
import { RescuesCard } from './rescues-card';

type ReadyRecord = Extract<CustomerRecordView, { state: 'ready' }>;

interface RecordPageProps<View> {
  readonly view: View;
  readonly contact: ContactControl;
}

/** One customer: what to do, how likely they return, what they are worth, when the next order is due, what they did. */
export function RecordPage({ view, contact }: RecordPageProps<CustomerRecordView>) {
  const t = useTranslations('record');
  if (view.state === 'unknown') {
    return (
      <MessageScreen
        title={t('unknown.title')}
        body={t('unknown.body')}
        button={{ text: t('unknown.button'), url: '/app/customers' }}
      />
    );
  }
  return <ReadyPage view={view} contact={contact} />;
}

function ReadyPage({ view, contact }: RecordPageProps<ReadyRecord>) {
  const t = useTranslations();
  const { alias, asOf, history, forecast, purchases, chanceCourse, rescues } = view;
  const due = forecast?.nextOrder.find(({ probability }) => probability === 0.8)?.days ?? null;
  return (
    <Screen title={t('customers.alias', { alias })} meta={<Meta view={view} />}>
      <RecordDecision view={view} />
      {forecast && (
        <>
          <ChanceTiles forecast={forecast} />
          <MoneyTiles forecast={forecast} history={history} />
        </>
      )}
      <div className="tm-columns">
        <div className="tm-stack">
          {chanceCourse && (
            <Panel title={t('charts.chance.title')}>
              <ChanceChart course={chanceCourse} purchases={purchases.map(({ day }) => day)} />
            </Panel>
          )}
          <Panel title={t('record.lifeline.title')}>
            <Lifeline
              purchases={purchases}
              ordersCounted={history.ordersCounted}
              daysSinceLastOrder={history.daysSinceLastOrder}
              analysisDay={asOf.analysisDay}
              dueDays={due}
            />
          </Panel>
          {forecast && <NextOrderCard nextOrder={forecast.nextOrder} />}
        </div>
        <div className="tm-stack">
          <ContactCard {...contact} />
          <RescuesCard rescues={rescues} />
          <HistoryCard history={history} />
          {forecast && <InsideCard forecast={forecast} />}
        </div>
      </div>
    </Screen>
  );
}

/** From where the customer came, who it is, and from which day and data the numbers are seen. */
function Meta({ view }: { readonly view: ReadyRecord }) {
  const t = useTranslations();
  const format = useFormat();
  const moment = useMoment();
  const { asOf, history, segment, leaving } = view;
  return (
    <ul className="tm-asof">
      <li>
        <Link url="/app/customers">{t('record.back')}</Link>
      </li>
      {(leaving || segment !== 'standard') && (
        <li>
          <SegmentBadge segment={segment} />{' '}
          {leaving && <Badge tone="attention">{t('record.leaving')}</Badge>}
        </li>
      )}
      <li>
        {t('record.lastOrder', {
          ago: t('customers.daysAgo', { days: history.daysSinceLastOrder }),
          day: format.day(history.lastOrderDay),
        })}
      </li>
      <li>{t('record.seenFrom', { day: format.day(asOf.analysisDay) })}</li>
      <li>{t('dashboard.asOf.computed', { when: moment(asOf.computedAt) })}</li>
    </ul>
  );
}
