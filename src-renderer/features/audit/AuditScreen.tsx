import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import styles from './audit.module.css';
import { type AuditFilter, type Outcome, useEntries } from './audit.hooks.ts';
import { EntryTable } from './EntryTable.tsx';
import { VerifyPart } from './VerifyPart.tsx';

/** The audit trail: every command, done or refused, and whether the chain still holds. */
export function AuditScreen({ search, ask }: ScreenProps<AuditFilter>): ReactNode {
  const { t } = useTranslation();
  const asked = useEntries(search);
  const filtered = search.operation !== '' || search.person !== '' || search.outcome !== '';
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <VerifyPart />
      <Filter
        // The address may change under the form: by the back button, or by a link.
        key={JSON.stringify([search.operation, search.person])}
        search={search}
        filtered={filtered}
        onFilter={(change) => ask({ ...change, offset: 0 }, 'step')}
      />
      <Answer asked={asked}>
        {(entries) =>
          entries.total === 0 ? (
            <EmptyState title={t(filtered ? 'audit.emptyFiltered' : 'audit.empty')} />
          ) : (
            <EntryTable entries={entries} offset={search.offset} onOffset={(offset) => ask({ offset })} />
          )
        }
      </Answer>
    </Page>
  );
}

type FilterProps = { search: AuditFilter; filtered: boolean; onFilter: (change: Omit<AuditFilter, 'offset'>) => void };

function Filter({ search, filtered, onFilter }: FilterProps): ReactNode {
  const { t } = useTranslation();
  const [operation, setOperation] = useState(search.operation);
  const [person, setPerson] = useState(search.person);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onFilter({ operation: operation.trim(), person: person.trim(), outcome: search.outcome });
  }

  return (
    <form className={styles.filter} onSubmit={submit}>
      <TextInput
        label={t('audit.operation')}
        value={operation}
        onChange={(event) => setOperation(event.currentTarget.value)}
      />
      <TextInput label={t('fields.person')} value={person} onChange={(event) => setPerson(event.currentTarget.value)} />
      <NativeSelect
        label={t('audit.outcome')}
        value={search.outcome}
        data={[
          { value: '', label: t('audit.anyOutcome') },
          { value: 'done', label: t('audit.done') },
          { value: 'refused', label: t('audit.refused') },
        ]}
        onChange={(event) =>
          onFilter({
            operation: operation.trim(),
            person: person.trim(),
            outcome: readOutcome(event.currentTarget.value),
          })
        }
      />
      <Button type="submit" variant="default">
        {t('audit.filter')}
      </Button>
      {filtered && (
        <a className={styles.clear} href={addressOf('/audit')}>
          {t('audit.clear')}
        </a>
      )}
    </form>
  );
}

const readOutcome = (value: string): Outcome => (value === 'done' || value === 'refused' ? value : '');
