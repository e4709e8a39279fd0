import { useEffect, useEffectEvent } from 'react';
import type { Session } from '#renderer/client/index.ts';
import { useLock } from './people.hooks.ts';

/** Where the pages of this browser tell each other when one of them was last used: they share one session. */
const remembered = 'lotline.lastUse';
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** Other pages hear of use, and idleness is looked at, this often, in milliseconds. */
const every = 5000;

/** Locks a signed-in session that nobody uses for as long as the site allows. The host does so too; this page then shows it. */
export function useIdleLock({ idleMinutes, isOn }: Pick<Session, 'idleMinutes'> & { isOn: boolean }): void {
  const { run } = useLock();
  const lock = useEffectEvent(() => void run({}));
  useEffect(() => {
    if (!isOn) return;
    let usedAt = Date.now();
    let toldAt = 0;
    const use = (): void => {
      usedAt = Date.now();
      if (usedAt - toldAt < every) return;
      toldAt = usedAt;
      localStorage.setItem(remembered, String(usedAt));
    };
    const look = (): void => {
      const elsewhere = Number(localStorage.getItem(remembered) ?? 0);
      if (Date.now() - Math.max(usedAt, elsewhere) >= idleMinutes * 60_000) lock();
    };
    use();
    for (const sign of signs) window.addEventListener(sign, use, { capture: true, passive: true });
    const timer = setInterval(look, every);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, use, { capture: true });
      clearInterval(timer);
    };
  }, [isOn, idleMinutes]);
}
