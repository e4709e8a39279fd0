import type { CommandContext, CommandsOf } from '#main/context/context.ts';
import { sign } from '#main/features/people/people.actions.ts';
import { singlePersonOf } from '#main/features/people/identity.queries.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { posting } from '#main/ledger/posting.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { judgeDecision, meaningOf, needsWitness } from '#shared/lots/statusDecision.ts';
import { nameOfDecision, saveDecision } from './decisions.actions.ts';
import { type Decided, type DecidedGoods, goodsOf, statementOf } from './decisions.queries.ts';
import { lotRecord, statusDecisionRecord } from '#shared/lots/records.ts';

export const lotCommands: CommandsOf<'lots'> = {
  async changeStatus({ quantity, reason, signature, witness: _witness, ...decided }, context) {
    const { work, signers } = context;
    if (reason.trim().length < 3)
      throw new LotlineError('REASON_REQUIRED', 'Say why the status changes, in a few words.', { field: 'reason' });
    const goods = goodsOf(work.db, decided, context);
    insist(judgeDecision({ ...decided, ...goods }));
    if (goods.quantity !== parseQuantity(quantity)) {
      throw new LotlineError(
        'RECORD_CHANGED',
        `It is ${formatQuantity(goods.quantity)} ${goods.unitOfMeasure} now, not ${quantity}. Look at it again, and sign what you see.`,
        { quantity: formatQuantity(goods.quantity) },
      );
    }
    const meaning = meaningOf(decided);
    if (signature.meaning !== meaning)
      throw new LotlineError('VALIDATION', `Whoever signs this has ${meaning} the goods, not ${signature.meaning}.`, {
        field: 'signature.meaning',
      });
    if (needsWitness({ ...decided, ...goods }) && signers.length < 2 && singlePersonOf(work.db) === '') {
      throw new LotlineError(
        'SEPARATION_OF_DUTIES',
        'Rejected goods are released by two people. A second person who may decide signs as witness.',
        { pair: 'rejectedGoods' },
      );
    }
    return await carryOut(context, decided, goods, reason);
  },
};

/** Moves the goods from the one status to the other, writes the decision, and signs it. */
async function carryOut(context: CommandContext, decided: Decided, goods: DecidedGoods, reason: string) {
  const { work, asking, now, offsetMinutes } = context;
  const document = `SD-${work.journal.entrySeq}`;
  const catalogue = new Catalogue(work);
  const ledger = new StockLedger(work, { person: asking.person.id, workstation: asking.workstation, recordedAt: now });
  const product = catalogue.product(decided.product);
  if (product === undefined) throw new Error(`no product ${decided.product}`);
  const postings = goods.lines.map((line, index) => {
    const place = catalogue.place(line.location) ?? null;
    return posting({
      at: now,
      offsetMinutes,
      kind: 'status',
      document,
      line: String(index + 1),
      product,
      lot: line.lot,
      sublot: line.sublot,
      serial: line.serial,
      quantity: line.quantity,
      from: place,
      to: place,
      statusFrom: decided.statusFrom,
      statusTo: decided.statusTo,
      reason,
    });
  });
  const { posted } = await ledger.post(postings, { tellsRow: false });
  const movements = posted.map(({ id }) => id);
  const quantity = formatQuantity(goods.quantity);
  const { unit } = goods;
  saveDecision(work, {
    ...unit,
    statusFrom: decided.statusFrom,
    statusTo: decided.statusTo,
    location: decided.location,
    quantity,
    movements: `${movements[0] ?? 0}-${movements.at(-1) ?? 0}`,
    reason,
    decidedAt: now,
  });
  sign(context, {
    operation: 'lots.changeStatus',
    statement: `${statementOf(decided, goods)} ${reason}`,
    // What the records of the lots say, their dates above all, is what the decision rests on.
    records: [
      { kind: statusDecisionRecord, name: nameOfDecision(unit) },
      ...goods.lotNames.map((name) => ({ kind: lotRecord, name })),
    ],
  });
  return { document, quantity, movements };
}
