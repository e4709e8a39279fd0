import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { isTyping } from '#renderer/components/tableKeys.ts';

type Acts = {
  step: (by: 1 | -1) => void;
  open: () => void;
  decide: (letter: 'A' | 'Q' | 'R') => void;
  /** To one of the counts, from 0. */
  go: (index: number) => void;
};

/** A scanner types its next key sooner, in milliseconds: what it types is no key of the page. */
const pause = 120;
const letters = ['A', 'Q', 'R'] as const;

/** The keys of the page: j and k, Enter, A, Q and R, 1 to 4. Not in a field, a menu or a dialog. */
export function useTaskKeys(isOn: boolean, acts: Acts): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => () => clearTimeout(timer.current), []);
  useWindowEvent('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, timeStamp } = event;
    const isQuick = timeStamp - last.current < pause;
    const step = key === 'j' ? 1 : key === 'k' ? -1 : 0;
    // A person goes through rows as quickly as a key that is held down repeats.
    if (step === 0) last.current = timeStamp;
    clearTimeout(timer.current);
    if ((isQuick && step === 0) || !isOn || ctrlKey || metaKey || altKey || isElsewhere(target)) return;
    if (step !== 0) acts.step(step);
    else if (key === 'Enter' && !isOwn(target)) acts.open();
    else {
      const letter = letters.find((one) => one === key.toUpperCase());
      const count = ['1', '2', '3', '4'].indexOf(key);
      if (letter === undefined && count < 0) return;
      timer.current = setTimeout(() => {
        if (letter !== undefined) acts.decide(letter);
        else acts.go(count);
      }, pause);
    }
  });
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target !== null &&
  (isTyping(target) || (target instanceof Element && target.closest('[role="dialog"], select') !== null));
/** What does something by itself at Enter. */
const isOwn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, [role="slider"]') !== null;
