import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { compareCodes } from '#shared/kernel/natural.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { statusLetters } from '#shared/lots/vocabulary.ts';
import type { Decided, Stock, StatusSearch } from './status.hooks.ts';
import styles from './status.module.css';

type Props = {
  stock: Stock['stock'];
  statuses: readonly string[];
  decided: Decided;
  unitOfMeasure: string;
  setSearch: (change: Partial<StatusSearch>) => void;
};

/** Which part of the goods, and what becomes of it. What can only be one way is chosen already. */
export function StatusChoice({ stock, statuses, decided, unitOfMeasure, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { statusFrom, statusTo, location } = decided;
  const say = (rows: Stock['stock']): string => `${localQuantity(sum(rows), locale)} ${unitOfMeasure}`.trim();
  const isLetter = statusLetters.some((letter) => letter === statusTo);
  const [isOther, setOther] = useState(statusTo !== '' && !isLetter);
  const lying = stock.filter(({ status }) => status === statusFrom);
  const places = [...new Set(lying.map((row) => row.location))].sort(compareCodes);
  return (
    <div className={styles.choice}>
      <Radio.Group
        label={t('decisions.from')}
        value={statusFrom}
        onChange={(from) => setSearch({ from, location: '', ...(from === statusTo ? { to: '' } : {}) })}
      >
        <div className={styles.options}>
          {statuses.map((status) => (
            <Radio
              key={status}
              value={status}
              label={
                <>
                  <StatusBadge status={status} />{' '}
                  <span className="muted">{say(stock.filter((row) => row.status === status))}</span>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('decisions.to')}
        value={isOther ? 'other' : statusTo}
        onChange={(to) => {
          setOther(to === 'other');
          setSearch({ to: to === 'other' ? '' : to });
        }}
      >
        <div className={styles.options}>
          {statusLetters
            .filter((letter) => letter !== statusFrom)
            .map((letter) => (
              <Radio key={letter} value={letter} label={<StatusBadge status={letter} />} />
            ))}
          <Radio value="other" label={t('decisions.other')} />
        </div>
      </Radio.Group>
      {isOther && (
        <TextInput
          label={t('decisions.otherCode')}
          description={t('decisions.otherHelp')}
          className={styles.code}
          maxLength={2}
          autoComplete="off"
          spellCheck={false}
          value={statusTo}
          onChange={(event) => setSearch({ to: event.currentTarget.value.toUpperCase() })}
        />
      )}
      {places.length > 1 && (
        <NativeSelect
          label={t('decisions.where')}
          className={styles.place}
          value={location}
          data={[
            { value: '', label: t('decisions.everywhere', { count: places.length }) },
            ...places.map((place) => ({
              value: place,
              label: `${place} · ${say(lying.filter((row) => row.location === place))}`,
            })),
          ]}
          onChange={(event) => setSearch({ location: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

const sum = (rows: readonly { quantity: string }[]): string =>
  formatQuantity(rows.reduce((total, { quantity }) => total + (parseQuantity(quantity) ?? 0n), 0n));
