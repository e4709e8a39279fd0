import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { dateOf, formatMoment, type Moment } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { MissingSerial, ServiceEvent } from '#shared/serials/contract.ts';
import type { SerialLife } from '#shared/serials/life.ts';
import { type PartChange, standingParts } from '#shared/serials/parts.ts';
import { livesOf, nameOfPiece, type Piece } from './lives.queries.ts';

type Reads = Pick<Read, 'all'>;

type EventRow = Omit<ServiceEvent, 'recordedAt'> & { recordedAt: Moment };
const eventColumns = sql`number, kind, done_on as "doneOn", done, part_in_product as "partInProduct",
  part_in_serial as "partInSerial", part_out_product as "partOutProduct", part_out_serial as "partOutSerial",
  product, serial, person_name as "personName", recorded_at as "recordedAt", withdrawn`;
const asEvent = ({ recordedAt, ...row }: EventRow): ServiceEvent => ({
  ...row,
  recordedAt: formatMoment(recordedAt),
});

/** What was done to some serials, or with them as parts, newest first. */
export const serviceOf = async (read: Reads, serials: readonly string[]): Promise<ServiceEvent[]> =>
  (await read.all(eventsNaming, { serials })).map(asEvent);

/** What was done in a span of days, oldest first; to one product's serials where it is named. */
export const serviceBetween = async (
  read: Reads,
  asked: { product: string; from: string; until: string },
): Promise<ServiceEvent[]> => (await read.all(eventsBetween, asked)).map(asEvent);

const eventsNaming = query<{ serials: readonly string[] }, EventRow>(
  (_, { serials }, { textsOf }) => sql`select ${eventColumns} from service_event
  where serial in ${textsOf(serials)} or part_in_serial in ${textsOf(serials)} or part_out_serial in ${textsOf(serials)}
  order by done_on desc, id desc`,
);
const eventsBetween = query<{ product: string; from: string; until: string }, EventRow>(
  (_, { product, from, until }) => sql`select ${eventColumns} from service_event
  where (${product} = '' or product = ${product}) and done_on >= ${from} and done_on <= ${until} order by done_on, id`,
);

type MissingRow = Omit<MissingSerial, 'reportedAt' | 'foundAt'> & { reportedAt: Moment; foundAt: Moment | null };
const missingColumns = sql`number, product, serial, noticed_by as "noticedBy", reason, person_name as "personName",
  reported_at as "reportedAt", found_at as "foundAt", found_reason as "foundReason"`;
const asMissing = ({ reportedAt, foundAt, ...row }: MissingRow): MissingSerial => ({
  ...row,
  reportedAt: formatMoment(reportedAt),
  foundAt: foundAt === null ? '' : formatMoment(foundAt),
});

/** When a serial was missing, the latest first. */
export const missingOf = async (read: Reads, piece: Piece): Promise<MissingSerial[]> =>
  (await read.all(missingPiece, piece)).map(asMissing);

/** What is missing just now, the latest first. */
export const missingNow = async (read: Reads): Promise<MissingSerial[]> =>
  (await read.all(stillMissing)).map(asMissing);

const missingPiece = query<Piece, MissingRow>(
  (_, { product, serial }) => sql`select ${missingColumns} from missing_serial
  where product = ${product} and serial = ${serial} order by id desc`,
);
const stillMissing = query<Record<never, never>, MissingRow>(
  () => sql`select ${missingColumns} from missing_serial where found_at is null order by id desc`,
);

type LinkRow = Unit & Record<'partProduct' | 'partLot' | 'partSublot' | 'partSerial', string> & { at: Moment };
const linkColumns = sql`p.code as product, u.lot, u.sublot, u.serial, q.code as "partProduct", c.lot as "partLot",
  c.sublot as "partSublot", c.serial as "partSerial", k.at`;
const linkEnds = sql`join unit u on u.id = k.parent_unit_id join product p on p.id = u.product_id
  join unit c on c.id = k.component_unit_id join product q on q.id = c.product_id`;

const linksOfParents = query<Piece, LinkRow>(
  (_, { product, serial }) => sql`select ${linkColumns} from product f join unit s on s.product_id = f.id
    join serial_link k on k.parent_unit_id = s.id ${linkEnds}
  where f.code = ${product} and s.serial = ${serial} order by k.at, k.id`,
);
const linksOfParts = query<{ serials: readonly string[] }, LinkRow>(
  (
    _,
    { serials },
    { textsOf },
  ) => sql`select ${linkColumns} from unit s join serial_link k on k.component_unit_id = s.id
    ${linkEnds} where s.serial in ${textsOf(serials)} and s.serial <> '' order by k.at, k.id`,
);

const parentIn = ({ product, lot, sublot, serial }: LinkRow): Unit => ({ product, lot, sublot, serial });
const partIn = ({ partProduct, partLot, partSublot, partSerial }: LinkRow): Unit => ({
  product: partProduct,
  lot: partLot,
  sublot: partSublot,
  serial: partSerial,
});
const pieceIn = (product: string, serial: string): Unit => ({ product, lot: '', sublot: '', serial });

type Parts = { builtInto: Unit | null; builtFrom: Unit[] };

/**
 * What a serial stands in, and what stands in it: as it was made, and as parts were exchanged since. Lots that were built
 * in stay there.
 */
export async function partsOf(read: Reads, piece: Piece): Promise<Parts> {
  const made = await read.all(linksOfParents, piece);
  const own = await serviceOf(read, [piece.serial]);
  const putIn = own.filter((event) => nameOfPiece(event) === nameOfPiece(piece) && event.partInSerial !== '');
  const parts = [
    piece,
    ...made.map(partIn).filter(({ serial }) => serial !== ''),
    ...putIn.map(({ partInProduct, partInSerial }) => pieceIn(partInProduct, partInSerial)),
  ];
  const serials = [...new Set(parts.map(({ serial }) => serial))];
  const changes = [
    ...(await read.all(linksOfParts, { serials })).map((link) => ({ ...changeOf(link), isMade: true })),
    ...(await serviceOf(read, serials)).toReversed().flatMap(changesOf),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const lives = await livesOf(read, parts);
  const standing = standingParts(changes, nameOfPiece).filter((change) => isStill(change, lives));
  const into = standing.find(({ part }) => nameOfPiece(part) === nameOfPiece(piece));
  const lots = new Map(made.map(partIn).flatMap((part) => (part.serial === '' ? [[JSON.stringify(part), part]] : [])));
  return {
    builtInto: into?.parent ?? null,
    builtFrom: [
      ...standing.filter(({ parent }) => nameOfPiece(parent) === nameOfPiece(piece)).map(({ part }) => part),
      ...lots.values(),
    ],
  };
}

type Change = PartChange<Unit> & { isMade: boolean };

const changeOf = (link: LinkRow): PartChange<Unit> => ({
  on: dateOf(link.at),
  parent: parentIn(link),
  part: partIn(link),
  isIn: true,
});

/** What an event put in and took out; what was taken out comes first. */
function changesOf(event: ServiceEvent): Change[] {
  const { doneOn: on, product, serial, partInProduct, partInSerial, partOutProduct, partOutSerial, withdrawn } = event;
  if (withdrawn !== '') return [];
  const parent = pieceIn(product, serial);
  const change = { on, parent, isMade: false };
  return [
    ...(partOutSerial === '' ? [] : [{ ...change, part: pieceIn(partOutProduct, partOutSerial), isIn: false }]),
    ...(partInSerial === '' ? [] : [{ ...change, part: pieceIn(partInProduct, partInSerial), isIn: true }]),
  ];
}

/** What was used up stays where it was built in; what moved after it was put in was taken out again. */
function isStill({ isMade, part, on }: Change, lives: ReadonlyMap<string, SerialLife>): boolean {
  const life = lives.get(nameOfPiece(part));
  if (life === undefined) return true;
  return isMade ? life.where === 'used' : life.since <= on;
}
