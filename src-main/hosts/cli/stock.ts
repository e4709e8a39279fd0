import { msg } from '#shared/kernel/message.ts';
import type { Outputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { longestPage } from '#shared/kernel/page.ts';
import { type AsOf, readAsOf, saidOf } from './asOf.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { measuredOf } from './measured.ts';
import { type Opened, withApp } from './open.ts';
import { section, unitColumns } from './table.ts';

type Page = Outputs['movements']['listBalances'];

/** So often the pages are read again when somebody wrote in between. */
const mostTries = 5;

export async function runStock(given: Given): Promise<ExitCode> {
  const asOf = readAsOf(given);
  const { rows, measured } = await withApp(given, 'read', async (opened) => {
    const found = await readAll(opened, { product: given.text('product') ?? '', ...asOf });
    return { rows: found, measured: given.json ? undefined : await measuredOf(opened, found) };
  });
  const columns = {
    ...unitColumns,
    Place: ({ location }: Page['rows'][number]) => location,
    Status: ({ status }: Page['rows'][number]) => status,
    Quantity: (row: Page['rows'][number]) => measured?.(row) ?? '',
    Value: ({ value }: Page['rows'][number]) => value,
  };
  await answer(given, rows.map(exchanged), () => section(`Stock${saidOf(asOf)}`, columns, rows));
  return exitCodes.done;
}

/** The fields other programs know a row of stock by. */
const exchanged = ({ product, lot, sublot, serial, location, status, quantity, value }: Page['rows'][number]) => ({
  ...{ product, lot, sublot, serial, location, status, quantity, value },
});

/** Every page of one moment: pages of different moments could miss a row or show it twice. */
async function readAll({ app, ask }: Opened, of: AsOf & { product: string }): Promise<Page['rows']> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { seq } = app.store.head();
    const rows: Page['rows'] = [];
    let total = 1;
    while (rows.length < total) {
      const page = await ask<Page>('movements.listBalances', { ...of, offset: rows.length, limit: longestPage });
      total = page.rows.length === 0 ? rows.length : page.total;
      rows.push(...page.rows);
    }
    if (app.store.head().seq === seq) return rows;
  }
  throw new LotlineError('STORE_BUSY', msg`The store is being written to all the time. Try again in a moment.`);
}
