import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentFormat, reportFormats } from '#shared/reports/vocabulary.ts';
import { FailureState, type FailureShown } from './states.tsx';

type Props = {
  /** Formats to offer; PDF and Excel unless said. */
  formats?: readonly DocumentFormat[];
  /** What the button is called, where that is not its format. */
  label?: string;
  /** Among other buttons, beside them; else at the end of the line, where a page has them. */
  beside?: boolean;
  work: {
    make: (format: DocumentFormat) => void;
    input: DocumentFormat | undefined;
    running: boolean;
    reply: { name: string; seq: number } | undefined;
    failure: FailureShown | undefined;
    /** Without the permission there is no button. */
    allowed?: boolean;
  };
};

/** Makes what the page shows into a document, whole, and says when it is done. */
export function DocumentButtons({ work, formats = reportFormats, label, beside = false }: Props): ReactNode {
  const { t } = useTranslation();
  const { make, input, running, reply, failure, allowed = true } = work;
  if (!allowed) return null;
  return (
    <Group {...(beside ? {} : { flex: 1, style: { flexDirection: 'row-reverse' } })} gap="4px 12px">
      <Group gap={8} justify="flex-end">
        {formats.map((format) => (
          <Button
            key={format}
            size="compact-sm"
            variant="default"
            loading={running && input === format}
            disabled={running && input !== format}
            {...(label === undefined && { 'aria-label': t('reports.make', { format: t(`reports.${format}`) }) })}
            onClick={() => make(format)}
          >
            {label ?? t(`reports.${format}`)}
          </Button>
        ))}
      </Group>
      {reply !== undefined && (
        <Text size="xs" c="dimmed" role="status">
          {t('reports.made', { name: reply.name, seq: reply.seq })}
        </Text>
      )}
      {failure !== undefined && failure.code !== 'CANCELLED' && <FailureState failure={failure} />}
    </Group>
  );
}
