import type { ReactNode } from 'react';
import { z } from 'zod';
import type { SecretCall } from '#renderer/client/index.ts';
import type { GridRows } from '#renderer/components/grid/edits.ts';
import { GridForm } from '#renderer/forms/GridForm.tsx';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import { freeText, optionalCode, plainDateText, quantityText, storedCode } from '#shared/kernel/fields.ts';
import { command } from '#shared/kernel/operation.ts';

const noteRow = z
  .object({
    location: storedCode,
    kind: z.enum(['closed', 'cleaned']),
    until: plainDateText,
    room: quantityText,
    shelves: z.number().int().min(1).nullable(),
    locked: z.boolean(),
    key: optionalCode,
    note: freeText,
  })
  .strict();
type NoteRow = z.infer<typeof noteRow>;

/** As a feature's contract would have it. */
const saveMany = command({
  permission: 'masterData',
  reason: true,
  input: z.object({ rows: z.array(noteRow).min(1).max(1000) }).strict(),
  output: z.object({ saved: z.number().int() }),
});

const columns: GridColumns<NoteRow> = [
  { kind: 'code', name: 'location', label: 'fields.location' },
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
  { kind: 'decimal', name: 'room', label: 'fields.quantity', unit: 'kg' },
  { kind: 'wholeNumber', name: 'shelves', label: 'fields.value' },
  { kind: 'flag', name: 'locked', label: 'audit.fields.stockManaged', width: 120 },
  { kind: 'code', name: 'key', label: 'fields.unit' },
  { kind: 'text', name: 'note', label: 'people.note', width: 260 },
];

export type LocationNotes = { rows: NoteRow[]; reason: string };
type Props = {
  label: string;
  /** A feature hands in `api.locationNotes.saveMany`. */
  call: SecretCall<LocationNotes, { saved: number }>;
  begin?: GridRows;
};

/** Notes on many locations: the made-up grid of CONTRIBUTING.md. */
export function LocationNotesGrid({ label, call, begin = [] }: Props): ReactNode {
  return (
    <GridForm
      label={label}
      operation={saveMany}
      call={call}
      columns={columns}
      draft=""
      begin={begin}
      send={(rows) => ({ rows: [...rows] })}
    />
  );
}
