import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { goTo, unitPlace } from '#renderer/components/address.ts';
import { localQuantity, useLocale } from '#renderer/components/figures.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { GridForm } from '#renderer/forms/GridForm.tsx';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import { packsOf } from '#shared/products/packUnits.ts';
import { lots, type SplitOff } from '#shared/lots/contract.ts';
import { type Lying, numberOf, OneOf, type Regrouped, RegroupPage, type RegroupSearch } from './LyingChoice.tsx';

type Row = SplitOff['rows'][number];

/** Splits a lot: how much of what lies where becomes which others. */
export function SplitScreen(props: ScreenProps<RegroupSearch>): ReactNode {
  const { t } = useTranslation();
  return (
    <RegroupPage
      {...props}
      title={t('lots.split.title')}
      kind={numberOf(props.search)}
      lead={t('lots.split.lead')}
      nothing={t('lots.split.nothing')}
      doneTitle={({ lots: all }) => t('lots.create.made', { count: all.length })}
      at={(named, lying, onMade) => <SplitOffForm named={named} lying={lying} onMade={onMade} />}
    />
  );
}

type FormProps = { named: RegroupSearch; lying: Lying; onMade: (made: Regrouped) => void };

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
  const packs = packsOf(lying.packUnits);
  const [pack] = packs;
  const columns: GridColumns<Row> = [
    line.sublot === ''
      ? { kind: 'code', name: 'lot', label: 'fields.lot', help: 'lots.split.lotHelp' }
      : { kind: 'code', name: 'sublot', label: 'audit.fields.sublot', help: 'lots.split.sublotHelp' },
    { kind: 'decimal', name: 'quantity', label: 'fields.quantity', unit: lying.unitOfMeasure, packs },
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
      {pack !== undefined && <p className="muted">{t('lots.split.packs', { name: pack.name })}</p>}
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
