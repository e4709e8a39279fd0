import type { ReactNode } from 'react';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import type { ReportBars } from '#shared/kernel/reportModel.ts';
import styles from './reports.module.css';

/** A part this long, as a share of the bar, has room for its quantity. */
const roomForText = 0.16;

/** The stacked bars of a report. The table below them says the same. */
export function ReportBarRows({ bars }: { bars: ReportBars }): ReactNode {
  const locale = useLocale();
  const words = new Map(bars.key.map(({ tone, label }) => [tone, label]));
  const said = ({ amount, unit }: { amount: string; unit: string }): string =>
    `${localQuantity(amount, locale)} ${unit}`.trim();
  return (
    <>
      <ul className={styles.key} aria-hidden="true">
        {bars.key.map(({ tone, label }) => (
          <li key={tone}>
            <span className={styles.swatch} data-tone={tone} /> {label}
          </li>
        ))}
      </ul>
      <ul className={styles.bars}>
        {bars.rows.map(({ name, note, parts, mark, value }) => (
          <li key={name}>
            <span className={styles.barName}>
              <span className="mono">{name}</span> <span className="muted">{note}</span>
            </span>
            <span
              className={styles.bar}
              role="img"
              aria-label={`${name}: ${parts.map(({ tone, quantity }) => `${words.get(tone) ?? ''} ${said(quantity)}`).join(', ')}`}
            >
              {parts.map(({ tone, share, quantity }) => (
                <span
                  key={tone}
                  className={styles.part}
                  data-tone={tone}
                  style={{ flexGrow: share }}
                  title={`${words.get(tone) ?? ''}: ${said(quantity)}`}
                >
                  {share >= roomForText && said(quantity)}
                </span>
              ))}
              {mark !== undefined && <span className={styles.mark} style={{ insetInlineStart: `${mark * 100}%` }} />}
            </span>
            <span className={styles.barValue}>
              <Quantity value={value.amount} unit={value.unit} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
