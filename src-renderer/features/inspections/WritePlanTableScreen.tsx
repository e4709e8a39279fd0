import { Group, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ask, useAsk, useDraft, useSigner } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import { SignedGrid } from '#renderer/forms/SignedGrid.tsx';
import type { Outputs } from '#shared/contract.ts';
import { inspections } from '#shared/inspections/contract.ts';
import { tableFromTable } from '#shared/inspections/tableFromTable.ts';
import type { WrittenTableRow } from '#shared/inspections/vocabulary.ts';

type Table = Outputs['inspections']['planTables']['tables'][number];

const head = z.object({ table: z.string(), source: z.string(), edition: z.string() });

const columns: GridColumns<WrittenTableRow> = [
  { kind: 'text', name: 'lots', label: 'inspections.tables.lots', help: 'inspections.tables.lotsHelp', width: 220 },
  { kind: 'wholeNumber', name: 'sample', label: 'inspections.tables.sample', width: 120 },
  { kind: 'wholeNumber', name: 'accept', label: 'inspections.tables.accept', width: 140 },
  {
    kind: 'wholeNumber',
    name: 'reject',
    label: 'inspections.tables.reject',
    help: 'inspections.tables.rejectHelp',
    width: 140,
  },
];

/** Writes a plan table: a new one, or another version of one. */
export function WritePlanTableScreen({ search: { table } }: ScreenProps<{ table: string }>): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const asked = useAsk(ask.inspections.planTables.queryOptions({ input: {} }));
  return (
    <Page
      title={table === '' ? t('inspections.tables.new') : t('inspections.tables.change', { table })}
      lead={t('inspections.tables.lead')}
    >
      {signer?.isOwner === true ? (
        <NeedsPeople demo={signer.demo} />
      ) : (
        <Answer asked={asked}>
          {({ tables }) => {
            const before = tables.find((one) => one.table === table);
            return <TableForm key={before?.version ?? 0} before={before} />;
          }}
        </Answer>
      )}
    </Page>
  );
}

function TableForm({ before }: { before: Table | undefined }): ReactNode {
  const { t } = useTranslation();
  const name = `plan table ${before === undefined ? '+' : `${before.table} ${before.version}`}`;
  const { table = '', source = '', edition = '' } = before ?? {};
  const typed = useDraft(`${name} head`, { table, source, edition }, head);
  const begin = useMemo(
    () => before?.rows.map(({ lots, sample, accept, reject }) => [lots, ...[sample, accept, reject ?? ''].map(String)]),
    [before],
  );
  const text = (of: keyof typeof typed.value, width: number): ReactNode => (
    <TextInput
      label={t(of === 'table' ? 'inspections.tables.name' : `inspections.tables.${of}`)}
      w={width}
      value={typed.value[of]}
      onChange={({ currentTarget }) => typed.set({ ...typed.value, [of]: currentTarget.value })}
    />
  );
  const leave = (): void => {
    typed.clear();
    goTo({ to: '/plan/tables' });
  };
  return (
    <SignedGrid<WrittenTableRow, Parameters<typeof api.inspections.savePlanTable>[0], unknown>
      name="inspections.savePlanTable"
      operation={inspections.savePlanTable}
      call={api.inspections.savePlanTable}
      title="inspections.tables.save"
      label={t('inspections.tables.rows')}
      columns={columns}
      draft={name}
      {...(begin === undefined ? {} : { begin })}
      table={{ into: 'planTable', read: tableFromTable }}
      send={(rows) => ({
        ...typed.value,
        table: before?.table ?? typed.value.table,
        version: before?.version ?? 0,
        rows: [...rows],
      })}
      onDone={leave}
      onCancel={leave}
    >
      <Group gap="md" align="flex-end">
        {before === undefined && text('table', 200)}
        {text('source', 380)}
        {text('edition', 160)}
      </Group>
    </SignedGrid>
  );
}
