import type { Database } from 'better-sqlite3';
import type { CommandContext, CommandsOf } from '#main/context/context.ts';
import { GivenOnce } from '#main/features/numbering/givenOnce.actions.ts';
import { saveConverted } from '#main/features/products/products.actions.ts';
import { ProductSettings } from '#main/features/products/settings.queries.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { movementDraft } from '#main/ledger/movementDraft.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import { findRecords, keyOfText } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { type Json, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import type { Listed } from '#shared/lots/contract.ts';
import type { Tracking } from '#shared/products/trackingChange.ts';
import { judgeList, type ListedRow, type ListFault, type LyingLine, type Naming } from '#shared/lots/conversion.ts';
import { lotRecord } from '#shared/lots/records.ts';
import { trackingIssue } from '#shared/movements/tracking.ts';
import { productRecord } from '#shared/products/records.ts';
import { hasSpan, spans } from '#shared/products/shelfLife.ts';
import { changesOf } from '#shared/signing/changes.ts';
import { type Conversion, conversionOf } from './conversion.queries.ts';
import { blankLot, LotBook, type LotKey } from './lots.actions.ts';
import { insistOnGoods } from './vouchedGoods.queries.ts';

type Asked = Tracking & { product: string; version: number; rows: readonly Listed[] };
type Planned = Conversion & { namings: Naming[] };

export const conversionCommands: Pick<CommandsOf<'lots', 'policies'>, 'convertTracking'> = {
  convertTracking: {
    async toSign(asked, { read, reader: { db }, now, offsetMinutes }) {
      const { before, wanted, namings } = await plannedConversion(asked, read, db, dateOf(now, offsetMinutes));
      const { product, lotTracking, serialTracking, reason } = asked;
      const after = { ...before.values, lotTracking, serialTracking };
      const changed = (['lotTracking', 'serialTracking'] as const).filter(
        (name) => before.values[name] !== after[name],
      );
      const changes = changesOf(productRecord, { before: before.values, after, changed });
      return {
        sentence: msg`Convert product ${product}: ${changes}. Lines listed of what lies here: ${{ count: asked.rows.length }}; of these named anew: ${{ count: namings.length }}. ${reason}`,
        reads: [{ kind: productRecord, name: product }],
        facts: wanted.map((line) => Object.values(line)) satisfies Json,
      };
    },

    async within(asked, context) {
      const { work, now, offsetMinutes } = context;
      const { before, namings } = await plannedConversion(asked, work, work.db, dateOf(now, offsetMinutes));
      const { product, lotTracking, serialTracking, version, reason } = asked;
      await saveConverted(context.work, before, { lotTracking, serialTracking });
      const done = await nameGoods(context, { product, namings, reason });
      return { reply: { product, version: version + 1, ...done }, signed: [{ kind: productRecord, name: product }] };
    },
  },
};

/** @throws LotlineError NOT_FOUND; RECORD_CHANGED for another version than was looked at; CONFLICT; VALIDATION whose `faults` tell of rows */
async function plannedConversion(
  asked: Asked,
  read: Pick<Read, 'all' | 'one'>,
  db: Database,
  today: PlainDate,
): Promise<Planned> {
  const found = await conversionOf(read, asked);
  const { before, wanted, isFree, refusal } = found;
  if (before.version !== asked.version)
    throw new LotlineError(
      'RECORD_CHANGED',
      msg`${asked.product} was changed by somebody else since you opened it. Load it again; what you typed is kept.`,
      { version: before.version },
    );
  if (refusal !== undefined) throw new LotlineError('CONFLICT', refusal);
  if (isFree)
    throw new LotlineError('VALIDATION', msg`This change takes no list. Edit the product instead.`, {
      field: 'lotTracking',
    });
  const rows = asked.rows.map((row): ListedRow => ({ ...row, quantity: Number(parseQuantity(row.quantity)) }));
  const { lotTracking, serialTracking } = asked;
  const product = { code: asked.product, lotTracking, serialTracking };
  const judged = judgeList(wanted, rows, ({ kind, ...named }) =>
    trackingIssue(product, { ...named, kind: 'assign', from: kind, to: kind }),
  );
  refuseRows(judged.faults);
  refuseMissing(judged.missing, before.values.unit);
  refuseRows(await lotFaults(read, db, before, rows, today));
  return { ...found, namings: judged.namings };
}

/**
 * What is wrong with lots that are new by a list. Nobody made them today: where dates count from the making, its day must
 * be said.
 */
async function lotFaults(
  read: Pick<Read, 'all'>,
  db: Database,
  { id, values: product }: Conversion['before'],
  rows: readonly ListedRow[],
  today: PlainDate,
): Promise<ListFault[]> {
  const settings = new ProductSettings(read, db);
  await settings.load([id]);
  const life = settings.life(id, today);
  const dates = spans.some((span) => hasSpan(life, span));
  const once = new GivenOnce(read);
  const keys = rows.flatMap(({ lot, sublot }) =>
    lot === ''
      ? []
      : [
          [id, lot, ''],
          [id, lot, sublot],
        ],
  );
  const known = await findRecords(read, lotRecord, keys);
  const faults: ListFault[] = [];
  for (const [row, { lot, sublot, manufacturedOn }] of rows.entries()) {
    const stored = [known.get(keyOfText([id, lot, sublot])), known.get(keyOfText([id, lot, '']))];
    // A sublot has the dates of its lot.
    if (lot === '' || stored.some((one) => one !== undefined)) continue;
    const lacksDay = dates && manufacturedOn === '';
    const text = lacksDay
      ? msg`Say when lot ${lot} was made: the dates of ${product.code} count from that day.`
      : await once.issueOf({ product: { ...product, id }, supplier: '', numbers: [lot] });
    if (text !== undefined) faults.push({ row, field: lacksDay ? 'manufacturedOn' : 'lot', text });
  }
  return faults;
}

function refuseRows(faults: readonly ListFault[]): void {
  if (faults.length === 0) return;
  throw new LotlineError(
    'VALIDATION',
    msg`The list does not fit what lies here in so many rows: ${{ count: faults.length }}. Correct or remove them.`,
    { faults: faults.slice(0, 200).map(({ row, field, text }) => ({ row, field, text })) satisfies Json },
  );
}

function refuseMissing(missing: readonly LyingLine[], unit: string): void {
  const [first] = missing;
  if (first === undefined) return;
  const { location, status, quantity } = first;
  const others = missing.length - 1;
  const left = { decimal: formatQuantity(quantity) };
  throw new LotlineError(
    'VALIDATION',
    others === 0
      ? msg`The list leaves out ${left} ${unit} at ${location} in status ${status}. List all that lies here.`
      : msg`The list leaves out ${left} ${unit} at ${location} in status ${status}, and more besides (${{ count: others }}). List all that lies here.`,
  );
}

type Named = { product: string; namings: Naming[]; reason: string };

/** Posts the names that goods get, as the product is tracked from now on. */
async function nameGoods(context: CommandContext<'policies'>, { product: code, namings, reason }: Named) {
  const { work, actor, now, offsetMinutes, policies } = context;
  if (namings.length === 0) return { document: '', movements: [] };
  const catalogue = new Catalogue(work);
  await catalogue.load({ products: [code], places: namings.map(({ row }) => row.location) });
  const product = catalogue.product(code);
  if (product === undefined) throw new Error(`no product ${code}`);
  insistOnGoods(
    work,
    namings.map(({ row, from }) => ({ product, lot: from.lot, sublot: from.sublot, locations: [row.location] })),
  );
  await nameLots(context, product.id, namings);
  const document = `TC-${work.journal.entrySeq}`;
  const drafts = namings.map(({ row }, index) => {
    const place = catalogue.place(row.location) ?? null;
    const { lot, sublot, serial, quantity, status } = row;
    return movementDraft({
      ...{ at: now, offsetMinutes, kind: 'assign', document, line: String(index + 1), product, lot, sublot, serial },
      ...{ quantity, from: place, to: place, statusFrom: status, statusTo: status, reason },
    });
  });
  const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: trailTime(work.db, now) };
  const { posted } = await new StockLedger(work, by, policies).post(drafts, { origin: 'decided', tellsRow: false });
  return { document, movements: posted.map(({ id }) => id) };
}

/** Makes the lots that are new by the list, with the days they were made on. */
async function nameLots(
  { work, now, offsetMinutes }: CommandContext<'policies'>,
  productId: number,
  namings: Naming[],
): Promise<void> {
  const rows = namings.map(({ row }) => row).filter(({ lot }) => lot !== '');
  const book = LotBook.of(work);
  await book.load(rows.map(({ lot, sublot }): LotKey => [productId, lot, sublot]));
  for (const { lot, sublot, manufacturedOn } of rows) {
    if (book.find(productId, lot, sublot) === undefined && manufacturedOn !== '')
      book.save({ ...blankLot(productId, lot, sublot), manufacturedOn });
    book.touch(productId, lot, sublot, dateOf(now, offsetMinutes));
  }
  await book.write();
}
