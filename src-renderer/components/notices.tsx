import { useWindowEvent } from '@mantine/hooks';
import { Notifications, notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import styles from './notices.module.css';

/**
 * Tells in passing what was done, where the place it was done at is gone. What went wrong, and what somebody has to do
 * something about, is told at its place and stays there.
 */
export function tell(message: string): void {
  notifications.show({
    // The same is not told twice at a time.
    id: message,
    message,
    icon: <Icon name="tick" />,
    role: 'group',
    'data-told': true,
    closeButtonProps: { 'aria-label': i18next.t('people.dismiss') },
  });
}

/** Where it is told: below the page, under any dialog, until some seconds are over or Esc is pressed. */
export function Notices(): ReactNode {
  useWindowEvent('keydown', ({ key }) => key === 'Escape' && notifications.clean());
  // What appears is read aloud: the part it appears in was there before.
  return (
    <Notifications
      aria-live="polite"
      className={styles.told ?? ''}
      withinPortal={false}
      position="bottom-center"
      autoClose={6000}
      zIndex={150}
    />
  );
}

/** A form that is gone before it says so takes no longer than this, in milliseconds. */
const goneWithin = 1000;

/** @returns what a form calls when it is done: should it be closed by that, `message` is told in passing. */
export function useTellWhenGone(message: string): () => void {
  const done = useRef<number>(undefined);
  const latest = useRef(message);
  useLayoutEffect(() => {
    latest.current = message;
  });
  useEffect(
    () => () => {
      if (done.current !== undefined && performance.now() - done.current < goneWithin) tell(latest.current);
    },
    [],
  );
  return () => {
    done.current = performance.now();
  };
}
