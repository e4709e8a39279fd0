import { Button, Group, Progress, Stack } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelJob, useJob } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import type { TextKey } from '#renderer/components/form/field.ts';
import { FormField } from '#renderer/components/form/FormField.tsx';
import type { Cell, Pasted } from '#renderer/components/grid/edits.ts';
import { Grid } from '#renderer/components/grid/Grid.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';
import { reasonField } from './about.ts';
import { leaveWith } from './FormBody.tsx';
import { FormFoot } from './FormFoot.tsx';
import { ReadWorkbook, type RowsRead } from './ReadWorkbook.tsx';
import { faultsByRow, rowsIn, type TableOfRows, underOwnNames } from './tableRows.ts';
import { type GridAbout, useGridForm } from './useGridForm.ts';

type Props<R extends object, Input, Reply> = GridAbout<R, Input, Reply> & {
  /** Says what the rows are. */
  label: string;
  /** What the button says. */
  action?: TextKey;
  onCancel?: () => void;
  /** Above the grid. */
  children?: ReactNode;
  /** Rows come from workbooks and tables of other programs too, as the host and `read` understand them. */
  table?: TableOfRows;
};

/**
 * The one way a page takes many rows and sends them by a command: typed or pasted from a spreadsheet, each judged by the
 * contract's schema when it is left, kept as a draft, sent once, and each refusal told at its row and column.
 *
 *     <GridForm operation={people.qualifyMany} call={api.people.qualifyMany} label={t('people.qualifications')}
 *       columns={columns} draft="qualifications" send={(rows) => ({ rows: [...rows] })} onDone={close} />
 */
export function GridForm<R extends object, Input, Reply>(props: Props<R, Input, Reply>): ReactNode {
  const { label, action = 'forms.save', onCancel, children, table } = props;
  const { t } = useTranslation();
  const form = useGridForm(props);
  const { rows, columns, count, faults, draft, phase, running, above, grid, reason } = form;
  const [cell, setCell] = useState<Cell>({ row: 0, col: 0 });
  const [saidOfPaste, setSaidOfPaste] = useState('');
  const columnHere = columns[cell.col];
  const faultHere = columnHere === undefined ? undefined : form.faultsOf(cell.row)?.[columnHere.name];

  function onPasted({ range, outside, leftOut }: Pasted): void {
    const left = leftOut.length === 0 ? '' : t('forms.grid.leftOut', { names: leftOut.join(', ') });
    const said =
      outside !== undefined
        ? t('forms.grid.outside', outside)
        : t('forms.grid.pasted', { count: range === undefined ? 0 : range.bottom - range.top + 1 });
    setSaidOfPaste(`${said} ${left}`.trim());
  }

  function onRead({ rows: read, faults: told }: RowsRead): void {
    setSaidOfPaste('');
    form.fill(rowsIn(read, columns), faultsByRow(told));
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === 'F8') {
      event.preventDefault();
      form.goToFault(cell, event.shiftKey ? -1 : 1);
    }
    submitOnCtrlEnter(event);
  }

  return (
    <form
      aria-label={label}
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={onKeyDown}
      noValidate
      autoComplete="off"
    >
      <Stack gap="sm">
        <DraftNotice draft={draft} />
        {children}
        {table !== undefined && <ReadWorkbook into={table.into} disabled={running} onRead={onRead} />}
        <p className="muted">{t('forms.grid.keysShort')}</p>
        <Grid
          label={label}
          columns={columns}
          rows={rows}
          onRows={(next) => {
            setSaidOfPaste('');
            form.setRows(next);
          }}
          faultsOf={form.faultsOf}
          readOnly={running}
          understand={table && ((block) => underOwnNames(table.read(block), columns, t))}
          onPasted={onPasted}
          onRowInWork={form.setRowInWork}
          onCell={setCell}
          handle={grid}
        />
        <Group gap="4px 16px" mih={28}>
          <span role="status">
            {t('common.rows', { count })}
            {faults.length > 0 && ` · ${t('forms.grid.faults', { count: faults.length })}`}
          </span>
          {faults.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => form.goToFault(cell, 1)}>
              {t('forms.grid.nextFault')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="accent"
            disabled={running || cell.row >= rows.length}
            onClick={() => grid.current?.removeRows()}
          >
            {t('forms.grid.removeRows')}
          </Button>
          {faultHere !== undefined && (
            <Group component="span" gap={6} c="var(--l-on-rejected)">
              <Icon name="warning" /> {faultHere}
            </Group>
          )}
          <span className="muted" role="status">
            {saidOfPaste}
          </span>
        </Group>
        {reason !== undefined && (
          <FormField
            field={reasonField}
            shown={{
              value: reason.text,
              error: reason.fault,
              required: true,
              readOnly: running,
              changed: false,
              sent: 0,
              refusal: undefined,
              values: {},
              isBeside: false,
              set: (text) => form.setReason(String(text)),
              leave: () => undefined,
            }}
          />
        )}
        {above.text !== undefined && (
          <Group component="p" gap={6} c="var(--l-on-rejected)" role="alert">
            <Icon name="warning" /> {above.text}
          </Group>
        )}
        {above.failure !== undefined && <FailureState failure={above.failure} />}
        {running && <Sending attempt={form.attempt} label={t('forms.grid.sending', { count })} />}
        <FormFoot
          action={action}
          running={running}
          disabled={count === 0}
          isDone={phase === 'done'}
          onCancel={leaveWith(draft, onCancel)}
        />
      </Stack>
    </form>
  );
}

/** How far the host is with the rows; before it says so, that they are on their way. */
function Sending({ attempt, label }: { attempt: string; label: string }): ReactNode {
  const job = useJob(attempt);
  const { cancel } = useCancelJob();
  if (job !== undefined) return <JobProgress job={job} onCancel={cancel} />;
  return (
    <div>
      <p role="status">{label}</p>
      <Progress value={100} animated aria-label={label} color="accent" />
    </div>
  );
}
