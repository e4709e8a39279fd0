import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { ProductLink } from '#renderer/components/links.tsx';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { balanceBar, balanceParts, type BalancePart, readBalance } from '#shared/recalls/balances.ts';
import type { RecallView } from './askRecall.ts';
import styles from './balance.module.css';

type Row = RecallView['balances'][number];

/** So many balances are drawn at once, worst first; the table has all of them. */
const mostDrawn = 6;
/** A part this long, as a share of the bar, has room for its quantity. */
const roomForText = 0.14;

/** Where what came in of each product is now, as stacked bars, worst balance first. The table below says the same in numbers. */
export function BalanceBars({ view }: { view: RecallView }): ReactNode {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { balances } = view;
  const drawn = all ? balances : balances.slice(0, mostDrawn);
  const left = balances.length - drawn.length;
  const names = new Map(view.products.map(({ product, name }) => [product, name]));
  const parts = new Set(drawn.flatMap((row) => balanceBar(readBalance(row)).parts.map(({ part }) => part)));
  return (
    <Section
      title={t('recalls.balance.title')}
      actions={<Hint about={t('recalls.balance.title')}>{t('recalls.balance.help')}</Hint>}
    >
      <Group component="ul" gap="4px 16px" mb={8} fz={13} c="dimmed" aria-hidden="true">
        {balanceParts
          .filter((part) => parts.has(part))
          .map((part) => (
            <li key={part}>
              <Box component="span" display="inline-block" w={12} h={12} style={{ borderRadius: 2 }} data-part={part} />{' '}
              {t(`recalls.balance.parts.${part}`)}
            </li>
          ))}
      </Group>
      <Stack component="ul" gap={6} mb="md" className={styles.rows ?? ''}>
        {drawn.map((row) => (
          <li key={row.product}>
            <Text truncate>
              <ProductLink code={row.product} /> <span className="muted">{names.get(row.product)}</span>
            </Text>
            <Bar row={row} />
            <Text ta="end" fw={row.unexplained === '0' ? 400 : 600}>
              <Quantity value={row.balancePercent} unit="%" />
            </Text>
          </li>
        ))}
      </Stack>
      {left > 0 && (
        <Box mt={-8} mb="md">
          <Anchor component="button" type="button" onClick={() => setAll(true)}>
            {t('recalls.moreProducts', { count: left })}
          </Anchor>
        </Box>
      )}
    </Section>
  );
}

function Bar({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { parts, cameIn } = balanceBar(readBalance(row));
  const amount = (quantity: string): string => `${localQuantity(quantity, locale)} ${row.unit}`.trim();
  const said = parts.map(
    ({ part, quantity }) => `${t(`recalls.balance.parts.${part}`)} ${amount(formatQuantity(quantity))}`,
  );
  const cameInSaid = `${t('recalls.balance.in')} ${amount(row.in)}`;
  return (
    <div className={styles.bar} role="img" aria-label={`${row.product}: ${[cameInSaid, ...said].join(', ')}`}>
      {parts.map(({ part, quantity, share }) => (
        <Segment key={part} part={part} share={share} said={amount(formatQuantity(quantity))} />
      ))}
      {cameIn < 1 && parts.length > 0 && (
        <Box
          component="span"
          pos="absolute"
          w={2}
          h="100%"
          bg="var(--l-text)"
          left={`${cameIn * 100}%`}
          title={cameInSaid}
        />
      )}
    </div>
  );
}

function Segment({ part, share, said }: { part: BalancePart; share: number; said: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <span
      className={styles.part}
      data-part={part}
      style={{ flexGrow: share }}
      title={`${t(`recalls.balance.parts.${part}`)}: ${said}`}
    >
      {share >= roomForText && said}
    </span>
  );
}
