import type { ReactNode } from 'react';

interface ScreenProps {
  readonly title: string;
  /** A line below the title: as-of, subtitle. */
  readonly meta?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** The outline of every page: one heading, one line of context, at most one action, then the content. */
export function Screen({ title, meta, action, children }: ScreenProps) {
  return (
    <main className="tm-screen">
      <header className="tm-screen__header">
        <div className="tm-screen__heading">
          <h1 className="tm-screen__title">{title}</h1>
          {meta}
        </div>
        {action !== undefined && <div className="tm-screen__action">{action}</div>}
      </header>
      <div className="tm-screen__body">{children}</div>
    </main>
  );
}
