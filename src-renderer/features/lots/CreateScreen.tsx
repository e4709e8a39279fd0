import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk } from '#renderer/client/index.ts';
import { goTo, productPlace } from '#renderer/components/address.ts';
import { Icon } from '#renderer/components/icons.tsx';
import { Line, Page, Section } from '#renderer/components/layout.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { useMessage } from '#renderer/components/useMessage.ts';
import { GridForm } from '#renderer/forms/GridForm.tsx';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import { GoodsActions } from '#renderer/lists/GoodsActions.tsx';
import type { Outputs } from '#shared/contract.ts';
import { lots, type MadeByHand } from '#shared/lots/contract.ts';

type Made = Outputs['lots']['create'];

const columns: GridColumns<MadeByHand> = [
  { kind: 'code', name: 'product', label: 'fields.product' },
  { kind: 'code', name: 'lot', label: 'fields.lot', help: 'lots.create.lotHelp' },
  { kind: 'wholeNumber', name: 'count', label: 'lots.create.count', help: 'lots.create.countHelp', width: 96 },
  { kind: 'code', name: 'supplier', label: 'fields.supplier' },
  { kind: 'code', name: 'supplierLot', label: 'fields.supplierLot' },
  { kind: 'date', name: 'manufacturedOn', label: 'dossier.manufacturedOn' },
  { kind: 'date', name: 'expiresOn', label: 'audit.fields.expiresOn', help: 'lots.create.dateHelp' },
  { kind: 'date', name: 'bestBeforeOn', label: 'audit.fields.bestBeforeOn' },
  { kind: 'date', name: 'useByOn', label: 'audit.fields.useByOn' },
  { kind: 'date', name: 'retestOn', label: 'audit.fields.retestOn' },
  { kind: 'code', name: 'reference', label: 'audit.fields.reference' },
  { kind: 'code', name: 'manufacturer', label: 'audit.fields.manufacturer' },
  { kind: 'code', name: 'manufacturerLot', label: 'audit.fields.manufacturerLot' },
  { kind: 'code', name: 'sublot', label: 'audit.fields.sublot' },
];

/** Makes lots before their goods are there: one a row, or several that are numbered in a row. */
export function CreateScreen({ search: { product } }: ScreenProps<{ product: string }>): ReactNode {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made>();
  return (
    <Page title={t('lots.create.title')} lead={t('lots.create.lead')}>
      <Stack gap="sm">
        {made !== undefined && <MadeLots made={made} />}
        <GridForm
          label={t('lots.create.title')}
          operation={lots.create}
          call={api.lots.create}
          columns={columns}
          draft={`lots ${product}`}
          begin={product === '' ? [] : [columns.map(({ name }) => (name === 'product' ? product : ''))]}
          action="lots.create.action"
          send={(rows) => ({ rows: [...rows] })}
          onDone={setMade}
          onCancel={() => goTo(product === '' ? { to: '/lots' } : productPlace(product))}
        >
          {product !== '' && <NextNumber product={product} />}
        </GridForm>
      </Stack>
    </Page>
  );
}

/** How the product's lots are numbered where the number is left blank. */
function NextNumber({ product }: { product: string }): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const asked = useAsk(ask.numbering.ofProduct.queryOptions({ input: { product } }));
  if (asked.data === undefined) return null;
  const { next, message } = asked.data.lots;
  return (
    <p role="status" className="muted">
      {message !== '' ? messageText(message) : next === '' ? t('lots.create.typed') : t('lots.create.next', { next })}
    </p>
  );
}

/** So many are named; the others are in the list of lots. */
const mostNamed = 100;

function MadeLots({ made: { lots: all, findings } }: { made: Made }): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const units = all.map(({ product, lot, sublot }) => ({ product, lot, sublot, serial: '' }));
  const others = units.length - mostNamed;
  return (
    <Section title={t('lots.create.made', { count: units.length })} actions={<GoodsActions units={units} />}>
      <Line>
        {units.slice(0, mostNamed).map((unit) => (
          <UnitLink key={`${unit.product} ${unit.lot} ${unit.sublot}`} unit={unit} withProduct />
        ))}
        {others > 0 && <span className="muted">{t('common.more', { count: others })}</span>}
      </Line>
      {findings.map(({ row, field, message }) => (
        <p key={`${row} ${field}`} className="warning" role="status">
          <Icon name="warning" /> {messageText(message)}
        </p>
      ))}
    </Section>
  );
}
