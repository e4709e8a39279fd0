import type { CommandContext } from '#main/context/context.ts';
import { saveDecision } from '#main/features/lots/decisions.actions.ts';
import { type DecidedGoods, goodsOf } from '#main/features/lots/decisions.queries.ts';
import { insistOnGoods } from '#main/features/lots/vouchedGoods.queries.ts';
import type { Here } from '#main/features/security/identity.queries.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { movementDraft } from '#main/ledger/movementDraft.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import type { Database } from 'better-sqlite3';
import type { InspectionValues } from '#shared/inspections/records.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';

export type Line = DecidedGoods['lines'][number];
/** A part of inspected goods, where it lies, and the status it gets. */
export type Part = { statusTo: string; lines: Line[]; quantity: number };

/** What of inspected goods lies in the status they are inspected in: first where the inspection found them. */
export function lyingToDecide(db: Database, values: InspectionValues, serials: readonly string[], here: Here) {
  const { product, lot, sublot, statusFrom } = values;
  // Pieces without a lot are known by their serials alone.
  const named = lot === '' && values.serial === '' ? serials : [values.serial];
  const each = named.map((serial) =>
    goodsOf(db, { product, lot, sublot, serial, statusFrom, statusTo: '', location: '' }, here),
  );
  const lastDay = each.map((one) => one.lastDay).find((day) => day !== null) ?? null;
  const wasRejected = each.some((one) => one.wasRejected);
  const lotNames = [...new Set(each.flatMap((one) => one.lotNames))];
  const lines = each.flatMap((one) => one.lines);
  const isIts = (line: Line): boolean =>
    line.sublot === sublot && (serials.length === 0 || serials.includes(line.serial));
  const nearest = (line: Line): number => (line.location === values.location ? 0 : 1);
  return { lastDay, lotNames, wasRejected, lines: lines.filter(isIts).toSorted((a, b) => nearest(a) - nearest(b)) };
}

/**
 * Takes the parts of a decision from what lies there, the accepted first; serials as they are named.
 * @throws LotlineError INSUFFICIENT_QTY where less lies there than is decided
 */
export function partsOf(
  values: InspectionValues,
  lying: readonly Line[],
  wanted: readonly { statusTo: string; quantity: number; serials: readonly string[] }[],
): Part[] {
  const left = lying.map((line) => ({ ...line }));
  return wanted.flatMap(({ statusTo, quantity, serials }) => {
    if (quantity === 0) return [];
    const lines: Line[] = [];
    let missing = quantity;
    for (const line of left) {
      if (serials.length > 0 && !serials.includes(line.serial)) continue;
      const taken = Math.min(missing, line.quantity);
      if (taken === 0) continue;
      line.quantity -= taken;
      missing -= taken;
      lines.push({ ...line, quantity: taken });
    }
    if (missing > 0)
      throw new LotlineError(
        'INSUFFICIENT_QTY',
        msg`Only ${{ decimal: formatQuantity(quantity - missing) }} of ${unitMessage(values)} lies in status ${values.statusFrom}, and ${{ decimal: formatQuantity(quantity) }} is to be decided. Look where the rest went, and undo that or decide less.`,
        { field: 'accepted' },
      );
    return [{ statusTo, lines, quantity }];
  });
}

/** Moves the parts of a decision to their statuses, and writes what was decided of the goods, as by any decision. */
export async function moveParts(
  context: CommandContext<'policies'>,
  values: InspectionValues,
  { parts, document, reason }: { parts: readonly Part[]; document: string; reason: string },
): Promise<number[]> {
  const { work, actor, now, offsetMinutes, policies } = context;
  const catalogue = new Catalogue(work);
  const lines = parts.flatMap((part) => part.lines.map((line) => ({ ...line, statusTo: part.statusTo })));
  await catalogue.load({ products: [values.product], places: lines.map(({ location }) => location) });
  const product = catalogue.product(values.product);
  if (product === undefined) throw new Error(`no product ${values.product}`);
  insistOnGoods(
    work,
    lines.map((line) => ({ ...line, product, locations: [line.location] })),
  );
  const decidedAt = trailTime(work.db, now);
  const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: decidedAt };
  const drafts = lines.map(({ lot, sublot, serial, quantity, location, statusTo }, index) => {
    const place = catalogue.place(location) ?? null;
    return movementDraft({
      ...{ at: now, offsetMinutes, kind: 'status', document, line: String(index + 1), product, lot, sublot, serial },
      ...{ quantity, from: place, to: place, statusFrom: values.statusFrom, statusTo, reason },
    });
  });
  const { posted } = await new StockLedger(work, by, policies).post(drafts, { origin: 'decided', tellsRow: false });
  const movements = posted.map(({ id }) => id);
  let next = 0;
  for (const { statusTo, quantity, lines: own } of parts) {
    const ids = movements.slice(next, next + own.length);
    next += own.length;
    const { product: code, lot, sublot, serial, statusFrom } = values;
    const said = { product: code, lot, sublot, statusFrom, statusTo, location: '', reason, decidedAt };
    if (lot === '' && serial === '')
      for (const [index, line] of own.entries())
        saveDecision(work, {
          ...{ ...said, serial: line.serial, quantity: formatQuantity(line.quantity) },
          movements: `${ids[index] ?? 0}-${ids[index] ?? 0}`,
        });
    else
      saveDecision(work, {
        ...{ ...said, serial, quantity: formatQuantity(quantity) },
        movements: `${ids[0] ?? 0}-${ids.at(-1) ?? 0}`,
      });
  }
  return movements;
}
