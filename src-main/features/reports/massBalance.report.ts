import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { textsOf } from '#main/documents/reportFrame.ts';
import { readSum } from '#main/store/exactSum.ts';
import { addDays, startOfDay } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { balancePercent, massBalance } from '#shared/recalls/balances.ts';
import type { RecallBalance } from '#shared/recalls/contract.ts';
import { addToProduct, balanceOf, type Flow, noFlow } from '#shared/recalls/figures.ts';
import { balanceSection, worstBalance } from './balanceSection.ts';
import { type ProductFlow, productFlows } from './massBalance.queries.ts';

/** What came in of each product in a period, what was there before, and where it went. */
export const massBalanceReport = defineReport({
  name: 'massBalance',
  group: 'traceability',
  permission: 'look',
  parameters: z.object({ product: parameter.code(), from: parameter.date(-30), until: parameter.date(0) }).strict(),
  async make({ product, from, until }, { read, offsetMinutes, frame }) {
    const rows = await read.all(productFlows, {
      product,
      from: startOfDay(from, offsetMinutes),
      until: startOfDay(addDays(until, 1), offsetMinutes),
    });
    const balances = [...Map.groupBy(rows, (row) => row.product)]
      .map(([code, own]) => balanceIn(code, own, frame.products.get(code)?.unitOfMeasure ?? ''))
      .sort((one, other) => Number(one.balancePercent) - Number(other.balancePercent));
    const { products, help } = textsOf(frame).reports.catalogue.massBalance;
    return {
      subject: product,
      facts: worstBalance(balances, frame),
      figures: [{ label: products, values: [balances.length] }],
      // What was in production when the period ended is in no journal of crossings.
      sections: [{ ...balanceSection(balances, frame, ['inProcess']), sentence: help }],
    };
  },
});

/** The balance of one product: what was there when the period began has come in as well. */
function balanceIn(product: string, rows: readonly ProductFlow[], unit: string): RecallBalance {
  const [before, flow] = [noFlow(), noFlow()];
  for (const { isBefore, kind, arrives, explained, quantity } of rows)
    addToProduct(isBefore === 1 ? before : flow, {
      kind,
      arrives: arrives === 1,
      explained: explained === 1,
      quantity: readSum(quantity),
    });
  const opening: Flow = { ...flow, opening: flow.opening + balanceOf(before) };
  const balance = massBalance({ flow: opening, onHand: balanceOf(opening), inProcess: 0n });
  const { in: cameIn, consumed, out, here, inProcess, explained, unexplained } = balance;
  const said = { in: cameIn, consumed, out, here, inProcess, explained, unexplained };
  // The keys are those of the object above.
  const texts = Object.fromEntries(
    Object.entries(said).map(([part, amount]) => [part, formatQuantity(amount)]),
  ) as Record<keyof typeof said, string>;
  return { product, unit, ...texts, balancePercent: balancePercent(balance) };
}
