import type { KeyboardEvent } from 'react';

export const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** The number of the row that an event came from; -1 when it came from none. */
export function focusedRow(target: EventTarget): number {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('tr[data-index]') : null;
  return row === null ? -1 : Number(row.dataset.index);
}

/** Whether the row is drawn, and so has the focus now. */
export function focusRow(box: HTMLElement | null, index: number): boolean {
  const row = box?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  row?.focus({ preventScroll: false });
  return row !== null && row !== undefined;
}

/** A click on a link or a button is meant for it, not for the row. */
export const isOnText = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button') === null;

/** Enter on a row opens its first link, or else what the row can show below itself. */
export function openRow(event: KeyboardEvent<HTMLTableRowElement>): void {
  if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  (row.querySelector('a') ?? row.querySelector<HTMLElement>('button[aria-expanded]'))?.click();
}

/** One row down or up by j and k; 0 for every other key. */
export function stepOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return 0;
  return event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
}
