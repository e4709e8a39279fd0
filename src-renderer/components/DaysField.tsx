import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateSpanOn, isRelativeSpan, pastSpans, writeDateSpan } from '#shared/kernel/list.ts';
import { today } from './figures.tsx';

type Props = {
  label: string;
  /** A span of days, or one counted from today, which stays so: tomorrow it means other days. */
  value: string;
  onDays: (days: string) => void;
};

const custom = 'custom';

/** Which days that lie behind: counted from today, or from one day to another. */
export function DaysField({ label, value, onDays }: Props): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isCustom = !isRelativeSpan(value) && (value !== '' || isOpen);
  const span = dateSpanOn(today(), value);

  function choose(chosen: string): void {
    setOpen(chosen === custom);
    // One's own days begin with those that were meant until now.
    onDays(chosen === custom ? writeDateSpan(span) : chosen);
  }

  return (
    <>
      <NativeSelect
        size="xs"
        label={label}
        value={isCustom ? custom : value}
        data={[
          { value: '', label: t('common.all') },
          ...pastSpans.map((one) => ({ value: one, label: t(`lists.spans.${one}`) })),
          { value: custom, label: t('lists.spans.custom') },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {isCustom &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            size="xs"
            type="date"
            label={t(end === 'from' ? 'lists.dateFrom' : 'lists.dateTo', { column: label })}
            value={span[end]}
            onChange={(event) => onDays(writeDateSpan({ ...span, [end]: event.currentTarget.value }))}
          />
        ))}
    </>
  );
}
