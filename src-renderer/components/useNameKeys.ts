import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react';
import { nameTyped, placeByKey } from './namesTyped.ts';

/** Letters typed within so many milliseconds belong together. */
const pause = 800;

type NameKeys = {
  list: RefObject<HTMLUListElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  focusOn: (place: number) => void;
};

/** The keys of a list of buttons, one a name: arrows, Home and End go along it, letters to the name that begins so. */
export function useNameKeys(names: readonly string[]): NameKeys {
  const list = useRef<HTMLUListElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const focusOn = useCallback((place: number) => buttonsIn(list.current)[place]?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, timeStamp } = event;
    const at = buttonsIn(list.current).findIndex((button) => button === document.activeElement);
    const place =
      key.length === 1 && key !== ' ' ? placeByLetter(key, timeStamp, at) : placeByKey(key, at, names.length);
    if (place < 0) return;
    event.preventDefault();
    focusOn(place);
  }

  function placeByLetter(key: string, timeStamp: number, at: number): number {
    const before = timeStamp - typed.current.at < pause ? typed.current.text : '';
    typed.current = { text: before + key, at: timeStamp };
    return nameTyped(names, before + key, at);
  }

  return { list, onKeyDown, focusOn };
}

const buttonsIn = (list: HTMLUListElement | null): HTMLButtonElement[] => [...(list?.querySelectorAll('button') ?? [])];
