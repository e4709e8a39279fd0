import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { goTo, unitPlace } from '#renderer/components/address.ts';
import { localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { GridForm } from '#renderer/forms/GridForm.tsx';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import { lots, type SplitOff } from '#shared/lots/contract.ts';
import { type Lying, MadeUnits, numberOf, OneOf, type Regrouped, useLocations, useLying } from './LyingChoice.tsx';

type Search = { product: string; lot: string; sublot: string; location: string };
type Row = SplitOff['rows'][number];

/** Splits a lot: how much of what lies where becomes which others. */
export function SplitScreen({ search, setSearch }: ScreenProps<Search>): ReactNode {
  const { t } = useTranslation();
  const locations = useLocations(search);
  const location = search.location === '' ? (locations?.[0] ?? '') : search.location;
  const lying = useLying(search.product, location);
  const [made, setMade] = useState<Regrouped>();
  return (
    <Page title={t('lots.split.title')} kind={numberOf(search)} lead={t('lots.split.lead')}>
      <Stack gap="sm">
        {made !== undefined && <MadeUnits title={t('lots.create.made', { count: made.lots.length })} made={made} />}
        {locations?.length === 0 && <EmptyState title={t('lots.split.nothing')} />}
        {locations !== undefined && locations.length > 1 && (
          <OneOf
            label={t('fields.location')}
            value={location}
            options={locations.map((one) => ({ value: one, label: one }))}
            onChoose={(one) => setSearch({ location: one })}
          />
        )}
        {location !== '' && (
          <Answer asked={lying}>
            {(answer) => <SplitOffForm named={{ ...search, location }} lying={answer} onMade={setMade} />}
          </Answer>
        )}
      </Stack>
    </Page>
  );
}

type FormProps = { named: Search; lying: Lying; onMade: (made: Regrouped) => void };

function SplitOffForm({ named, lying, onMade }: FormProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const [chosen, setChosen] = useState('');
  const { product, lot, location } = named;
  const lines = lying.lines.filter((line) => line.lot === lot && (named.sublot === '' || line.sublot === named.sublot));
  const keyOf = (line: Lying['lines'][number]): string => `${line.sublot} ${line.status}`;
  const line = lines.find((one) => keyOf(one) === chosen) ?? lines[0];
  if (line === undefined) return <EmptyState title={t('lots.split.nothing')} />;
  const said = (one: typeof line): string => `${localQuantity(one.quantity, locale)} ${lying.unitOfMeasure}`;
  const columns: GridColumns<Row> = [
    line.sublot === ''
      ? { kind: 'code', name: 'lot', label: 'fields.lot', help: 'lots.split.lotHelp' }
      : { kind: 'code', name: 'sublot', label: 'audit.fields.sublot', help: 'lots.split.sublotHelp' },
    { kind: 'decimal', name: 'quantity', label: 'fields.quantity', unit: lying.unitOfMeasure },
    { kind: 'code', name: 'to', label: 'lots.split.to', help: 'lots.split.toHelp' },
  ];
  const { sublot, status } = line;
  return (
    <Stack gap="sm">
      {lines.length > 1 && (
        <OneOf
          label={t('lots.split.where')}
          value={keyOf(line)}
          options={lines.map((one) => ({
            value: keyOf(one),
            label: [numberOf(one), one.status, said(one)].join(' · '),
          }))}
          onChoose={setChosen}
        />
      )}
      <p role="status">{t('lots.split.from', { quantity: said(line), location, status })}</p>
      <GridForm
        key={`${location} ${keyOf(line)}`}
        label={t('lots.split.title')}
        operation={lots.split}
        call={api.lots.split}
        columns={columns}
        draft={`split ${product} ${lot} ${sublot} ${location} ${status}`}
        action="lots.split.act"
        send={(rows) => ({ product, lot, sublot, location, status, rows: [...rows] })}
        onDone={onMade}
        onCancel={() => goTo(unitPlace({ product, lot, sublot: named.sublot, serial: '' }))}
      />
    </Stack>
  );
}
