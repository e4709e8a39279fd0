import { useState } from 'react';
import {
  type Asked,
  api,
  ask,
  type Commanded,
  keepWhile,
  saveDocument,
  uploadFiles,
  useAsk,
  useCommand,
  useWork,
  type Work,
  type Signing,
  type Unsigned,
  useSigning,
} from '#renderer/client/index.ts';
import type { Inputs, Outputs } from '#shared/contract.ts';

export type Backups = Outputs['backups']['list'];
export type BackupRow = Backups['rows'][number];
export const pageSize = 100;

export const useBackups = (offset: number): Asked<Backups> =>
  useAsk({
    ...ask.backups.list.queryOptions({ input: { offset, limit: pageSize } }),
    placeholderData: keepWhile,
  });

export type Comparison = Outputs['backups']['compare'];

/** What a restore of the backup that an entry made would undo. */
export const useComparison = (entry: number): Asked<Comparison> =>
  useAsk(ask.backups.compare.queryOptions({ input: { entry } }));

/** A backup that was handed over, and what a restore of it would undo. */
export type Examined = { upload: string; comparison: Comparison };

/** Hands a backup file over and has it verified; `isSent` once the host has it, under the id of its work. */
export function useExamine(): Work<File, Examined> & { job: string } {
  const [job, setJob] = useState('');
  const work = useWork('backups.examine', async (file: File) => {
    setJob('');
    const upload = await uploadFiles([file], { kind: 'backup' });
    const id = crypto.randomUUID();
    setJob(id);
    return { upload, comparison: await api.backups.examine({ upload, job: id }) };
  });
  return { ...work, job };
}

/** Makes a backup and has it saved where the person says. */
export const useMake = (): Commanded<Inputs['backups']['make'], Outputs['backups']['make']> =>
  useCommand('backups.make', async (input: Inputs['backups']['make'], options) => {
    const made = await api.backups.make(input, options);
    await saveDocument(made);
    return made;
  });

export const useDrill = (): Commanded<Inputs['backups']['drill'], Outputs['backups']['drill']> =>
  useCommand('backups.drill', api.backups.drill);

export const useApproveRestore = (input: Unsigned<'backups', 'approveRestore'>, onSigned: () => void): Signing =>
  useSigning('backups.approveRestore', api.backups.approveRestore, { input, onSigned });

/** Bytes for the eye, in thousands or millions of them. */
export function formatSize(bytes: number, locale: string): string {
  const [unit, divisor] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / divisor);
}
