import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icons.tsx';
import { useRecordedMessage } from '#renderer/components/useMessage.ts';
import type { Unknown } from './askRecall.ts';
import styles from './recalls.module.css';

/** Which suspects nobody knows: the answer is about the others. */
export function UnknownSuspects({ unknown, none }: { unknown: readonly Unknown[]; none: boolean }): ReactNode {
  const { t } = useTranslation();
  const read = useRecordedMessage();
  if (unknown.length === 0) return null;
  return (
    <div className={styles.unknown} role="alert">
      <Icon name="cross" />
      <div>
        <p className={styles.unknownTitle}>
          {none ? t('recalls.noneKnown') : t('recalls.leftOut', { count: unknown.length })}
        </p>
        <ul>
          {unknown.map(({ said, message }) => (
            <li key={said}>
              <span className="mono">{said}</span>: {read(message)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
