import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { planPlace } from '#renderer/components/address.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Facts, Page, Section } from '#renderer/components/layout.tsx';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';

type Table = Outputs['inspections']['planTables']['tables'][number];

/** The plan tables of the plant, each with where it is from and the plans that draw by it. */
export function PlanTablesScreen(): ReactNode {
  const { t } = useTranslation();
  const maySave = useMay('masterData');
  const asked = useAsk(ask.inspections.planTables.queryOptions({ input: {} }));
  return (
    <Page
      title={t('inspections.tables.title')}
      lead={t('inspections.tables.lead')}
      actions={
        maySave && (
          <LinkButton to="/plan/table" variant="default">
            {t('inspections.tables.new')}
          </LinkButton>
        )
      }
    >
      <Answer asked={asked}>
        {({ tables }) =>
          tables.length === 0 ? (
            <EmptyState title={t('inspections.tables.nothing')}>
              <p>{t('inspections.tables.nothingHelp')}</p>
            </EmptyState>
          ) : (
            tables.map((table) => <OneTable key={table.table} table={table} maySave={maySave} />)
          )
        }
      </Answer>
    </Page>
  );
}

function OneTable({ table: { table, source, edition, rows, plans }, maySave }: { table: Table; maySave: boolean }) {
  const { t } = useTranslation();
  const columns: TableColumn<Table['rows'][number]>[] = [
    { id: 'lots', header: t('inspections.tables.lots'), wide: true, cell: ({ lots }) => lots },
    ...(['sample', 'accept'] as const).map(
      (id): TableColumn<Table['rows'][number]> => ({
        ...{ id, header: t(`inspections.tables.${id}`), figure: true },
        cell: (row) => <Quantity value={String(row[id])} />,
      }),
    ),
    {
      ...{ id: 'reject', header: t('inspections.tables.reject'), figure: true },
      cell: ({ accept, reject }) => <Quantity value={String(reject ?? accept + 1)} />,
    },
  ];
  const facts: (readonly [string, ReactNode])[] = [
    [t('inspections.tables.source'), source],
    [t('inspections.tables.edition'), edition],
    [
      t('inspections.tables.usedBy'),
      plans.length === 0 ? (
        ''
      ) : (
        <Group key="plans" gap={8}>
          {plans.map((plan) => (
            <Link key={plan} {...planPlace(plan)}>
              {plan}
            </Link>
          ))}
        </Group>
      ),
    ],
  ];
  return (
    <Section
      title={table}
      actions={
        maySave && (
          <LinkButton to="/plan/table" search={{ table }} size="compact-sm" variant="default">
            {t('inspections.tables.open')}
          </LinkButton>
        )
      }
    >
      <Facts facts={facts.filter(([, value]) => value !== '')} />
      <DataTable label={table} rows={rows} columns={columns} empty={null} />
    </Section>
  );
}
