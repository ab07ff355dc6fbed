import { Button, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

interface SearchFieldProps {
  /** What the list shows now. */
  readonly search: string | null;
  readonly onSearch: (search: string | null) => void;
}

/** A code, a name, an e-mail or a phone; searched for when it is sent, not with every letter. */
export function SearchField({ search, onSearch }: SearchFieldProps) {
  const t = useTranslations('customers.search');
  const [text, setText] = useState(search ?? '');
  return (
    <form
      role="search"
      className="tm-search"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = text.trim();
        onSearch(typed === '' ? null : typed);
      }}
    >
      <TextField
        label={t('label')}
        placeholder={t('placeholder')}
        value={text}
        onChange={setText}
        autoComplete="off"
        maxLength={200}
        clearButton
        onClearButtonClick={() => {
          setText('');
          if (search !== null) onSearch(null);
        }}
        connectedRight={<Button submit>{t('button')}</Button>}
      />
    </form>
  );
}
