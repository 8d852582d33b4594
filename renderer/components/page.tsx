import type { ReactNode } from 'react';

export interface PageProps {
  readonly title: string;
  /** Beside the title, e.g. a count or a chip. */
  readonly note?: ReactNode;
  /** Buttons at the right end; the primary one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page inside the frame: title line, then its parts with even space. */
export function Page({ title, note, actions, children }: PageProps): ReactNode {
  return (
    <section className="page" aria-label={title}>
      <header className="head">
        <div className="title row">
          <h1>{title}</h1>
          {note !== undefined && <span className="soft">{note}</span>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** What stands where nothing is yet: one sentence and the way on. */
export function EmptyState(props: { readonly sentence: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p>{props.sentence}</p>
      {props.children !== undefined && <div className="row">{props.children}</div>}
    </div>
  );
}

export type ChipKind = 'plain' | 'good' | 'warn' | 'bad' | 'note';

/** A short word that names a state; never colour alone. */
export function Chip(props: { readonly kind?: ChipKind; readonly children: ReactNode }): ReactNode {
  return <span className={`chip ${props.kind ?? 'plain'}`}>{props.children}</span>;
}
