import { api, sendOwn, hostAddress, uploadFiles } from '#renderer/client/index.ts';
import type { Inputs, Outputs } from '#shared/contract.ts';

export type FileOwnerNamed = Inputs['attachments']['ofOwner'];

/** Has the host hand out a copy of a file. */
export const fetchFile = (number: string): Promise<Outputs['attachments']['fetch']> =>
  api.attachments.fetch({ number });

/** Hands a file over to be attached; answers the name by which `attachments.add` finds it. */
export const handOver = (file: File): Promise<string> => uploadFiles([file], { kind: 'attachment' });

/** A picture as the page's policy lets it be shown: within the page, and never as an address of its own. */
export async function pictureOf(number: string): Promise<string> {
  const { document } = await fetchFile(number);
  const answer = await sendOwn(new URL(`file/${encodeURIComponent(document)}`, hostAddress()), { method: 'GET' });
  const bytes = await answer.blob();
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    // Read as an address it is a text.
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('the picture could not be read'));
    reader.readAsDataURL(bytes);
  });
}
