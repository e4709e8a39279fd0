import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { today } from '#renderer/components/figures.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { people, type Qualification } from '#shared/people/contract.ts';
import { authorisable } from '#shared/people/vocabulary.ts';

type Recorded = Pick<Qualification, 'subject' | 'from' | 'until' | 'note'>;
type Props = { user: string; before: Qualification | undefined; onDone: () => void };

/** Records for what and until when a person is qualified. What was before stays in the history. */
export function QualificationForm({ user, before, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const options = authorisable.map((value) => ({ value, label: t(`people.permissions.${value}`) }));
  const fields: FormParts<Recorded> = [
    { kind: 'choice', name: 'subject', label: 'people.subject', options, fixed: before !== undefined },
    {
      fields: [
        { kind: 'date', name: 'from', label: 'people.from' },
        {
          kind: 'date',
          name: 'until',
          label: 'people.until',
          help: 'people.untilHelp',
          check: ({ from, until }) => (until !== '' && until < from ? 'people.endsBefore' : undefined),
        },
      ],
    },
    { kind: 'text', name: 'note', label: 'people.note', help: 'people.noteHelp' },
  ];
  return (
    <RecordForm
      operation={people.authorise}
      call={api.people.authorise}
      record={before ?? { subject: authorisable[0], from: today(), until: '', note: '' }}
      fields={fields}
      draft={`authorisation ${user} ${before?.subject ?? 'new'}`}
      send={({ subject, from, until, note }) => ({ user, subject, from, until, note })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
