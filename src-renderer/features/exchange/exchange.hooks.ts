import { useRef, useState } from 'react';
import { api, type Failure, toFailure, type UploadProgress, uploadFiles, useWork } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Correction } from '#shared/exchange/contract.ts';
import { type MendedCells, useMendedCells } from './mending.ts';

export type Preview = Outputs['exchange']['preview'];

/** What the host said of an upload with these corrections in it. */
export type Checked = { upload: string; corrections: readonly Correction[]; preview: Preview };

export type Checking = {
  /** Checks other files, with what was typed over cells before, as far as it fits them. */
  check: (files: readonly File[]) => void;
  /** Checks files that the host has already, by the name of their upload. */
  checkUpload: (upload: string) => void;
  /** Checks the same files once more, with what was typed over their cells, or just now. */
  again: (corrections?: readonly Correction[]) => void;
  mended: MendedCells;
  /** The files of the last check, also after the screen was left and opened again. */
  files: readonly File[] | undefined;
  /** Whether the files of the last check were chosen elsewhere, so that the page does not know their names. */
  elsewhere: boolean;
  /** Stops the handing over; running work at the host is stopped by its id. */
  stop: () => void;
  uploading: UploadProgress | undefined;
  /** The id of the dry run among the running jobs. */
  job: string;
  running: boolean;
  checked: Checked | undefined;
  failure: Failure | undefined;
  reset: () => void;
};

/** The files, and the upload by which the host knows them already. */
type Work = { files?: readonly File[]; upload?: string; corrections: readonly Correction[]; job: string };

/** Hands files over and has the host try the import without writing. */
export function useChecking(): Checking {
  const [uploading, setUploading] = useState<UploadProgress | undefined>(undefined);
  const control = useRef<AbortController>(undefined);
  const work = useWork(
    'exchange.preview',
    async ({ files, upload: known, corrections, job }: Work): Promise<Checked> => {
      control.current = new AbortController();
      const { signal } = control.current;
      const preview = async (upload: string): Promise<Checked> => {
        const reply = await api.exchange.preview({
          source: { kind: 'upload', upload },
          corrections: [...corrections],
          job,
        });
        return { upload, corrections, preview: reply };
      };
      const handOver = async (): Promise<string> => {
        const upload = await uploadFiles(files ?? [], { signal, onProgress: setUploading });
        setUploading(undefined);
        return upload;
      };
      try {
        if (known === undefined) return await preview(await handOver());
        try {
          return await preview(known);
        } catch (error) {
          // The host keeps an upload for an hour; the page may hold its files longer.
          if (files === undefined || toFailure(error).code !== 'NOT_FOUND') throw error;
          return await preview(await handOver());
        }
      } finally {
        setUploading(undefined);
      }
    },
  );

  const mended = useMendedCells(work.reply?.preview);

  function start(what: Pick<Work, 'files' | 'upload'>): void {
    work.run({ ...what, corrections: mended.corrections, job: crypto.randomUUID() });
  }

  return {
    files: work.input?.files,
    elsewhere: work.input !== undefined && work.input.files === undefined,
    check: (files) => start({ files }),
    checkUpload: (upload) => start({ upload }),
    again: (corrections = mended.corrections) => {
      const upload = work.reply?.upload ?? work.input?.upload;
      const known = upload === undefined ? {} : { upload };
      work.run({ ...work.input, ...known, corrections, job: crypto.randomUUID() });
    },
    mended,
    stop: () => control.current?.abort(),
    uploading,
    job: work.input?.job ?? '',
    running: work.running,
    checked: work.reply,
    failure: work.failure,
    reset: work.reset,
  };
}
