import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chart, limitBeyond, upTitle } from '#shared/kernel/chart.ts';
import { localQuantity, PlainDateText, useLocale } from '../figures.tsx';
import { isDrawn, type Spot } from './chartWalk.ts';

type Props = { chart: Chart; open?: ((spot: Spot) => void) | undefined };

/** The numbers of a chart: a row for each place, a column for each series, limits above them. */
export function ChartTable({ chart, open }: Props): ReactNode {
  const locale = useLocale();
  const { across, up, series, limits } = chart;
  const said = limits.map(({ name, value }) => `${name} ${localQuantity(value, locale)} ${up.unit}`.trimEnd());
  return (
    <Table w="auto" miw="min(100%, 420px)" captionSide="top" verticalSpacing={2} horizontalSpacing={8}>
      <Table.Caption m={0} p="4px 8px" fz={13} ta="start">
        {[chart.description, ...said].join(' · ')}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{across.title}</Table.Th>
          {series.map(({ name }) => (
            <Table.Th key={name} scope="col" ta="end">
              {upTitle({ title: name, unit: up.unit })}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {across.at.map((at, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- Places may have the same name.
          <Table.Tr key={place}>
            <Table.Th scope="row" fw={400}>
              {across.kind === 'date' ? <PlainDateText date={at} /> : at}
            </Table.Th>
            {series.map(({ name, values }, index) => (
              <Table.Td key={name} ta="end">
                <Cell chart={chart} value={values[place] ?? null} spot={{ series: index, place }} open={open} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type CellProps = { chart: Chart; value: string | null; spot: Spot; open: ((spot: Spot) => void) | undefined };

function Cell({ chart, value, spot, open }: CellProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (value === null) return null;
  const beyond = limitBeyond(chart.limits, value);
  const figure = localQuantity(value, locale);
  return (
    <>
      {beyond !== undefined && <span className="alarm">{t('charts.beyond', { limit: beyond.name })} </span>}
      {open !== undefined && isDrawn(chart, spot) ? (
        <Anchor component="button" type="button" onClick={() => open(spot)}>
          {figure}
        </Anchor>
      ) : (
        figure
      )}
    </>
  );
}
