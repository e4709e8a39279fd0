import { useRef, useState } from 'react';
import {
  api,
  ask,
  type Failure,
  type UploadProgress,
  uploadFiles,
  useAsk,
  useCommand,
  useWork,
} from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';

export type Preview = Outputs['exchange']['preview'];

export type Checking = {
  check: (files: readonly File[]) => void;
  /** Checks files that the host has already, by the name of their upload. */
  checkUpload: (upload: string) => void;
  /** Checks what was checked last once more. */
  again: () => void;
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
  checked: { upload: string; preview: Preview } | undefined;
  failure: Failure | undefined;
  reset: () => void;
};

type Work = { files?: readonly File[]; upload?: string; job: string };

/** Hands files over and has the host try the import without writing. */
export function useChecking(): Checking {
  const [uploading, setUploading] = useState<UploadProgress | undefined>(undefined);
  const control = useRef<AbortController>(undefined);
  const work = useWork('exchange.preview', async ({ files = [], upload: given, job }: Work) => {
    control.current = new AbortController();
    try {
      const { signal } = control.current;
      const upload = given ?? (await uploadFiles(files, { signal, onProgress: setUploading }));
      setUploading(undefined);
      const preview = await api.exchange.preview({ source: { kind: 'upload', upload }, job });
      return { upload, preview };
    } finally {
      setUploading(undefined);
    }
  });
  return {
    files: work.input?.files,
    elsewhere: work.input?.upload !== undefined,
    check: (files) => work.run({ files, job: crypto.randomUUID() }),
    checkUpload: (upload) => work.run({ upload, job: crypto.randomUUID() }),
    again: () => work.run({ ...work.input, job: crypto.randomUUID() }),
    stop: () => control.current?.abort(),
    uploading,
    job: work.input?.job ?? '',
    running: work.running,
    checked: work.reply,
    failure: work.failure,
    reset: work.reset,
  };
}

export const useImport = () => useCommand('exchange.import', api.exchange.import);
export const useImportDemo = () => useCommand('exchange.importDemo', api.exchange.importDemo);

/** Whether nothing is in the store yet; undefined until the host has said. */
export function useStoreIsEmpty(): boolean | undefined {
  const { data } = useAsk(ask.products.list.queryOptions({ input: { limit: 1 } }));
  return data === undefined ? undefined : data.total === 0;
}
