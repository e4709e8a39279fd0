import type { ReactNode } from 'react';
import type { BarTone } from '#shared/kernel/reportModel.ts';
import styles from './StackedBars.module.css';

type Row = {
  id: string;
  /** In front of the bar, and behind it. */
  name: ReactNode;
  value: ReactNode;
  /** What is read aloud instead of the bar. */
  said: string;
  parts: readonly { tone: BarTone; share: number; amount: string; label: string }[];
  /** Where on the bar a line runs across it, 0 to 1, and what it says. */
  mark?: { at: number; said: string } | undefined;
};

type Props = { tones: readonly { tone: BarTone; label: string }[]; rows: readonly Row[] };

/** A part this long, as a share of the bar, has room for its amount. */
const roomForText = 0.15;

/** Stacked bars, one below the other. What they draw stands in a table too. */
export function StackedBars({ tones, rows }: Props): ReactNode {
  return (
    <>
      <ul className={styles.tones} aria-hidden="true">
        {tones.map(({ tone, label }) => (
          <li key={tone}>
            <span className={styles.swatch} data-tone={tone} /> {label}
          </li>
        ))}
      </ul>
      <ul className={styles.rows}>
        {rows.map(({ id, name, value, said, parts, mark }) => (
          <li key={id}>
            <span className={styles.name}>{name}</span>
            <span className={styles.bar} role="img" aria-label={said}>
              {parts.map(({ tone, share, amount, label }) => (
                <span
                  key={tone}
                  className={styles.part}
                  data-tone={tone}
                  style={{ flexGrow: share }}
                  title={`${label}: ${amount}`}
                >
                  {share >= roomForText && amount}
                </span>
              ))}
              {mark !== undefined && (
                <span className={styles.mark} style={{ insetInlineStart: `${mark.at * 100}%` }} title={mark.said} />
              )}
            </span>
            <span className={styles.value}>{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
