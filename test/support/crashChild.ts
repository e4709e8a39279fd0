import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { createApp } from '#main/app/createApp.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { crashCommand, crashExport, crashMasters } from './crashWork.ts';

/**
 * The program that is killed: opens a store and sends command after command, each acknowledged in a file that
 * is synced to the disk before the next is sent. Usage: crashChild.ts FOLDER FIRST [LAST]. Without LAST it
 * goes on until it is killed.
 */
const [folder = '', first = '1', last = ''] = process.argv.slice(2);
const acknowledgements = openSync(join(folder, 'acknowledged'), 'a');

// Whoever kills it may be gone first.
const abandoned = (): never => process.exit(1);
process.on('disconnect', abandoned);
// A killed program keeps no cache of what it compiled, unless it is told to.
flushCompileCache();
process.send?.('opening');
const app = await createApp({ file: join(folder, 'plant.lotline'), mode: 'create', host: 'test' });
const me = app.open();
await app.call(me, {
  operation: 'exchange.import',
  input: { source: { kind: 'path', path: layDown('masters', crashMasters) } },
  commandId: 'crash-masters',
});
for (let number = Number(first); last === '' || number <= Number(last); number += 1) {
  const importFolder = number % 7 === 3 ? layDown(`export-${number}`, { 'movements.csv': crashExport(number) }) : '';
  const { id, operation, input } = crashCommand(number, importFolder);
  const outcome = await app.call(me, { operation, input, commandId: id }).then(
    () => 'done',
    (error: unknown) =>
      isLotlineError(error) && error.code === 'INSUFFICIENT_QTY' ? 'refused' : `failed ${String(error)}`,
  );
  writeSync(acknowledgements, `${number} ${outcome}\n`);
  fsyncSync(acknowledgements);
  if (number === Number(first)) process.send?.('ready');
}
closeSync(acknowledgements);
await app.close();
process.off('disconnect', abandoned);
process.disconnect?.();

function layDown(name: string, files: Record<string, string>): string {
  const path = join(folder, name);
  if (existsSync(join(path, 'whole'))) return path;
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  appendFileSync(join(path, 'whole'), '');
  return path;
}
