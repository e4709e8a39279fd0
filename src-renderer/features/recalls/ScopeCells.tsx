import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { type ScopeFigures, type ScopeRow, valueOf } from '#shared/recalls/scopeFigures.ts';

type Props = {
  row: ScopeRow;
  /** Whether the scope is the one whose answer stands below. */
  open: boolean;
  answer: ScopeFigures | undefined;
  against: ScopeFigures | undefined;
};

/** A cell of the scope whose answer stands below. */
export const openOf = (open: boolean): { bg?: string } => (open ? { bg: 'var(--l-selected)' } : {});

/** A figure, and how much less or more it is than in the first scope. */
export function Cells({ row, open, answer, against }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (answer === undefined) {
    return (
      <Table.Td colSpan={2} {...openOf(open)} className="muted">
        {t('recalls.compare.noAnswer')}
      </Table.Td>
    );
  }
  const value = valueOf(answer, row);
  const isShare = row.figure === 'balance';
  const saved = against === undefined || isShare ? 0n : (valueOf(against, row) ?? 0n) - (value ?? 0n);
  const amount = localQuantity(formatQuantity(saved < 0n ? -saved : saved), locale);
  const quantity = [amount, row.unitOfMeasure, row.product].filter((part) => part !== '').join(' ');
  return (
    <>
      <Table.Td {...openOf(open)} miw={96} pr={8} ta="end">
        {value !== undefined && <Quantity value={formatQuantity(value)} unit={row.unitOfMeasure} />}
      </Table.Td>
      <Table.Td {...openOf(open)} miw={120} pl={8} c="dimmed">
        {saved > 0n && t('recalls.compare.fewer', { quantity })}
        {saved < 0n && t('recalls.compare.more', { quantity })}
      </Table.Td>
    </>
  );
}
