import { QueryClientProvider } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '#renderer/client/index.ts';
import type { AnyField, FieldShown, FieldValue } from '#renderer/components/form/field.ts';
import { FormField } from '#renderer/components/form/FormField.tsx';
import { Columns, Section } from '#renderer/components/layout.tsx';
import { type LocationNote, LocationNoteForm } from './LocationNoteForm.tsx';

const options = [
  { value: 'A', label: 'Released' },
  { value: 'Q', label: 'Quarantine', help: 'Waits for a decision' },
];

/** Each kind of field, with what it holds where it is filled in. */
const kinds: readonly (readonly [AnyField, FieldValue])[] = [
  [{ kind: 'text', name: 'name', label: 'fields.name', help: 'people.begin.nameHelp' }, 'Apricot purée, aseptic drum'],
  [{ kind: 'code', name: 'code', label: 'fields.product' }, 'APR-PUREE'],
  [{ kind: 'longText', name: 'why', label: 'fields.reason' }, 'The seal of the drum was broken when it came in.'],
  [{ kind: 'wholeNumber', name: 'days', label: 'audit.fields.shelfLifeDays', unit: 'days' }, '540'],
  [{ kind: 'decimal', name: 'quantity', label: 'fields.quantity', unit: 'kg', help: 'products.costHelp' }, '12.5'],
  [{ kind: 'date', name: 'until', label: 'people.until', help: 'people.untilHelp' }, '2028-02-29'],
  [{ kind: 'choice', name: 'status', label: 'fields.status', options }, 'Q'],
  [{ kind: 'choices', name: 'statuses', label: 'people.roles', help: 'people.rolesHelp', options }, ['A']],
  [{ kind: 'flag', name: 'stock', label: 'audit.fields.stockManaged' }, true],
  [{ kind: 'secret', name: 'password', label: 'people.password', secret: 'current' }, ''],
];

const nothing = (): void => undefined;
const shown: FieldShown = {
  value: '',
  error: undefined,
  required: false,
  readOnly: false,
  changed: false,
  sent: 0,
  refusal: undefined,
  values: {},
  isBeside: false,
  set: nothing,
  leave: nothing,
};
const refused = { code: 'DUPLICATE', details: {} };

type State = { isFilled?: boolean; isFixed?: boolean; change?: Partial<FieldShown> };
const states: readonly (readonly [name: string, state: State])[] = [
  ['Fields that are blank', {}],
  ['Fields that are filled in', { isFilled: true }],
  ['Fields that something is wrong with', { change: { error: 'It is missing.', required: true } }],
  ['Fields that were refused', { isFilled: true, change: { error: 'There is one of this code.', refusal: refused } }],
  ['Fields that cannot be changed', { isFilled: true, isFixed: true }],
  ['Fields that hold something else than what is recorded', { isFilled: true, change: { changed: true } }],
  ['Fields whose form is on its way', { isFilled: true, change: { readOnly: true } }],
];

/** Every kind of field in every state, and a whole form. */
export function Forms(): ReactNode {
  return (
    <>
      {states.map(([title, { isFilled = false, isFixed = false, change }]) => (
        <Section key={title} title={title}>
          <Columns min={280}>
            {kinds.map(([field, value]) => (
              <FormField
                key={field.name}
                field={isFixed ? { ...field, fixed: true } : field}
                shown={{ ...shown, ...(isFilled ? { value } : {}), ...change }}
              />
            ))}
          </Columns>
        </Section>
      ))}
      <Section title="A whole form">
        <WholeForm />
      </Section>
    </>
  );
}

const queryClient = createQueryClient();
const first: LocationNote = {
  location: 'FREEZER-2',
  kind: 'closed',
  note: 'Defrosting',
  until: '2026-09-30',
  version: 1,
};

/** Takes every change but one until the year after: that is refused at its field. */
function WholeForm(): ReactNode {
  const [note, setNote] = useState(first);
  return (
    <QueryClientProvider client={queryClient}>
      <LocationNoteForm
        note={note}
        call={({ reason: _why, ...change }) => {
          const message = 'A location is closed for a year at most.';
          if (change.until?.startsWith('2027') === true)
            return Promise.reject(new ORPCError('VALIDATION', { message, data: { details: { field: 'until' } } }));
          setNote({ ...note, ...change, version: note.version + 1 });
          return Promise.resolve({ saved: 'changed' });
        }}
        onDone={nothing}
      />
    </QueryClientProvider>
  );
}
