import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DaysField } from '#renderer/components/DaysField.tsx';
import { Link } from '#renderer/components/links.tsx';
import { useWord } from '#renderer/components/words.ts';
import { texts } from '#shared/texts/index.ts';
import { type AuditFilter, type Outcome } from './audit.hooks.ts';
import { useOperationName } from './said.tsx';

/** Every operation that leaves an entry, by its name in the contract, and under the feature that has it. */
const groups = Object.entries(texts.en.audit.operations).map(([feature, names]) => ({
  feature,
  operations: Object.keys(names).map((name) => `${feature}.${name}`),
}));
const known = new Set(groups.flatMap(({ feature, operations }) => [feature, ...operations]));

type Props = { search: AuditFilter; onFilter: (filter: AuditFilter) => void };

/** Which entries: by person, operation, outcome, day and record. What is typed counts from Enter on, what is chosen at once. */
export function Filter({ search, onFilter }: Props): ReactNode {
  const { t } = useTranslation();
  const nameOf = useOperationName();
  const say = useWord();
  const groupLabel = (feature: string): string => say(`audit.groups.${feature}`, feature);
  const [typed, setTyped] = useState({ person: search.person, record: search.record });
  const chosen = { ...search, person: typed.person.trim(), record: typed.record.trim() };
  // An address may name one this program does not have; its entries are there all the same.
  const unknown = known.has(search.operation) || search.operation === '' ? [] : [search.operation];

  function submit(event: FormEvent): void {
    event.preventDefault();
    onFilter(chosen);
  }

  return (
    <Group component="form" align="flex-end" gap="8px 12px" mb="sm" onSubmit={submit} aria-label={t('audit.filter')}>
      <TextInput
        size="xs"
        w={120}
        label={t('fields.person')}
        value={typed.person}
        onChange={(event) => setTyped({ ...typed, person: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        w={152}
        label={t('audit.recordFilter')}
        placeholder={t('audit.recordPlaceholder')}
        value={typed.record}
        onChange={(event) => setTyped({ ...typed, record: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('audit.operation')}
        value={search.operation}
        data={[
          { value: '', label: t('audit.anyOutcome') },
          ...groups.map(({ feature, operations }) => ({
            group: groupLabel(feature),
            items: [
              { value: feature, label: t('audit.wholeGroup', { group: groupLabel(feature) }) },
              ...operations.map((operation) => ({ value: operation, label: nameOf(operation) })),
            ],
          })),
          ...unknown.map((operation) => ({ value: operation, label: nameOf(operation) })),
        ]}
        onChange={(event) => onFilter({ ...chosen, operation: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('audit.outcome')}
        value={search.outcome}
        data={[
          { value: '', label: t('audit.anyOutcome') },
          { value: 'done', label: t('audit.done') },
          { value: 'refused', label: t('audit.refused') },
        ]}
        onChange={(event) => onFilter({ ...chosen, outcome: readOutcome(event.currentTarget.value) })}
      />
      <DaysField label={t('audit.days')} value={search.days} onDays={(days) => onFilter({ ...chosen, days })} />
      <Button type="submit" size="xs" variant="default">
        {t('audit.filter')}
      </Button>
      {isFiltered(search) && (
        <Link to="/audit" style={{ lineHeight: '30px' }}>
          {t('audit.clear')}
        </Link>
      )}
    </Group>
  );
}

export const isFiltered = ({ operation, person, outcome, record, days }: AuditFilter): boolean =>
  [operation, person, outcome, record, days].some((part) => part !== '');

const readOutcome = (value: string): Outcome => (value === 'done' || value === 'refused' ? value : '');
