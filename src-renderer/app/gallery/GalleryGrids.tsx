import { QueryClientProvider } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { type LocationNotes, LocationNotesGrid } from './LocationNotesGrid.tsx';

const queryClient = createQueryClient();
const filled = [
  ['FREEZER-2', 'Closed', '2026-09-30', '12.5', '4', 'yes', 'K-1', 'Defrosting'],
  ['COLD', 'Being cleaned', '30.9.2026', '1,250.75', '', 'x', '', 'Two lines,\nas a spreadsheet has them'],
];
const faulty = [
  ...filled,
  ['', 'Gone', '2025-13-01', '1,234', '1.5', 'perhaps', '', 'Every cell but this one has a fault.'],
];
const never = (): Promise<{ saved: number }> => new Promise(() => undefined);

/** Grids in their states: blank, with faults, and on their way. What is sent is taken, but for locations that are called NOWHERE. */
export function Grids(): ReactNode {
  const [sent, setSent] = useState<LocationNotes>();
  const take = (notes: LocationNotes): Promise<{ saved: number }> => {
    const text = 'There is no such location.';
    const faults = notes.rows.flatMap(({ location }, row) =>
      location === 'NOWHERE' ? [{ row, field: 'location', text }] : [],
    );
    if (faults.length > 0) return Promise.reject(new ORPCError('NOT_FOUND', { data: { details: { faults } } }));
    setSent(notes);
    return Promise.resolve({ saved: notes.rows.length });
  };
  return (
    <QueryClientProvider client={queryClient}>
      <Section title="A grid">
        <LocationNotesGrid label="Notes on locations" call={take} />
        <p role="status" aria-label="Sent">
          {sent === undefined ? '' : `${sent.rows.length} rows: ${sent.reason}`}
        </p>
        <p data-sent style={{ overflowWrap: 'anywhere' }}>
          {JSON.stringify(sent?.rows.slice(0, 3))}
        </p>
      </Section>
      <Section title="A grid with faults">
        <LocationNotesGrid label="Notes with faults" call={take} begin={faulty} />
      </Section>
      <Section title="A grid to send, never to be answered">
        <LocationNotesGrid label="Notes without an answer" call={never} begin={filled} />
      </Section>
    </QueryClientProvider>
  );
}
