import { Button, SkeletonBodyText } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FactList, type Fact } from '~/components/fact-list';
import { Panel } from '~/components/panel';
import type { ConsentView, CustomerContactView } from '~/services/views/customer-contact-view';
import './contact-card.css';

export interface ContactControl {
  /** Null while Shopify is being asked. */
  readonly contact: CustomerContactView | null;
  readonly askAgain: () => void;
}

/** Name, e-mail and phone as Shopify tells them now; as tall while it is asked as with the answer. */
export function ContactCard({ contact, askAgain }: ContactControl) {
  const t = useTranslations('customer.contact');
  return (
    <Panel title={t('title')}>
      <div className="tm-contact" aria-live="polite" aria-busy={contact === null}>
        <Content contact={contact} />
        {contact?.state === 'unavailable' && <Button onClick={askAgain}>{t('again')}</Button>}
      </div>
      <p className="tm-muted">{t('note')}</p>
    </Panel>
  );
}

function Content({ contact }: Pick<ContactControl, 'contact'>) {
  const t = useTranslations('customer.contact');
  if (contact === null) {
    return (
      <>
        <p className="tm-hidden">{t('loading')}</p>
        <Facts name={<Waiting lines={1} />} email={<Waiting lines={2} />} phone={<Waiting lines={3} />} />
      </>
    );
  }
  if (contact.state !== 'ready') return <p className="tm-contact__state">{t(contact.state)}</p>;
  const { name, email, phone } = contact;
  return (
    <Facts
      name={name ?? t('noName')}
      email={
        email ? <Reach address={email.address} consents={[['emailConsent', email.consent]]} /> : t('noEmail')
      }
      phone={
        phone ? (
          <Reach
            address={phone.number}
            consents={[
              ['smsConsent', phone.smsConsent],
              ['whatsAppConsent', phone.whatsAppConsent],
            ]}
          />
        ) : (
          t('noPhone')
        )
      }
    />
  );
}

function Facts(values: Readonly<Record<'name' | 'email' | 'phone', ReactNode>>) {
  const t = useTranslations('customer.contact');
  const facts = (['name', 'email', 'phone'] as const).map((label): Fact => ({
    label: t(label),
    value: values[label],
  }));
  return <FactList facts={facts} />;
}

interface ReachProps {
  readonly address: string;
  readonly consents: readonly (readonly ['emailConsent' | 'smsConsent' | 'whatsAppConsent', ConsentView])[];
}

/** An address, and whether it may be used for marketing. */
function Reach({ address, consents }: ReachProps) {
  const t = useTranslations('customer.contact');
  return (
    <>
      <span className="tm-contact__line">{address}</span>
      {consents.map(([channel, consent]) => (
        <span key={channel} className="tm-contact__line tm-muted">
          {t(channel, { consent: t(`consent.${consent}`) })}
        </span>
      ))}
    </>
  );
}

function Waiting({ lines }: { readonly lines: number }) {
  return <SkeletonBodyText lines={lines} />;
}
