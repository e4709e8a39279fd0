import { inEnglish, msg } from '#shared/kernel/message.ts';
import type { CommandContext, CommandsOf, SignedReply } from '#main/context/context.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { signedAlone, singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import { movementDraft } from '#main/ledger/movementDraft.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { judgeDecision, meaningOf, needsWitness } from '#shared/lots/statusDecision.ts';
import { createLots } from './create.actions.ts';
import { conversionCommands } from './conversion.commands.ts';
import { dateCommands } from './dates.commands.ts';
import { mergeCommands } from './merge.commands.ts';
import { splitLot } from './split.actions.ts';
import { nameOfDecision, saveDecision } from './decisions.actions.ts';
import { type Decided, type DecidedGoods, goodsOf, lyingOf, sentenceOf } from './decisions.queries.ts';
import { insistOnGoods } from './vouchedGoods.queries.ts';
import { lotRecord, statusDecisionRecord } from '#shared/lots/records.ts';

export const lotCommands: CommandsOf<'lots', 'policies'> = {
  create: ({ rows }, context) => createLots(rows, context),
  split: (asked, context) => splitLot(asked, context),
  ...mergeCommands,
  ...dateCommands,
  ...conversionCommands,
  changeStatus: {
    async toSign({ quantity, reason, ...decided }, context) {
      const goods = goodsOf(context.reader.db, decided, context);
      insist(judgeDecision({ ...decided, ...goods }));
      if (goods.quantity !== parseQuantity(quantity)) {
        throw new LotlineError(
          'RECORD_CHANGED',
          msg`It is ${formatQuantity(goods.quantity)} ${goods.unitOfMeasure} now, not ${quantity}. Look at it again, and sign what you see.`,
          { quantity: formatQuantity(goods.quantity) },
        );
      }
      return {
        sentence: sentenceOf(decided, goods, reason),
        // What the records of the lots say, their dates above all, is what the decision rests on.
        reads: recordsOf(goods),
        facts: lyingOf(goods),
        meanings: [meaningOf(decided)],
        ...(needsWitness({ ...decided, ...goods }) ? { witness: 'rejectedGoods' } : {}),
      };
    },

    within: ({ quantity: _signed, reason, ...decided }, context) =>
      carryOut(context, decided, goodsOf(context.work.db, decided, context), reason),
  },
};

const recordsOf = ({ unit, lotNames }: DecidedGoods) =>
  [
    { kind: statusDecisionRecord, name: nameOfDecision(unit) },
    ...lotNames.map((name) => ({ kind: lotRecord, name })),
  ] as const;

type Changed = { document: string; quantity: string; movements: number[] };

/** Moves the goods from the one status to the other, and writes the decision. */
async function carryOut(
  context: CommandContext<'policies'>,
  decided: Decided,
  goods: DecidedGoods,
  reason: string,
): Promise<SignedReply<Changed>> {
  const { work, actor, now, offsetMinutes, policies } = context;
  const document = `SD-${work.journal.entrySeq}`;
  const catalogue = new Catalogue(work);
  // Goods lie where they lie by the clock; when that was recorded and decided, the trail says.
  const decidedAt = trailTime(work.db, now);
  const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: decidedAt };
  const ledger = new StockLedger(work, by, policies);
  await catalogue.load({ products: [decided.product], places: goods.lines.map(({ location }) => location) });
  const product = catalogue.product(decided.product);
  if (product === undefined) throw new Error(`no product ${decided.product}`);
  insistOnGoods(
    work,
    goods.lines.map((line) => ({ ...line, product, locations: [line.location] })),
  );
  const drafts = goods.lines.map((line, index) => {
    const place = catalogue.place(line.location) ?? null;
    return movementDraft({
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
  const { posted } = await ledger.post(drafts, { origin: 'decided', tellsRow: false });
  const movements = posted.map(({ id }) => id);
  const quantity = formatQuantity(goods.quantity);
  const { unit } = goods;
  const alone = singlePersonOf(work.db);
  saveDecision(work, {
    ...unit,
    statusFrom: decided.statusFrom,
    statusTo: decided.statusTo,
    location: decided.location,
    quantity,
    movements: `${movements[0] ?? 0}-${movements.at(-1) ?? 0}`,
    reason: alone === '' ? reason : `${reason} ${inEnglish(signedAlone(alone))}`.trim(),
    decidedAt,
  });
  return { reply: { document, quantity, movements }, signed: recordsOf(goods) };
}
