import { inEnglish, msg } from '#shared/kernel/message.ts';
import type { CommandContext, CommandsOf } from '#main/context/context.ts';
import { ExpiryCaps } from '#main/features/lots/expiryCap.actions.ts';
import { LotBook, type LotKey } from '#main/features/lots/lots.actions.ts';
import { insistOnGoods } from '#main/features/lots/vouchedGoods.queries.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { type MovementDraft, movementDraft } from '#main/ledger/movementDraft.ts';
import { reversalOf } from '#main/ledger/reverse.ts';
import { withRowNumber } from '#main/ledgerStore/refusal.ts';
import { type Done, StockLedger } from '#main/ledgerStore/stockLedger.ts';
import { dateOf, parseMomentWithOffset } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { parseCost, parseQuantity } from '#shared/kernel/quantity.ts';
import { LotCapacities } from './lotCapacity.queries.ts';
import { LotSteps } from './lotSteps.queries.ts';
import { withNewCodes } from './newCodes.ts';
import { NewLooks } from '#main/features/lots/newLooks.queries.ts';
import { LotNumbers } from './numbered.ts';
import { inUnits } from './typedQuantities.ts';
import { LotSuppliers, type SupplierFinding } from './lotSuppliers.queries.ts';
import { PostedRuns } from './postedRuns.ts';
import { ReturnFindings } from './returnFindings.queries.ts';
import type { MovementInput } from '#shared/movements/contract.ts';
import { serialsNamed } from '#shared/movements/serialRange.ts';
import { movementShapeIssues } from '#shared/movements/shape.ts';

type Parts = {
  context: CommandContext<'policies'>;
  catalogue: Catalogue;
  lots: LotBook;
  ledger: StockLedger;
  returns: ReturnFindings;
  lotSteps: LotSteps;
  suppliers: LotSuppliers;
  looks: NewLooks;
  runs: PostedRuns;
  caps: ExpiryCaps;
  capacities: LotCapacities;
};

export const movementCommands: CommandsOf<'movements', 'policies'> = {
  async post({ movements: said }, context) {
    const parts = open(context);
    const numbers = new LotNumbers(context, said);
    const movements: MovementInput[] = [];
    for (const [index, one] of (await inUnits(context.work, said)).entries())
      movements.push(
        await numbers.number(
          inRow(index, () => withNewCodes(context.work, one)),
          index,
        ),
      );
    await parts.catalogue.load({
      products: movements.map(({ product }) => product),
      places: movements.flatMap(({ from, to }) => [from, to]),
      partners: movements.map(({ partner }) => partner),
    });
    insistOnGoods(
      context.work,
      movements.map((one) => ({
        ...one,
        product: parts.catalogue.product(one.product),
        locations: [one.from, one.to],
      })),
    );
    await loadLots(movements, parts);
    const drafts = movements.flatMap((movement, index) => inRow(index, () => toPostings(movement, index, parts)));
    await parts.capacities.load(drafts.map(({ product }) => product.id));
    const done = await parts.ledger.post(drafts, { origin: 'posted', tellsRow: true });
    for (const one of done.posted) {
      parts.caps.note(one);
      parts.capacities.note(one);
    }
    for (const { row, text } of await parts.capacities.overfull())
      throw new LotlineError('VALIDATION', text, { column: 'quantity', movement: row });
    await parts.caps.apply();
    await parts.lots.write();
    const reply = await replyOf(done, parts);
    return numbers.given.length === 0 ? reply : { ...reply, lots: numbers.given };
  },

  async reverse({ movements, reason }, context) {
    const parts = open(context);
    const { now: at, offsetMinutes } = context;
    const { catalogue: records, ledger } = parts;
    const unique = [...new Set(movements)].sort((a, b) => b - a);
    const originals = await ledger.originals(unique);
    const found = originals.filter((original) => original !== undefined);
    await records.load({
      products: found.map(({ toUnit }) => toUnit.product),
      places: found.flatMap(({ from, to }) => [from, to]),
      partners: found.map(({ partner }) => partner),
    });
    const drafts = unique.map((id, index) => {
      const original = originals[index];
      if (original === undefined) throw new LotlineError('NOT_FOUND', msg`There is no movement ${id}.`);
      return { ...reversalOf(original, { records, at, offsetMinutes, reason }), row: movements.indexOf(id) };
    });
    const done = await ledger.post(drafts, { origin: 'posted', tellsRow: true });
    for (const one of done.posted) parts.caps.note(one);
    await parts.caps.apply();
    await parts.lots.write();
    return await replyOf(done, parts);
  },
};

function open(context: CommandContext<'policies'>): Parts {
  const { work, actor, now, policies } = context;
  const catalogue = new Catalogue(work);
  const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: now };
  const ledger = new StockLedger(work, by, policies);
  const returns = new ReturnFindings(work);
  const lotSteps = new LotSteps(work, returns.lastBefore);
  const suppliers = new LotSuppliers(work, returns.lastBefore, lotSteps);
  const lots = LotBook.of(work);
  return {
    context,
    catalogue,
    lots,
    ledger,
    returns,
    lotSteps,
    suppliers,
    looks: new NewLooks(work),
    runs: new PostedRuns(work),
    caps: new ExpiryCaps(work, lots),
    capacities: new LotCapacities(work),
  };
}

/** Loads the lots of all movements at once; one without a product is refused when its turn comes. */
async function loadLots(movements: readonly MovementInput[], { catalogue, lots }: Parts): Promise<void> {
  await lots.load(
    movements.flatMap(({ product, lot, sublot }): LotKey[] => {
      const id = lot === '' ? undefined : catalogue.product(product)?.id;
      return id === undefined ? [] : [[id, lot, sublot]];
    }),
  );
}

/**
 * What came back although it cannot have gone there lies here all the same: it is posted, and the reply reports it.
 * Without findings the reply has no such part.
 */
async function replyOf({ posted, earlier }: Done, { returns, lotSteps, suppliers, looks, runs }: Parts) {
  for (const one of posted) {
    returns.note(one);
    lotSteps.note(one);
    suppliers.note(one);
    runs.note(one);
  }
  const back: Omit<SupplierFinding, 'file'>[] = [];
  for await (const one of returns.all()) back.push(one);
  for await (const { file: _, ...one } of suppliers.all()) back.push(one);
  for (const product of lotSteps.all())
    for await (const { file: _, ...one } of suppliers.namedLater(product)) back.push(one);
  const findings = [
    ...earlier.map(({ draft, column, code, message }) => ({
      movement: draft.row,
      column,
      code,
      message: inEnglish(message),
    })),
    ...[...looks.findings, ...(await runs.all())].map(({ text, ...where }) => ({ ...where, message: inEnglish(text) })),
    ...back.map(({ row, text, ...where }) => ({ movement: row, ...where, message: inEnglish(text) })),
  ];
  return { movements: posted.map(({ id }) => id), ...(findings.length === 0 ? {} : { findings }) };
}

/** Runs for one movement of several, so that a refusal names which. */
function inRow<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof LotlineError)
      throw new LotlineError(error.code, withRowNumber(index, error.text), { ...error.details, movement: index });
    throw error;
  }
}

function toPostings(input: MovementInput, index: number, parts: Parts): MovementDraft[] {
  const { context, catalogue, lots, returns, looks } = parts;
  const quantity = Number(parseQuantity(input.quantity));
  const [shapeIssue] = movementShapeIssues({ ...input, quantity });
  if (shapeIssue !== undefined)
    throw new LotlineError(shapeIssue.code, shapeIssue.message, { column: shapeIssue.column });
  const product = need(catalogue.product(input.product), 'product', input.product);
  const time = input.at === undefined ? undefined : parseMomentWithOffset(input.at);
  const at = time?.moment ?? context.now;
  if (at > context.now)
    throw new LotlineError('FUTURE_DATE', msg`The time lies in the future. Post a movement when it has happened.`, {
      column: 'at',
    });
  const offsetMinutes = time?.offsetMinutes ?? context.offsetMinutes;
  if (input.lot !== '' && product.lotTracking !== 'none') {
    const isKnown = lots.find(product.id, input.lot, input.sublot) !== undefined;
    if (!isKnown) looks.noteLot(index, product, input);
    if (input.kind === 'customer-return' && !isKnown) returns.noteUnknownLot(product, input.lot);
    lots.touch(product.id, input.lot, input.sublot, dateOf(at, offsetMinutes));
  }
  const serials = serialsNamed(input.serial, product);
  if (product.serialTracking !== 'none' && input.serial !== '') looks.noteSerials(index, product, serials);
  if (input.workOrder !== '') looks.noteRun(index, input);
  return serials.map((serial, piece) =>
    movementDraft({
      at,
      offsetMinutes,
      kind: input.kind,
      document: input.document,
      line: input.line,
      product,
      lot: input.lot,
      sublot: input.sublot,
      serial,
      quantity: quantity / serials.length,
      from: input.from === '' ? null : need(catalogue.place(input.from), 'location', input.from),
      to: input.to === '' ? null : need(catalogue.place(input.to), 'location', input.to),
      statusFrom: input.statusFrom,
      statusTo: input.status,
      workOrder: input.workOrder,
      run: input.run,
      equipment: input.equipment,
      unitCost: costIn(input),
      partner: input.partner === '' ? null : need(catalogue.partner(input.partner), 'partner', input.partner),
      reason: input.reason,
      evidence: input.evidence,
      row: index,
      continuesRow: piece > 0,
    }),
  );
}

/** What one of them cost, in ten-thousandths. @throws LotlineError VALIDATION of goods that do not come in */
function costIn({ unitCost, from }: MovementInput): number | null {
  if (unitCost === '') return null;
  if (from !== '')
    throw new LotlineError('VALIDATION', msg`Goods have a cost when they come in. Leave it out where they only move.`, {
      column: 'unit_cost',
    });
  return Number(parseCost(unitCost));
}

const nouns = { product: msg`product`, location: msg`location`, partner: msg`partner` };

function need<T>(found: T | undefined, what: keyof typeof nouns, code: string): T {
  if (found === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no ${nouns[what]} ${code}. Check the code.`, { column: what });
  return found;
}
