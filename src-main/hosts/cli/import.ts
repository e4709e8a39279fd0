import { join, resolve } from 'node:path';
import { z } from 'zod';
import { newCommandId } from '#main/app/bus.ts';
import { type Fault, fault, type ImportResult } from '#shared/exchange/contract.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { formatError } from './exit.ts';
import { type Opened, withApp } from './open.ts';
import { stopOnSignal } from './stopping.ts';
import { section } from './table.ts';

type Checked = { result: ImportResult | null; errors: Fault[]; faultCount: number };

/** Takes over an export, or with --dry-run does all but the writing. Faults are the answer then, with status 2. */
export async function runImport(given: Given): Promise<ExitCode> {
  const isRehearsal = given.flag('dry-run');
  const path = resolve(given.operands[0] ?? '');
  const id = newCommandId();
  const stopper = stopOnSignal(given, id);
  try {
    const source = { kind: 'path', path };
    if (isRehearsal) {
      const { result, errors, faultCount } = await withStoreOrNone(given, (opened) =>
        stopper.during(opened, () => opened.ask<Checked>('exchange.preview', { source, job: id })),
      );
      return result === null
        ? await answerFaults(given, errors, faultCount)
        : await answerResult(given, result, 'Nothing was written: a rehearsal. It would import');
    }
    const result = await withApp(given, 'create', (opened) =>
      stopper.during(opened, () => opened.ask<ImportResult>('exchange.import', { source }, id)),
    );
    return await answerResult(given, result, 'Imported');
  } catch (error) {
    if (!isLotlineError(error) || error.code !== 'IMPORT_REJECTED') throw error;
    given.terminal.say(formatError(error));
    const { errors, faultCount } = rejected.parse(error.details);
    return await answerFaults(given, errors, faultCount);
  } finally {
    stopper.end();
  }
}

/** A rehearsal makes no store: where there is none it plays on one in the temporary folder. */
async function withStoreOrNone<T>(given: Given, use: (opened: Opened) => Promise<T>): Promise<T> {
  try {
    return await withApp(given, 'read', use);
  } catch (error) {
    if (!isLotlineError(error) || error.code !== 'STORE_MISSING') throw error;
  }
  // What opens a store is loaded when it is needed.
  const { inTemporaryFolder } = await import('#main/app/temporary.ts');
  return await inTemporaryFolder((folder) =>
    withApp({ ...given, user: undefined, file: join(folder, 'rehearsal.lotline') }, 'create', use),
  );
}

const rejected = z.object({ errors: z.array(fault), faultCount: z.number() });

async function answerFaults(given: Given, errors: readonly Fault[], count: number): Promise<ExitCode> {
  if (given.json) await answer(given, { errors }, () => '');
  else given.terminal.say(section(titleOf(errors.length, count), rowColumns, errors));
  return exitCodes.badInput;
}

const titleOf = (told: number, count: number): string =>
  told === count
    ? 'Faults'
    : `${count.toLocaleString('en')} faults, the first ${told.toLocaleString('en')} are listed. Faults listed`;

async function answerResult(given: Given, result: ImportResult, title: string): Promise<ExitCode> {
  const { findings, correctedRows: _corrected, ...counts } = result;
  const written = Object.entries(counts).map(([name, count]) => `  ${labels[name] ?? name}: ${count}`);
  await answer(given, result, () =>
    [
      `${title}`,
      ...written,
      '',
      section('Findings: imported, although it should not have happened', rowColumns, findings),
    ].join('\n'),
  );
  return exitCodes.done;
}

const labels: Readonly<Record<string, string>> = { serialLinks: 'serial links', alreadyPresent: 'already present' };

const rowColumns = {
  File: ({ file }: Fault) => file,
  Row: ({ row }: Fault) => row,
  Column: ({ column }: Fault) => column,
  Code: ({ code }: Fault) => code,
  'What to do': ({ message }: Fault) => message,
};
