import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import type { Read } from '#main/store/views.ts';
import type { NamedOwner } from '#shared/attachments/contract.ts';
import type { AttachedFileValues } from '#shared/attachments/records.ts';
import { fileList, type FileType, type ListedFile } from '#shared/attachments/vocabulary.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** How the list of attached files is read. What was attached last comes first. */
export const fileSource: SimpleSource<typeof fileList> = {
  list: fileList,
  rows: async (read) => (await read.all(everyFile)).map(listed),
  isOrdered: true,
};

/** The files of one thing, the last first. */
export const filesOf = async (read: Read, owner: NamedOwner): Promise<ListedFile[]> =>
  (await read.all(filesOfOwner, owner)).map(listed);

/** The files of several lots and serials, each once, in the order of the goods. */
export async function filesOfUnits(read: Read, units: readonly Unit[]): Promise<ListedFile[]> {
  const found = new Map<string, ListedFile>();
  for (const { product, lot, sublot, serial } of units)
    for (const file of await filesOf(read, { product, lot, sublot, serial, partner: '' })) found.set(file.number, file);
  return [...found.values()];
}

type Row = Omit<AttachedFileValues, 'person' | 'fileType'> & { type: FileType };

const listed = ({ code, personName, issuedOn, addedAt, withdrawnAt, ...row }: Row): ListedFile => ({
  ...row,
  partner: code,
  issuedOn: issuedOn ?? '',
  addedAt: formatMoment(addedAt),
  addedBy: personName,
  state: withdrawnAt === null ? 'holds' : 'withdrawn',
  withdrawnAt: withdrawnAt === null ? '' : formatMoment(withdrawnAt),
});

const columns = sql`number, belongs_to as "belongsTo", product, lot, sublot, serial, code, kind, certificate,
  issued_on as "issuedOn", issuer, label, file_type as type, size, sha256, person_name as "personName", added_at as "addedAt",
  withdrawn_at as "withdrawnAt", withdraw_reason as "withdrawReason"`;

const everyFile = query<Record<never, never>, Row>(() => sql`select ${columns} from attached_file order by id desc`);

/** Of a lot those of its sublots and serials too; of a serial those of the lot it is in. */
const filesOfOwner = query<NamedOwner, Row>(
  (_, { product, lot, sublot, serial, partner }) => sql`select ${columns} from attached_file
  where case
    when ${partner} <> '' then belongs_to = 'partner' and code = ${partner}
    when ${serial} <> '' then product = ${product} and (
      (serial = ${serial} and (lot = ${lot} or lot = '' or ${lot} = ''))
      or (belongs_to = 'lot' and lot = ${lot} and lot <> '' and (sublot = '' or sublot = ${sublot})))
    when ${lot} <> '' then product = ${product} and lot = ${lot} and (${sublot} = '' or sublot = ${sublot})
    else belongs_to = 'product' and product = ${product} end
  order by id desc`,
);

export const fileNumbered = query((tables, { number }: { number: string }) =>
  tables.selectFrom('attached_file').select(['label', 'file_type as type', 'sha256']).where('number', '=', number),
);

/** The same content on the same thing, while it holds. */
export const sameFile = query(
  (tables, values: Pick<AttachedFileValues, 'product' | 'lot' | 'sublot' | 'serial' | 'code' | 'sha256'>) =>
    tables
      .selectFrom('attached_file')
      .select('number')
      .where('product', '=', values.product)
      .where('lot', '=', values.lot)
      .where('sublot', '=', values.sublot)
      .where('serial', '=', values.serial)
      .where('code', '=', values.code)
      .where('sha256', '=', values.sha256)
      .where('withdrawn_at', 'is', null),
);

export const lastFile = query((tables) =>
  tables.selectFrom('attached_file').select(({ fn }) => fn.max<number | null>('id').as('id')),
);

type Named = Omit<NamedOwner, 'partner'>;

/** Whether there is such a product, and such a lot or serial of it. A lot that is made by hand has no goods yet. */
export const goodsNamed = query<Named, { product: number; lot: number | null; serial: number | null }>(
  (_, { product, lot, sublot, serial }) => sql`select p.id as product,
    (select min(l.id) from lot l where l.product_id = p.id and l.lot = ${lot} and (${sublot} = '' or l.sublot = ${sublot})) as lot,
    (select min(u.id) from unit u where u.product_id = p.id and u.serial = ${serial} and (${lot} = '' or u.lot = ${lot})
      and (${sublot} = '' or u.sublot = ${sublot})) as serial
  from product p where p.code = ${product}`,
);

export const partnerNamed = query((tables, { code }: { code: string }) =>
  tables.selectFrom('partner').select('code').where('code', '=', code),
);
