import { isDialogOpen, isPageKey, isTyping } from './pageKeys.ts';

/** The number of the row that an event came from; -1 when it came from none. */
export function focusedRow(target: EventTarget): number {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('tr[data-index]') : null;
  return row === null ? -1 : Number(row.dataset['index']);
}

export const rowIn = (box: HTMLElement | null, index: number): HTMLElement | undefined =>
  box?.querySelector<HTMLElement>(`tr[data-index="${index}"]`) ?? undefined;

/** A click on a link, a button or a field is meant for it, not for the row; and one that ends a selection of text for that. */
export const isOnText = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('a, button, input, select, textarea, label') === null &&
  window.getSelection()?.isCollapsed !== false;

/** Opens a row: by its first link, or else by what it can show below itself. */
export const openRow = (row: HTMLElement): void =>
  (row.querySelector('a') ?? row.querySelector<HTMLElement>('button[aria-expanded]'))?.click();

/**
 * Where a key belongs: to a table that the focus is in ("table"), or to the page, where the first table hears of it as
 * long as nothing lies above the page. Keys of links and buttons are theirs, but for j and k.
 */
export function keyFor(box: HTMLElement | null, event: KeyboardEvent): 'table' | 'page' | 'button' | undefined {
  const { target, defaultPrevented, ctrlKey, metaKey, altKey } = event;
  if (box === null || defaultPrevented || ctrlKey || metaKey || altKey || isTyping(target)) return undefined;
  const within = target instanceof Element ? target.closest('[data-rows]') : null;
  if (within !== null) return within === box ? 'table' : undefined;
  if (isPageKey(event.key)) return undefined;
  const first = [...document.querySelectorAll<HTMLElement>('[data-rows]')].find((one) => one.offsetParent !== null);
  if (first !== box || box.closest('[inert]') !== null || isDialogOpen()) return undefined;
  return target instanceof Element && target.closest('a, button, [role]') !== null ? 'button' : 'page';
}
