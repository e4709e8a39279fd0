import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import type { ReadEvent } from './read/readExport.ts';

type RowsEvent = Extract<ReadEvent, { kind: 'rows' }>;

const microsPerDay = 86_400_000_000;

/** Moves every date and time of a demo plant by whole days, so that its last day is today. */
export function shiftDays(event: RowsEvent, days: number): RowsEvent {
  const shifted = (date: PlainDate | null): PlainDate | null => (date === null ? null : addDays(date, days));
  if (event.file === 'movements')
    return { ...event, rows: event.rows.map((row) => ({ ...row, at: row.at + days * microsPerDay, key: undefined })) };
  if (event.file !== 'lots') return event;
  const rows = event.rows.map((row) => ({
    ...row,
    manufacturedOn: shifted(row.manufacturedOn),
    expiresOn: shifted(row.expiresOn),
    bestBeforeOn: shifted(row.bestBeforeOn),
    useByOn: shifted(row.useByOn),
    retestOn: shifted(row.retestOn),
  }));
  return { ...event, rows };
}
