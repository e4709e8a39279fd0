import { saveRecord } from '#main/store/saveRecord.ts';
import { field, internal, optional, record } from '#shared/kernel/record.ts';
import type { TestApp } from './app.ts';

/** A kind of record that the program does not know. */
export const bellRecord = record({
  name: 'bell',
  key: ['placeId', 'number'],
  fields: {
    placeId: field.reference('place'),
    number: field.number(),
    rings: field.choice('audit.locationKinds'),
    hungOn: optional(field.date()),
    pitch: field.quantity(),
    mould: internal(field.code()),
  },
});

const table = `create table bell (id integer primary key, place_id integer not null references place, number integer not null,
  rings text not null, hung_on text, pitch integer not null, mould text not null, version integer not null) strict`;

/** Hangs a bell in the dock, again as it is, and tunes it; answers what became of each. */
export async function ringBell(plant: TestApp): Promise<string[]> {
  const bell = { placeId: 1, number: 3, rings: 'dock', hungOn: '2026-01-05', pitch: 440_000_000, mould: 'B-3' };
  return await plant.app.store.work((work) => {
    work.db.exec(table);
    return [bell, bell, { ...bell, pitch: 442_000_000 }].map((values) =>
      saveRecord(work, bellRecord, values, { codes: { place: 'DOCK' } }),
    );
  });
}
