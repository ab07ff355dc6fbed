import { Button } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { RescueForm } from '~/components/rescue-form';
import type { RescueStart } from '~/components/use-rescue-start';
import { codedMessage } from '~/i18n/coded-message';
import type { SegmentView } from '~/services/views/dashboard-view';

interface SegmentActionProps {
  readonly row: SegmentView;
  readonly start: RescueStart;
  readonly stopped: boolean;
  /** False while rules answer: what a segment is worth, and so what pays, is not known. */
  readonly valued: boolean;
}

/** The one thing to do with a segment. Those who will not come back are left alone, with the reason. */
export function SegmentAction({ row: { segment, customers }, start, stopped, valued }: SegmentActionProps) {
  const t = useTranslations();
  if (customers === 0) return <span className="tm-muted">–</span>;
  const action = actionFor(segment, valued, stopped);
  const text = t(`retention.segments.do.${action}`);
  const label = t('retention.segments.doFor', {
    action: text,
    segment: codedMessage(t, 'segments', segment),
  });
  if (action === 'rescue') {
    return (
      <RescueForm
        start={start}
        fields={{ kind: 'filter', smart: segment }}
        button={{ text, accessibilityLabel: label }}
      />
    );
  }
  return (
    <>
      <Button variant="plain" url={`/app/customers?filter=${segment}`} accessibilityLabel={label}>
        {text}
      </Button>
      {action === 'leave' && <span className="tm-table__note">{t('retention.segments.leaveWhy')}</span>}
    </>
  );
}

function actionFor(
  segment: string,
  valued: boolean,
  stopped: boolean,
): 'rescue' | 'care' | 'watch' | 'leave' | 'see' {
  if (!valued) return 'see';
  if (segment === 'vip-at-risk') return stopped ? 'see' : 'rescue';
  if (segment === 'loyal') return 'care';
  if (segment === 'potential-whale') return 'watch';
  return segment === 'lost' ? 'leave' : 'see';
}
