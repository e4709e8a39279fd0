import { type MessageValue } from '#shared/kernel/message.ts';
import { Box, type BoxProps, Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { Panel } from './Panel.tsx';
import styles from './states.module.css';
import { useMessage } from './useMessage.ts';

/** What is coming. Announced to readers aloud, drawn only after a moment, so that quick answers do not flicker. */
export function Loading({ what }: { what?: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group className={styles.loading ?? ''} role="status" gap={8} mih={32} py={8} c="dimmed">
      <Loader size="xs" />
      <span>{what ?? t('common.loading')}</span>
    </Group>
  );
}

/** Nothing is here yet: what belongs here, and how the first one comes about. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <Stack gap={4} py="lg" c="dimmed" align="flex-start">
      <Text fw={600} c="var(--l-text)">
        {title}
      </Text>
      {children}
    </Stack>
  );
}

/** Why there is no answer, in the shape the client gives. */
export type FailureShown = { kind: 'refused' | 'failed' | 'away'; code: ErrorCode; message: MessageValue };

/** A coded no, a breakdown, or a host that does not answer: what happened and what to do. */
export function FailureState({
  failure,
  title: said,
  retry,
}: {
  failure: FailureShown;
  /** What happened, where the page knows it better than the code tells. */
  title?: string | undefined;
  retry?: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const read = useMessage();
  const away = failure.kind === 'away';
  const title = away ? t('app.away') : (said ?? t(`errors.${failure.code}`));
  const detail = away ? t('app.awayHelp') : read(failure.message);
  return (
    <Panel
      my="sm"
      tone={away ? 'control' : 'danger'}
      icon={failure.kind === 'refused' ? 'cross' : 'warning'}
      role="alert"
    >
      <Text mb={4} fw={600}>
        {title}
      </Text>
      {detail !== '' && detail !== title && <Text mb={4}>{detail}</Text>}
      {retry !== undefined && failure.kind !== 'refused' && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {t('common.retry')}
        </Button>
      )}
      {!away && (
        <details className="muted">
          <summary>{t('common.details')}</summary>
          <code className="mono">{failure.code}</code>
        </details>
      )}
    </Panel>
  );
}

export type Askable<T> = {
  data: T | undefined;
  failure: FailureShown | undefined;
  loading: boolean;
  retry: () => void;
};

/** What was answered last: faint while the answer to the next question is on its way. */
export function LastAnswer({
  outdated,
  ...box
}: BoxProps & { outdated: boolean; ref?: Ref<HTMLDivElement>; children: ReactNode }): ReactNode {
  return <Box opacity={outdated ? 0.6 : 1} aria-busy={outdated} {...box} />;
}

/** Draws a question in whatever state it is: on its way, refused, failed, or answered. */
export function Answer<T>({ asked, children }: { asked: Askable<T>; children: (data: T) => ReactNode }): ReactNode {
  const { data, failure, loading, retry } = asked;
  return (
    <>
      {failure !== undefined && <FailureState failure={failure} retry={retry} />}
      {data !== undefined && children(data)}
      {data === undefined && failure === undefined && loading && <Loading />}
    </>
  );
}
