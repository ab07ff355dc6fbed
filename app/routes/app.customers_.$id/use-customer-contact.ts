import { useEffect, useState } from 'react';
import type { CustomerContactView } from '~/services/views/customer-contact-view';
import type { ContactControl } from './contact-card';

const UNAVAILABLE: CustomerContactView = { state: 'unavailable' };

/**
 * Asks for a customer's name and addresses once the page is there, so that no number waits for Shopify. A question that
 * fails is a state of its card: it must not replace a page of numbers by an error.
 */
export function useCustomerContact(customerId: string | null): ContactControl {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (customerId === null) return undefined;
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      const contact = await readContact(customerId, leaving.signal).catch(() => UNAVAILABLE);
      if (!leaving.signal.aborted) setAnswer({ customerId, round, contact });
    };
    void ask();
    return () => leaving.abort();
  }, [customerId, round]);

  // The answer to an earlier question is none to this one.
  const current = answer?.customerId === customerId && answer.round === round;
  return { contact: current ? answer.contact : null, askAgain: () => setRound(round + 1) };
}

interface Answer {
  readonly customerId: string;
  readonly round: number;
  readonly contact: CustomerContactView;
}

/** App Bridge adds the session token to requests of the page's own origin. */
async function readContact(customerId: string, signal: AbortSignal): Promise<CustomerContactView> {
  const response = await fetch(`/api/customer-contact/${encodeURIComponent(customerId)}`, {
    headers: { Accept: 'application/json' },
    signal,
  });
  if (!response.ok) throw new Error(`contact answered ${response.status}`);
  const body = (await response.json()) as { contact: CustomerContactView };
  return body.contact;
}
