import { Button } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RescueControl } from './rescue-control';

/** Takes a rescue back, after one question. */
export function UndoButton({ control }: { readonly control: RescueControl }) {
  const t = useTranslations('rescue.active');
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="tertiary" tone="critical" onClick={() => setAsked(true)}>
        {t('undo')}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={t('undo')} className="tm-inset">
      <p className="tm-prose">{t('undoSure')}</p>
      <div className="tm-inline">
        <Button
          variant="primary"
          tone="critical"
          loading={control.pressed === 'undo'}
          onClick={() => control.press('undo')}
        >
          {t('undoYes')}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('undoNo')}</Button>
      </div>
    </div>
  );
}
