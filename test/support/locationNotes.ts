import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandsIn } from '#main/context/context.ts';
import { defineFeature } from '#main/context/feature.ts';
import type { Reaction } from '#main/context/reaction.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import type { Migration } from '#main/store/migrations/migration.ts';
import { recordTable } from '#main/store/migrations/recordTable.ts';
import { query } from '#main/store/query.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { findRecords, keyOfText } from '#main/store/saveRecords.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed, LotlineError, refused } from '#shared/kernel/errors.ts';
import { freeText, plainDateText, storedCode } from '#shared/kernel/fields.ts';
import { command } from '#shared/kernel/operation.ts';
import { msg } from '#shared/kernel/message.ts';
import { field, record } from '#shared/kernel/record.ts';
import { featureTexts } from '#shared/kernel/texts.ts';

/** A feature that the program does not have: notes that close a location. CONTRIBUTING.md shows parts of it. */
// src-shared/locationNotes/records.ts
/** A note that closes a location through a day, and how many movements there were since. */
export const locationNoteRecord = record({
  name: 'location_note',
  key: ['placeId'],
  fields: { placeId: field.reference('place'), note: field.text(), until: field.date(), movements: field.number() },
});

// src-shared/locationNotes/texts.ts
export const locationNotesTexts = featureTexts({
  en: {
    audit: {
      operations: { locationNotes: { save: 'Close a location' } },
      groups: { locationNotes: 'Notes on locations' },
      records: { location_note: 'Note on a location' },
      fields: { place: 'Location', until: 'Until and including' },
    },
  },
  de: {
    audit: {
      operations: { locationNotes: { save: 'Einen Platz schließen' } },
      groups: { locationNotes: 'Hinweise zu Plätzen' },
      records: { location_note: 'Hinweis zu einem Platz' },
      fields: { place: 'Platz', until: 'Bis einschließlich' },
    },
  },
  germanMessages: {
    'There is no location {0}. Check the code.': 'Einen Platz {0} gibt es nicht. Prüfen Sie den Code.',
    '{0} is closed: {1}. Choose another location.': '{0} ist geschlossen: {1}. Wählen Sie einen anderen Platz.',
  },
});

// src-shared/locationNotes/contract.ts
export const locationNotes = {
  save: command({
    permission: 'move',
    input: z.object({ location: storedCode, note: freeText, until: plainDateText }).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
};

// src-main/features/locationNotes/locationNotes.feature.ts
const locationNoteCommands: CommandsIn<typeof locationNotes> = {
  async save({ location, note, until }, { work }) {
    const catalogue = new Catalogue(work);
    await catalogue.load({ products: [], places: [location], partners: [] });
    const placeId = catalogue.place(location)?.id;
    if (placeId === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no location ${location}. Check the code.`);
    const values = { placeId, note, until, movements: 0 };
    return { saved: saveRecord(work, locationNoteRecord, values, { codes: { place: location } }) };
  },
};

/** Nothing goes to or from a location before the day after its note. */
const closedLocations = definePolicy({
  name: 'closed locations',
  gather: (movement) => endsOf(movement).map(({ id }) => [id]),
  async load(work, keys) {
    const notes = await findRecords(work, locationNoteRecord, keys);
    return keys.map((key) => [key, notes.get(keyOfText(key))?.values]);
  },
  judge(movement, notes) {
    for (const { id, code: location, column } of endsOf(movement)) {
      const note = notes.get([id]);
      if (note !== undefined && dateOf(movement.at, movement.offsetMinutes) <= note.until)
        return refused('STATUS_FORBIDS', msg`${location} is closed: ${note.note}. Choose another location.`, {
          column,
        });
    }
    return allowed;
  },
});

const endsOf = ({ from, to }: PlannedMovement) => [
  ...(from === null ? [] : [{ ...from, column: 'from' }]),
  ...(to === null ? [] : [{ ...to, column: 'to' }]),
];

/** Counts the movements at a location that has a note, in the very entry that posts them. */
const countMovements: Reaction = {
  name: 'movements at a noted location',
  async posted({ work }) {
    for (const { location, ...values } of await work.all(selectNoted, { entry: work.journal.entrySeq }))
      saveRecord(work, locationNoteRecord, values, { codes: { place: location } });
  },
};

type Noted = { location: string; placeId: number; note: string; until: string; movements: number };
const selectNoted = query<{ entry: number }, Noted>(
  (
    _,
    { entry },
  ) => sql`select p.code as location, n.place_id as "placeId", n.note, n.until, n.movements + count(*) as movements
  from location_note n join place p on p.id = n.place_id
    join movement m on m.from_place_id = p.id or m.to_place_id = p.id
  where m.entry_seq = ${entry} group by n.id`,
);

export const locationNotesFeature = defineFeature({
  name: 'locationNotes',
  contract: locationNotes,
  commands: locationNoteCommands,
  policies: [closedLocations],
  reactions: [countMovements],
});

// src-main/store/migrations/m0006LocationNotes.ts
export const m0006LocationNotes: Migration = {
  name: 'm0006LocationNotes',
  schema: 'the digest that test/store/schema.test.ts tells',
  statements: [
    ...recordTable(
      'location_note',
      [
        'place_id integer not null references place',
        'note text not null',
        'until text not null',
        'movements integer not null',
      ],
      'place_id',
    ),
    'pragma user_version = 6',
  ],
};
