import { Button, type ButtonProps } from '@shopify/polaris';
import type { RescueStart } from './use-rescue-start';

interface RescueFormProps {
  readonly start: RescueStart;
  /** Whom the rescue is for, as `/app/rescues` reads it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly button: Pick<ButtonProps, 'variant' | 'size' | 'accessibilityLabel'> & { readonly text: string };
}

/** The button that begins a rescue. It goes dead with the first press, until the page that follows is there. */
export function RescueForm({ start, fields, button: { text, ...look } }: RescueFormProps) {
  return (
    <form
      method="post"
      action={start.action}
      onSubmit={(event) => {
        event.preventDefault();
        if (!start.starting) start.submit(event.currentTarget);
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        submit
        {...look}
        disabled={start.starting}
        loading={start.starting && look.variant === 'primary'}
      >
        {text}
      </Button>
    </form>
  );
}
