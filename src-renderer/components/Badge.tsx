import { type CSSProperties, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldPart } from '#shared/holds/vocabulary.ts';
import styles from './Badge.module.css';
import { Icon, type IconName } from './icons.tsx';
import { StatusNames } from './statusNames.ts';

export type BadgeTone = 'released' | 'quarantine' | 'rejected' | 'hold' | 'neutral';

const colours = (tone: BadgeTone): CSSProperties => ({
  background: `var(--l-${tone})`,
  color: `var(--l-on-${tone})`,
});

/** A small mark: a shape and a word, and a colour that only repeats them. */
export function Badge({ tone, icon, children }: { tone: BadgeTone; icon?: IconName; children: ReactNode }): ReactNode {
  return (
    <span className={styles.badge} style={colours(tone)}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

const shapes: Record<string, { tone: BadgeTone; icon: IconName }> = {
  A: { tone: 'released', icon: 'tick' },
  Q: { tone: 'quarantine', icon: 'magnifier' },
  R: { tone: 'rejected', icon: 'cross' },
};

/** That goods are on hold, beside their status and more urgent than it; nothing where they are not. */
export function OnHold({ held }: { held: HeldPart }): ReactNode {
  const { t } = useTranslation();
  if (held === '') return null;
  return (
    <Badge tone="hold" icon="lock">
      {t(held === 'whole' ? 'holds.on' : 'holds.partly')}
    </Badge>
  );
}

/** The status of goods that lie somewhere, with the hold that is on them. */
export function StockStatus({ status, held, short = false }: StockState & { short?: boolean }): ReactNode {
  return (
    <span className={styles.marks}>
      <StatusBadge status={status} short={short} />
      <OnHold held={held} />
    </span>
  );
}
type StockState = { status: string; held: HeldPart };

/** A stock status such as A, Q1 or R: its letters, what the plant calls it and its letter's shape. `short` leaves the word to the tooltip and to readers aloud. */
export function StatusBadge({ status, short = false }: { status: string; short?: boolean }): ReactNode {
  const { t } = useTranslation();
  const letter = status.slice(0, 1);
  const { tone, icon } = shapes[letter] ?? { tone: 'neutral' as const, icon: 'clock' as const };
  const named = useContext(StatusNames).find((one) => one.status === status);
  const word =
    named?.name ??
    (letter === 'A' || letter === 'Q' || letter === 'R' ? t(`statuses.${letter}`) : t('statuses.other', { status }));
  const look = named === undefined || named.look === 'letter' ? tone : named.look;
  return (
    <span className={styles.badge} style={colours(look)} title={word}>
      <Icon name={icon} size={12} />
      <b>{status}</b>
      <span className={short ? 'hidden' : undefined}> {word}</span>
    </span>
  );
}
