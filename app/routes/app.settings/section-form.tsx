import { BlockStack, Button } from '@shopify/polaris';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SettingsSection } from '~/services/views/settings-view';
import type { SettingsSave } from './settings-save';

interface SectionFormProps {
  readonly section: SettingsSection;
  readonly save: SettingsSave;
  readonly button: string;
  /** What is said once it is saved. */
  readonly done: string;
  /** The fields have changed since they were sent: what was said of them is over. */
  readonly edited: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A section's fields and its button. What was typed stays, whatever the server answers; a refused field gets the focus. */
export function SectionForm({ section, save, button, done, edited, onSubmit, children }: SectionFormProps) {
  const t = useTranslations('settings');
  const form = useRef<HTMLFormElement>(null);
  const { answer, saving } = save;
  useEffect(() => {
    if (answer?.status === 'invalid')
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [answer]);
  const said = answer === null || edited || saving ? '' : answer.status === 'saved' ? done : t('notSaved');
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
        save.submit(event.currentTarget);
      }}
    >
      <input type="hidden" name="section" value={section} />
      <BlockStack gap="400">
        {children}
        <div className="tm-save">
          <Button submit variant="primary" loading={saving}>
            {button}
          </Button>
          <p role="status">{said}</p>
        </div>
      </BlockStack>
    </form>
  );
}
