import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { goTo } from '#renderer/components/address.ts';
import { isTyping, pageKeyPause } from '#renderer/components/pageKeys.ts';
import { slowestOnPage } from '#renderer/components/quickKeys.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { keyedPlacesFor } from './navigation.ts';

/** So many milliseconds after g its second letter is still waited for. */
const longestWait = 2000;

/**
 * g and a letter lead to a place. The letter is then no key of the page, where it may decide something; a scanner's code that
 * begins so leads nowhere: its keys follow sooner, or more of them come.
 */
export function usePlaceKeys(permissions: readonly Permission[], isOn: boolean): void {
  const begun = useRef(Number.NEGATIVE_INFINITY);
  const last = useRef(Number.NEGATIVE_INFINITY);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Before the keys of the page, which leave alone what was taken here.
  useWindowEvent(
    'keydown',
    (event) => {
      const { key, target, ctrlKey, metaKey, altKey, timeStamp, repeat } = event;
      clearTimeout(timer.current);
      const pause = timeStamp - last.current;
      const isBegun = timeStamp - begun.current <= longestWait;
      // Escape and the like are no part of a code.
      if (key.length === 1) last.current = timeStamp;
      begun.current = Number.NEGATIVE_INFINITY;
      if (!isOn || ctrlKey || metaKey || altKey || repeat || isElsewhere(target)) return;
      if (key === 'g' && pause > pageKeyPause) {
        begun.current = timeStamp;
        return;
      }
      const place = isBegun ? keyedPlacesFor(permissions).find((one) => one.key === key) : undefined;
      if (place === undefined) return;
      event.preventDefault();
      if (pause > slowestOnPage) timer.current = setTimeout(() => goTo({ to: place.path }), pageKeyPause);
    },
    { capture: true },
  );
}

const isElsewhere = (target: EventTarget | null): boolean =>
  isTyping(target) || (target instanceof Element && target.closest('[role="dialog"], [role="listbox"]') !== null);
