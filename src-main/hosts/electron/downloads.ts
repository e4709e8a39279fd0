import { extname, join } from 'node:path';
import type { Session } from 'electron';
import { isOurs } from './confine.ts';

/**
 * Lets the person choose where a document goes, with the system's own dialog. Only what our pages made is saved.
 * @param folder where the dialog starts
 */
export function askWhereToSave(session: Session, folder: string): void {
  session.on('will-download', (event, item) => {
    if (!isOurs(withoutBlob(item.getURL()))) return event.preventDefault();
    const name = plainName(item.getFilename());
    const ending = extname(name).slice(1);
    item.setSaveDialogOptions({
      defaultPath: join(folder, name),
      ...(ending === '' ? {} : { filters: [{ name: ending.toUpperCase(), extensions: [ending] }] }),
    });
  });
}

/** A page's own bytes have the address of the page that made them behind "blob:". */
const withoutBlob = (address: string): string => address.replace(/^blob:/, '');

/** A name alone: no folders, and nothing that a system reads as a device or a hidden file. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*\p{Cc}]/gu, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  return plain === '' ? 'lotline' : plain;
}
