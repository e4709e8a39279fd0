import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './layout.module.css';

/** Which rows of how many are shown, and the way to the next ones. Only the count when all are shown. */
export function Pager(props: {
  offset: number;
  shown: number;
  total: number;
  pageSize: number;
  onOffset: (offset: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { offset, shown, total, pageSize, onOffset } = props;
  if (total === 0) return null;
  if (offset === 0 && shown >= total) return <p className={styles.count}>{t('common.rows', { count: total })}</p>;
  return (
    <nav className={styles.pager} aria-label={t('common.range', { from: offset + 1, to: offset + shown, total })}>
      <span>{t('common.range', { from: offset + 1, to: offset + shown, total })}</span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - pageSize))}
      >
        {t('common.previous')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={offset + shown >= total}
        onClick={() => onOffset(offset + pageSize)}
      >
        {t('common.next')}
      </Button>
    </nav>
  );
}
