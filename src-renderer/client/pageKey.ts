import { pageKeyMark } from '#shared/kernel/pageHeaders.ts';

const remembered = 'lotline-key';

/**
 * Takes the key that calls of our own pages show. It comes once, in the address of the first page, and is kept for this
 * address and its port: other windows and later visits of the browser find it, and no other program of this computer does.
 * To be called before the screens read the address, so that neither they nor the browser's history keep the key.
 */
export function takePageKey(): void {
  const { hash, pathname } = window.location;
  if (!hash.startsWith(pageKeyMark)) return;
  localStorage.setItem(remembered, hash.slice(pageKeyMark.length));
  window.history.replaceState(window.history.state, '', pathname);
}

/** The key as it is kept. A window of ours is given none, and says "1". */
export const pageKey = (): string => localStorage.getItem(remembered) ?? '1';
