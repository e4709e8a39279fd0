import { useEffect } from 'react';

/** Where the focus was on the page: the very part, and in which row of which table. */
type Spot = { part: HTMLElement; address: string; table: string; row: number };

/** Who closes a dialog gives the focus back within this time, in milliseconds. */
const givenBackWithin = 30;

const pageOf = (address: string): string => address.replace(/\?.*/, '');

/**
 * Goes on where one was when what had the focus is gone: the row of a task that is done, or a dialog whose opener went with
 * it. That is the opener while it is there, else the row that is now where the last one was, else the title. Elsewhere the
 * browser goes on beside what is gone, and across pages it is for the page to say.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | undefined;
    let wasInDialog = false;
    let spot: Spot | undefined;
    let wait: ReturnType<typeof setTimeout>;

    function onFocus({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      wasInDialog = target.closest('[role=dialog]') !== null;
      if (!wasInDialog && target.closest('#content') !== null) spot = spotOf(target);
    }
    // Who clicks beside everything wants the focus nowhere.
    const onPointer = (): void => {
      last = undefined;
    };
    const isLost = (): boolean =>
      last?.isConnected === false && (document.activeElement === null || document.activeElement === document.body);

    const watched = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(wait);
      wait = setTimeout(() => {
        if (!isLost()) return;
        if (wasInDialog ? isHere(spot) : (spot?.row ?? -1) >= 0 && spot?.address === window.location.hash)
          placeFor(spot)?.focus({ preventScroll: true });
        // Who comes back to a page later begins there anew.
        last = undefined;
      }, givenBackWithin);
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointer, true);
    watched.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer, true);
      watched.disconnect();
      clearTimeout(wait);
    };
  }, []);
}

/** What a dialog decides may stand in the address, behind its page. */
const isHere = (spot: Spot | undefined): boolean =>
  spot === undefined || pageOf(spot.address) === pageOf(window.location.hash);

function spotOf(part: HTMLElement): Spot {
  const row = part.closest<HTMLElement>('tr[data-index]');
  return {
    part,
    address: window.location.hash,
    table: part.closest('table')?.getAttribute('aria-label') ?? '',
    row: Number(row?.dataset['index'] ?? -1),
  };
}

function placeFor(spot: Spot | undefined): HTMLElement | undefined {
  if (spot?.part.isConnected === true) return spot.part;
  const table = [...document.querySelectorAll('#content table')].find(
    (one) => one.getAttribute('aria-label') === spot?.table,
  );
  const rows = [...(table?.querySelectorAll<HTMLElement>('tr[data-index]') ?? [])];
  const row = rows.findLast(({ dataset }) => Number(dataset['index']) <= (spot?.row ?? -1));
  if (row !== undefined) return row;
  const title = document.querySelector<HTMLElement>('#content h1') ?? undefined;
  title?.setAttribute('tabindex', '-1');
  return title;
}
