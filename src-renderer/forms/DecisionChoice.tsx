import { Group, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge, StockStatus } from '#renderer/components/Badge.tsx';
import { localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Facts } from '#renderer/components/layout.tsx';
import { heldTogether } from '#shared/holds/vocabulary.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { statusLetters } from '#shared/lots/vocabulary.ts';
import type { Chosen, Decision, Stock } from './useDecision.ts';

type Props = Pick<Decision, 'statuses' | 'chosen'> & {
  stock: Stock['stock'];
  unitOfMeasure: string;
  onChoose: (change: Partial<Chosen>) => void;
};

/** Which part of the goods, and what becomes of it. What can only be one way is said instead of asked. */
export function DecisionChoice({ stock, statuses, chosen, unitOfMeasure, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { from, to, location } = chosen;
  const say = (rows: Stock['stock']): string => `${localQuantity(sum(rows), locale)} ${unitOfMeasure}`.trim();
  const isLetter = statusLetters.some((letter) => letter === to);
  const [isOther, setOther] = useState(to !== '' && !isLetter);
  const inStatus = (status: string) => stock.filter((row) => row.status === status);
  const lying = inStatus(from);
  const places = [...new Set(lying.map((row) => row.location))].sort(compareCodes);
  const part = (status: string): ReactNode => (
    <>
      <StockStatus status={status} held={heldTogether(inStatus(status).map(({ held }) => held))} />{' '}
      <span className="muted">{say(inStatus(status))}</span>
    </>
  );
  const box = useRef<HTMLDivElement>(null);
  // The focus of a dialog is set when it opens; what can be chosen may be known only later.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return (
    <Stack ref={box} gap={12}>
      {statuses.length === 1 ? (
        <Facts facts={[[t('decisions.from'), part(from)]]} />
      ) : (
        <Radio.Group
          label={t('decisions.from')}
          value={from}
          onChange={(status) => onChoose({ from: status, location: '', ...(status === to ? { to: '' } : {}) })}
        >
          <Group gap="8px 24px" mt={8}>
            {statuses.map((status, index) => (
              <Radio
                key={status}
                value={status}
                label={part(status)}
                data-autofocus={(index === 0 && from === '') || undefined}
              />
            ))}
          </Group>
        </Radio.Group>
      )}
      <Radio.Group
        label={t('decisions.to')}
        value={isOther ? 'other' : to}
        onChange={(status) => {
          setOther(status === 'other');
          onChoose({ to: status === 'other' ? '' : status });
        }}
      >
        <Group gap="8px 24px" mt={8}>
          {statusLetters
            .filter((letter) => letter !== from)
            .map((letter, index) => (
              <Radio
                key={letter}
                value={letter}
                label={<StatusBadge status={letter} />}
                data-autofocus={(index === 0 && from !== '' && to === '') || undefined}
              />
            ))}
          <Radio value="other" label={t('decisions.other')} />
        </Group>
      </Radio.Group>
      {isOther && (
        <TextInput
          label={t('decisions.otherCode')}
          description={t('decisions.otherHelp')}
          maw={240}
          maxLength={2}
          autoComplete="off"
          spellCheck={false}
          value={to}
          onChange={(event) => onChoose({ to: event.currentTarget.value.toUpperCase() })}
        />
      )}
      {places.length > 1 && (
        <NativeSelect
          label={t('decisions.where')}
          maw={320}
          value={location}
          data={[
            { value: '', label: t('decisions.everywhere', { count: places.length }) },
            ...places.map((place) => ({
              value: place,
              label: `${place} · ${say(lying.filter((row) => row.location === place))}`,
            })),
          ]}
          onChange={(event) => onChoose({ location: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

const sum = (rows: readonly { quantity: string }[]): string =>
  formatQuantity(rows.reduce((total, { quantity }) => total + (parseQuantity(quantity) ?? 0n), 0n));
