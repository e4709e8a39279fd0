import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { serveWork } from '#main/worker/serveWork.ts';
import { toFileError } from '../fileErrors.ts';
import { drawLabels } from './drawLabels.ts';
import type { LabelWork } from './protocol.ts';

/** Draws labels beside the main thread. */
serveWork<LabelWork>(async ({ task, file }) => {
  const { bytes, first } = await drawLabels(task);
  if (file !== '') write(file, bytes);
  return { first, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
});

/** On the disk for certain before anybody hears of it. */
function write(file: string, bytes: Buffer): void {
  try {
    const handle = openSync(file, 'wx');
    writeFileSync(handle, bytes);
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    throw toFileError(error, file);
  }
}
