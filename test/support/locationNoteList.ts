import { sql } from 'kysely';
import type { QueriesIn } from '#main/context/context.ts';
import { query as typedQuery } from '#main/store/query.ts';
import { askList } from '#main/store/lists.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import { defineList, listRow, type RowOf } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import type { TestApp } from './app.ts';

/** The list of the notes in locationNotes.ts, which CONTRIBUTING.md shows. */
// src-shared/locationNotes/vocabulary.ts
/** The list of notes. Without a sort it is in the order of its first column. */
export const locationNoteList = defineList({
  name: 'locationNotes',
  texts: 'locationNotes.list',
  cells: {
    location: { kind: 'code', header: 'fields.location', page: 'location', sorts: true, filters: true },
    note: { kind: 'text', header: 'people.note', filters: true, width: 300 },
    until: { kind: 'date', header: 'people.until', sorts: true, filters: true },
    movements: { kind: 'integer', header: 'movements.documentList.movements', sorts: true },
  },
});

// src-shared/locationNotes/contract.ts
export const locationNotes = {
  list: query({
    permission: 'look',
    reads: ['place'],
    input: listInput(locationNoteList),
    output: pageOf(listRow(locationNoteList)),
  }),
};

// src-main/features/locationNotes/locationNotes.queries.ts
const locationNoteSource: SimpleSource<typeof locationNoteList> = {
  list: locationNoteList,
  rows: (read) => read.all(selectNotes),
};

const selectNotes = typedQuery<Record<never, never>, RowOf<typeof locationNoteList>>(
  () => sql`select p.code as location, n.note, n.until, n.movements
  from location_note n join place p on p.id = n.place_id`,
);

export const locationNoteQueries: QueriesIn<typeof locationNotes> = {
  list: (question, context) => askList(locationNoteSource, question, context),
};

/** Asks the list of a plant's notes, as its query would. */
export const listNotes = (plant: TestApp, question: object) =>
  plant.app.store.view((read) =>
    askList(locationNoteSource, listInput(locationNoteList).parse(question), {
      read,
      reader: read,
      now: 0,
      offsetMinutes: 0,
    }),
  );
