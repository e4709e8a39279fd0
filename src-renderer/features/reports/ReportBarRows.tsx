import type { ReactNode } from 'react';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { StackedBars } from '#renderer/components/StackedBars.tsx';
import type { ReportBars } from '#shared/kernel/reportModel.ts';

/** The stacked bars of a report. The table below them says the same. */
export function ReportBarRows({ bars }: { bars: ReportBars }): ReactNode {
  const locale = useLocale();
  const words = new Map(bars.key.map(({ tone, label }) => [tone, label]));
  const amountOf = ({ amount, unit }: { amount: string; unit: string }): string =>
    `${localQuantity(amount, locale)} ${unit}`.trim();
  return (
    <StackedBars
      tones={bars.key}
      rows={bars.rows.map(({ name, note, parts, mark, value }) => {
        const drawn = parts.map(({ tone, share, quantity }) => ({
          tone,
          share,
          amount: amountOf(quantity),
          label: words.get(tone) ?? '',
        }));
        return {
          id: name,
          name: (
            <>
              <span className="mono">{name}</span> <span className="muted">{note}</span>
            </>
          ),
          value: <Quantity value={value.amount} unit={value.unit} />,
          said: `${name}: ${drawn.map(({ label, amount }) => `${label} ${amount}`).join(', ')}`,
          parts: drawn,
          mark: mark === undefined ? undefined : { at: mark, said: '' },
        };
      })}
    />
  );
}
