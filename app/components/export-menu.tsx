import { ActionList, BlockStack, Button, Popover } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EXPORT_FORMATS, type ExportFormat } from '~/services/views/export-view';
import { DownloadStatus } from './download-status';
import { useDownload } from './use-download';

interface ExportMenuProps {
  /** Where the file is made. */
  readonly url: string;
  /** What it is about; the format is added. Names may repeat. */
  readonly fields?: Iterable<readonly [name: string, value: string]>;
  readonly disabled?: boolean;
}

/** The button, its menu of formats, and what became of the last one. */
export function ExportMenu({ url, fields = [], disabled = false }: ExportMenuProps) {
  const t = useTranslations('exports');
  const [open, setOpen] = useState(false);
  const { download, state } = useDownload();

  const choose = (format: ExportFormat): void => {
    setOpen(false);
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    form.set('format', format);
    download(url, form);
  };

  return (
    <BlockStack gap="100">
      <div>
        <Popover
          active={open}
          autofocusTarget="first-node"
          onClose={() => setOpen(false)}
          activator={
            <Button
              disclosure
              disabled={disabled}
              loading={state === 'busy'}
              onClick={() => setOpen((before) => !before)}
            >
              {t('button')}
            </Button>
          }
        >
          <ActionList
            actionRole="menuitem"
            items={EXPORT_FORMATS.map((format) => ({
              content: t(`format.${format}.name`),
              helpText: t(`format.${format}.help`),
              onAction: () => choose(format),
            }))}
          />
        </Popover>
      </div>
      <DownloadStatus state={state} />
    </BlockStack>
  );
}
