import type { CommandsOf, SignedReply } from '#main/context/context.ts';
import { singlePersonOf, signedAlone } from '#main/features/security/siteSettings.queries.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import type { Outputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { inEnglish, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { mergeSentence } from '#shared/lots/merging.ts';
import { lotRecord, statusDecisionRecord } from '#shared/lots/records.ts';
import { nameOfDecision, saveDecision } from './decisions.actions.ts';
import { carryOut, lotsOf, mergeAlike, nameOfLot, numberOf, sumOf } from './merge.actions.ts';
import { loweredIn, type MergePlan, planMerge } from './merge.queries.ts';
import type { RegroupContext } from './regroup.actions.ts';

type Reply = Outputs['lots']['merge'];

export const mergeCommands: Pick<CommandsOf<'lots', 'policies'>, 'merge' | 'mergeUnlike'> = {
  merge: mergeAlike,

  mergeUnlike: {
    async toSign({ reason, ...asked }, context) {
      const plan = await planMerge(context.read, asked, context);
      const { product, location, from, own, into, status, dates } = plan;
      if (plan.areAlike)
        throw new LotlineError('CONFLICT', msg`These goods are alike now, so there is nothing to decide. Merge them.`);
      return {
        sentence: mergeSentence({
          ...{ product: product.code, unitOfMeasure: product.unitOfMeasure, location, status, reason },
          lots: [...from, ...own].map((line) => ({
            lot: msg`lot ${numberOf(line)}`,
            quantity: formatQuantity(BigInt(line.taken)),
            status: line.status,
          })),
          into: numberOf(into),
          expiresOn: dates.expiresOn,
        }),
        reads: [
          { kind: statusDecisionRecord, name: decisionOn(plan) },
          ...[...new Set(lotsOf(plan).map((lot) => nameOfLot(product.code, lot)))].map((name) => ({
            kind: lotRecord,
            name,
          })),
        ],
        facts: [...from, ...own].map(({ unitId, status: was, quantity }) => [unitId, was, quantity]),
      };
    },

    async within({ reason, ...asked }, context): Promise<SignedReply<Reply>> {
      const plan = await planMerge(context.work, asked, context);
      const reply = await carryOut(plan, asked, context, reason);
      decideOn(plan, { context, movements: reply.movements, reason });
      return {
        reply,
        signed: [
          { kind: statusDecisionRecord, name: decisionOn(plan) },
          { kind: lotRecord, name: nameOfLot(plan.product.code, plan.into) },
        ],
      };
    },
  },
};

const decisionOn = ({ product, into }: MergePlan): string =>
  nameOfDecision({ product: product.code, ...into, serial: '' });

/** That these goods are of one lot now, in this status, was decided about that lot. */
function decideOn(
  plan: MergePlan,
  { context, movements, reason }: { context: RegroupContext; movements: readonly number[]; reason: string },
): void {
  const { work, now } = context;
  const alone = singlePersonOf(work.db);
  saveDecision(work, {
    ...{ product: plan.product.code, ...plan.into, serial: '', location: plan.location },
    ...{ statusFrom: loweredIn(plan)[0]?.status ?? plan.status, statusTo: plan.status },
    quantity: formatQuantity(sumOf([...plan.from, ...plan.own])),
    movements: `${movements[0] ?? 0}-${movements.at(-1) ?? 0}`,
    reason: alone === '' ? reason : `${reason} ${inEnglish(signedAlone(alone))}`.trim(),
    decidedAt: trailTime(work.db, now),
  });
}
