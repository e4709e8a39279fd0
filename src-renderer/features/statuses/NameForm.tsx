import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { type NamedStatus, statuses } from '#shared/statuses/contract.ts';
import { statusLooks } from '#shared/statuses/vocabulary.ts';

const blank: NamedStatus = { status: '', name: '', look: 'letter' };

/** What a status is called, and how it looks. */
export function NameForm({ status, onDone }: { status: NamedStatus | undefined; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const fields: FormParts<NamedStatus> = [
    {
      kind: 'code',
      name: 'status',
      label: 'fields.status',
      help: 'products.statusHelp',
      fault: 'products.faults.status',
      fixed: status !== undefined,
      read: (text) => text.toUpperCase(),
    },
    { kind: 'text', name: 'name', label: 'fields.name', help: 'statuses.nameHelp' },
    {
      kind: 'choice',
      name: 'look',
      label: 'audit.fields.look',
      options: statusLooks.map((value) => ({ value, label: t(`statuses.looks.${value}`) })),
    },
  ];
  return (
    <Section title={status === undefined ? t('statuses.newName') : t('statuses.changeName', { status: status.status })}>
      <RecordForm
        operation={statuses.saveStatus}
        call={api.statuses.saveStatus}
        record={status ?? blank}
        fields={fields}
        changes={status !== undefined}
        draft={`status ${status?.status ?? '+'}`}
        send={({ status: letters, name, look }) => ({ status: letters, name, look })}
        onDone={onDone}
        onCancel={onDone}
      />
    </Section>
  );
}
