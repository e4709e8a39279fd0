import { type ReactNode, useEffect } from 'react';
import styles from './layout.module.css';

type PageProps = {
  title: string;
  /** What is above the title: what kind of thing the page is about. */
  kind?: string;
  lead?: string;
  /** Stands beside the title, at the end of the line. */
  actions?: ReactNode;
  /** A code as title is in mono. */
  code?: boolean;
  children?: ReactNode;
};

/** One screen: its title, which is the window's too, and what it shows. */
export function Page({ title, kind, lead, actions, code = false, children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} – Lotline`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          {kind !== undefined && <p className={styles.kind}>{kind}</p>}
          <h1 className={code ? styles.codeTitle : undefined}>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a screen under a heading of its own. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** Names and values, side by side: the short answers at the head of a page. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Things in a line that breaks where it must. */
export const Line = ({ children }: { children: ReactNode }): ReactNode => <div className={styles.line}>{children}</div>;

/** Two parts side by side, one below the other in a narrow window. */
export const Halves = ({ children }: { children: ReactNode }): ReactNode => (
  <div className={styles.halves}>{children}</div>
);
