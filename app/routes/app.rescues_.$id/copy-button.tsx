import { Button } from '@shopify/polaris';
import { ClipboardIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

/** Copies a text; where the browser does not let it, says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTranslations('rescue.active');
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      // A frame without the permission, or a browser without the interface.
      setResult('copyFailed');
    }
  };
  return (
    <span className="tm-inline">
      <Button size="micro" icon={ClipboardIcon} accessibilityLabel={label} onClick={() => void copy()} />
      <span role="status" className="tm-muted">
        {result && t(result)}
      </span>
    </span>
  );
}
