import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

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
  if (offset === 0 && shown >= total)
    return (
      <Text mt={6} size="xs" c="dimmed">
        {t('common.rows', { count: total })}
      </Text>
    );
  return (
    <Group
      component="nav"
      gap={8}
      mt={8}
      fz={12}
      c="dimmed"
      aria-label={t('common.range', { from: offset + 1, to: offset + shown, total })}
    >
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
    </Group>
  );
}
