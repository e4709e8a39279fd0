import { Button, Group } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, uploadFiles, useWork } from '#renderer/client/index.ts';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { Outputs } from '#shared/contract.ts';
import type { TableRead } from '#shared/exchange/vocabulary.ts';

export type RowsRead = Outputs['exchange']['readTable'];
type Props = { into: TableRead; disabled: boolean; onRead: (read: RowsRead) => void };

/** Has the host read the rows of a workbook, and says what was not read of it. */
export function ReadWorkbook({ into, disabled, onRead }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useMessage();
  const input = useRef<HTMLInputElement>(null);
  const { run, running, failure, reply, reset } = useWork(`rows of a workbook ${into}`, async (file: File) => {
    const upload = await uploadFiles([file], { kind: 'table' });
    const read = await api.exchange.readTable({ upload, into });
    onRead(read);
    return read;
  });
  // What was read is told where it was read, and nowhere else later.
  const forget = useEffectEvent(reset);
  useEffect(() => () => forget(), []);
  return (
    <Group gap="4px 12px" mih={30}>
      <Button size="compact-sm" variant="default" disabled={disabled || running} onClick={() => input.current?.click()}>
        {t('forms.grid.workbook')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={t('forms.grid.workbook')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) run(file);
          // The same file may be chosen again once it is mended.
          event.currentTarget.value = '';
        }}
      />
      {running && <Loading what={t('forms.grid.readingWorkbook')} />}
      {reply !== undefined && (
        <span className="muted" role="status">
          {[
            t('forms.grid.workbookRead', { count: reply.rows.length, sheet: reply.sheet }),
            ...(reply.leftOut.length === 0 ? [] : [t('forms.grid.leftOut', { names: reply.leftOut.join(', ') })]),
            ...reply.notes.map(say),
          ].join(' ')}
        </span>
      )}
      {failure !== undefined && <FailureState failure={failure} />}
    </Group>
  );
}
