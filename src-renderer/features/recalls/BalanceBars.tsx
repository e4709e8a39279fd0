import { Anchor, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { ProductLink } from '#renderer/components/links.tsx';
import { StackedBars } from '#renderer/components/StackedBars.tsx';
import type { BarTone } from '#shared/kernel/reportModel.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { balanceBar, balanceParts, type BalancePart, readBalance } from '#shared/recalls/balances.ts';
import type { RecallView } from './askRecall.ts';

/** So many balances are drawn at once, worst first; the table has all of them. */
const mostDrawn = 6;

const tones: Readonly<Record<BalancePart, BarTone>> = {
  used: 'neutral',
  inProcess: 'striped',
  out: 'strong',
  here: 'light',
  explained: 'hatched',
  unexplained: 'alarming',
};

/** Where what came in of each product is now, as stacked bars, worst balance first. The table below says the same in numbers. */
export function BalanceBars({ view }: { view: RecallView }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const { balances } = view;
  const drawn = all ? balances : balances.slice(0, mostDrawn);
  const left = balances.length - drawn.length;
  const names = new Map(view.products.map(({ product, name }) => [product, name]));
  const wordOf = (part: BalancePart): string => t(`recalls.balance.parts.${part}`);
  const bars = drawn.map((row) => {
    const { parts, cameIn } = balanceBar(readBalance(row));
    const amount = (quantity: string): string => `${localQuantity(quantity, locale)} ${row.unit}`.trim();
    const shown = parts.map(({ part, quantity, share }) => ({
      part,
      tone: tones[part],
      share,
      amount: amount(formatQuantity(quantity)),
      label: wordOf(part),
    }));
    const cameInSaid = `${t('recalls.balance.in')} ${amount(row.in)}`;
    const said = [cameInSaid, ...shown.map((one) => `${one.label} ${one.amount}`)].join(', ');
    return {
      id: row.product,
      name: (
        <>
          <ProductLink code={row.product} /> <span className="muted">{names.get(row.product)}</span>
        </>
      ),
      value: (
        <Text span inherit fw={row.unexplained === '0' ? 400 : 600}>
          <Quantity value={row.balancePercent} unit="%" />
        </Text>
      ),
      said: `${row.product}: ${said}`,
      parts: shown,
      mark: cameIn < 1 && parts.length > 0 ? { at: cameIn, said: cameInSaid } : undefined,
    };
  });
  const there = new Set(bars.flatMap(({ parts }) => parts.map(({ part }) => part)));
  return (
    <Section
      title={t('recalls.balance.title')}
      actions={<Hint about={t('recalls.balance.title')}>{t('recalls.balance.help')}</Hint>}
    >
      <StackedBars
        tones={balanceParts
          .filter((part) => there.has(part))
          .map((part) => ({ tone: tones[part], label: wordOf(part) }))}
        rows={bars}
      />
      {left > 0 && (
        <Anchor component="button" type="button" underline="always" mt={-8} mb="md" onClick={() => setAll(true)}>
          {t('recalls.moreProducts', { count: left })}
        </Anchor>
      )}
    </Section>
  );
}
