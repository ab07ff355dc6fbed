import { Button } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RescueControl } from './rescue-control';

interface UndoButtonProps {
  readonly control: RescueControl;
  /** How many codes will stop working. */
  readonly codes: number;
}

/** Takes a rescue back, after one question. */
export function UndoButton({ control, codes }: UndoButtonProps) {
  const t = useTranslations('rescue.active');
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    if (asked) question.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <Button variant="tertiary" tone="critical" onClick={() => setAsked(true)}>
        {t('undo')}
      </Button>
    );
  }
  return (
    <div ref={question} tabIndex={-1} role="group" aria-label={t('undo')} className="tm-inset tm-step">
      <p className="tm-prose">{t('undoSure', { codes })}</p>
      <div className="tm-inline">
        <Button
          variant="primary"
          tone="critical"
          loading={control.pressed === 'undo'}
          onClick={() => control.press('undo')}
        >
          {t('undoYes')}
        </Button>
        <Button disabled={control.pressed === 'undo'} onClick={() => setAsked(false)}>
          {t('undoNo')}
        </Button>
      </div>
    </div>
  );
}
