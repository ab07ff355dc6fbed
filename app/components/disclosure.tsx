import type { ReactNode } from 'react';
import './disclosure.css';

interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Something for those who want to know more, closed at first; works before any script has loaded. */
export function Disclosure({ title, children }: DisclosureProps) {
  return (
    <details className="tm-details">
      <summary>{title}</summary>
      <div className="tm-details__body">{children}</div>
    </details>
  );
}
