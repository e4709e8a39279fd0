import { runDaily } from '#main/app/dailyJob.ts';
import { isPlainDate } from '#shared/kernel/dates.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { formatError } from './exit.ts';
import { withApp } from './open.ts';
import { section } from './table.ts';

/** Does what is due, as whoever calls; of a day to come it shows what would be. */
export async function runDailyJob(given: Given): Promise<ExitCode> {
  const asOf = given.text('as-of');
  if (asOf !== undefined && !isPlainDate(asOf))
    throw new UsageError(`“${printableInLine(asOf)}” is no date. Write it as 2026-01-31.`);
  const { refused, ...run } = await withApp(given, 'write', ({ ask }) => runDaily(ask, asOf));
  const lots = run.lots.flatMap(({ moves, ...lot }) => moves.map((move) => ({ ...lot, ...move })));
  const lotsWith = (isRetest: boolean): number =>
    run.lots.filter(({ moves }) => moves.some(({ kind }) => (kind === 'retest') === isRetest)).length;
  const reply = {
    asOf: run.asOf,
    done: !run.isAhead,
    counts: { expired: lotsWith(false), retest: lotsWith(true), refused: refused.length },
    lots,
    refused: refused.map(({ product, lot, error: { code, message } }) => ({ product, lot, code, message })),
  };
  await answer(given, reply, () =>
    section(
      run.isAhead ? `What falls due by ${run.asOf}; nothing was done` : `What was due on ${run.asOf}`,
      columns,
      lots,
    ),
  );
  for (const { product, lot, error } of refused)
    given.terminal.say(`${printableInLine(`${product} ${lot}`)}: ${formatError(error)}`);
  return refused.length === 0 ? exitCodes.done : exitCodes.refused;
}

const columns = {
  Product: ({ product }: Row) => product,
  Lot: ({ lot }: Row) => lot,
  What: ({ kind }: Row) => said[kind],
  Date: ({ date }: Row) => date,
  From: ({ statusFrom }: Row) => statusFrom,
  To: ({ statusTo }: Row) => statusTo,
  Quantity: ({ quantity, unitOfMeasure }: Row) => `${quantity} ${unitOfMeasure}`,
};

type Lots = Awaited<ReturnType<typeof runDaily>>['lots'][number];
type Row = Omit<Lots, 'moves'> & Lots['moves'][number];

const said: Readonly<Record<Row['kind'], string>> = { expiry: 'expired', useBy: 'use by', retest: 'retest' };
