import { Badge } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { codedMessage } from '~/i18n/coded-message';

/** A customer's segment in words; the ordinary one needs none. */
export function SegmentBadge({ segment }: { readonly segment: string }) {
  const t = useTranslations();
  if (segment === 'standard') return null;
  const text = codedMessage(t, 'segments', segment);
  if (segment === 'vip-at-risk') return <Badge tone="attention">{text}</Badge>;
  if (segment === 'loyal') return <Badge tone="success">{text}</Badge>;
  if (segment === 'potential-whale') return <Badge tone="info">{text}</Badge>;
  return <Badge>{text}</Badge>;
}
