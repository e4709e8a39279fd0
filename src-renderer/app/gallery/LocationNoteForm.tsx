import type { ReactNode } from 'react';
import { z } from 'zod';
import type { SecretCall } from '#renderer/client/index.ts';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { freeText, plainDateText, storedCode } from '#shared/kernel/fields.ts';
import { command } from '#shared/kernel/operation.ts';

export type LocationNote = { location: string; kind: string; note: string; until: string; version: number };

/** As a feature's contract would have it. */
const save = command({
  permission: 'masterData',
  reason: true,
  input: z
    .object({
      location: storedCode,
      version: z.number().int(),
      kind: z.enum(['closed', 'cleaned']).optional(),
      note: freeText.refine((text) => text !== '').optional(),
      until: plainDateText.optional(),
    })
    .strict(),
  output: z.object({ saved: z.enum(['changed', 'same']) }),
});

const fields: FormParts<LocationNote> = [
  { kind: 'code', name: 'location', label: 'fields.location', fixed: true },
  {
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: 'fields.status',
        options: [
          { value: 'closed', label: 'Closed' },
          { value: 'cleaned', label: 'Being cleaned' },
        ],
      },
      {
        kind: 'date',
        name: 'until',
        label: 'people.until',
        check: ({ until }) => (until < '2026-01-01' ? 'people.endsBefore' : undefined),
      },
    ],
  },
  { kind: 'longText', name: 'note', label: 'people.note', when: ({ kind }) => kind === 'closed' },
];

type Props = {
  note: LocationNote;
  /** A feature hands in `api.locationNotes.save`. */
  call: SecretCall<LocationNoteChange, { saved: 'changed' | 'same' }>;
  onDone: () => void;
};
export type LocationNoteChange = Pick<LocationNote, 'location' | 'version'> &
  Partial<LocationNote> & { reason: string };

/** A note on a location: the made-up form of CONTRIBUTING.md. */
export function LocationNoteForm({ note, call, onDone }: Props): ReactNode {
  return (
    <RecordForm
      operation={save}
      call={call}
      record={note}
      fields={fields}
      changes
      draft=""
      send={({ location, version }, changed) => ({ location, version, ...changed })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
