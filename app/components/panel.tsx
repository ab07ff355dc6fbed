import { useId, type ReactNode } from 'react';

interface PanelProps {
  readonly title?: string;
  /** Beside the title: a badge, a link. */
  readonly aside?: ReactNode;
  readonly className?: string;
  /** For content that brings its own edges, such as a table. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A card with a heading, announced as a region under that heading. */
export function Panel({ title, aside, className = '', flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={`tm-panel ${flush ? 'tm-panel--flush' : ''} ${className}`}
      {...(title === undefined ? {} : { 'aria-labelledby': id })}
    >
      {title !== undefined && (
        <div className="tm-panel__header">
          <h2 className="tm-panel__title" id={id}>
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
