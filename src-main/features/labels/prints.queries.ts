import { sql } from 'kysely';
import { exactSumSql } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import type { Read } from '#main/store/views.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { labelList, type LabelKind, type ListedPrint, type TagState } from '#shared/labels/vocabulary.ts';

/** How the list of printed labels is read. What was printed last comes first. */
export const labelSource: SimpleSource<typeof labelList> = {
  list: labelList,
  rows: async (read) => (await read.all(everyPrint)).map(listed),
  isOrdered: true,
};

export const printsOf = async (read: Read, unit: Unit): Promise<ListedPrint[]> =>
  (await read.all(printsOfUnit, unit)).map(listed);

type Row = Omit<ListedPrint, 'printedAt'> & { printedAt: Moment };
const listed = ({ printedAt, ...row }: Row): ListedPrint => ({ ...row, printedAt: formatMoment(printedAt) });

const columns = sql`number, kind, state, product, lot, sublot, serial, size, symbol, says, copies, first_copy as "firstCopy",
  reason, act, printed_at as "printedAt", person_name as "printedBy"`;

const everyPrint = query<Record<never, never>, Row>(() => sql`select ${columns} from label_print order by id desc`);

/** Of a lot those of its serials too. */
const printsOfUnit = query<Unit, Row>(
  (_, { product, lot, sublot, serial }) => sql`select ${columns} from label_print where product = ${product}
    and (${lot} = '' or lot = ${lot}) and (${sublot} = '' or sublot = ${sublot}) and (${serial} = '' or serial = ${serial})
  order by id desc limit 100`,
);

export type PrintKey = Unit & { kind: LabelKind; state: TagState | '' };

/** How many labels of some goods were printed so far, of one kind; as \`readSum\` reads it. */
export const copiesOf = query<PrintKey, { copies: string }>(
  (_, { product, lot, sublot, serial, kind, state }) => sql`select ${exactSumSql('copies')} as copies from label_print
  where product = ${product} and lot = ${lot} and sublot = ${sublot} and serial = ${serial} and kind = ${kind} and state = ${state}`,
);

export const lastPrint = query<Record<never, never>, { id: number | null }>(
  () => sql`select max(id) as id from label_print`,
);
