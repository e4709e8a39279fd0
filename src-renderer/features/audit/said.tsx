import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitAddress } from '#renderer/components/address.ts';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { MomentText, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { PartnerLink, ProductLink } from '#renderer/components/links.tsx';
import { useWord } from '#renderer/components/words.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import type { EntryDetail } from './audit.hooks.ts';

type Change = EntryDetail['changes'][number];

/** Says an operation of the contract in words; one this program does not have by its own name. */
export function useOperationName(): (operation: string) => string {
  const say = useWord();
  return (operation) => say(`audit.operations.${operation}`, operation);
}

/** A record an entry wrote, by its kind and name, as a link where it has a page. */
export function RecordName({ change }: { change: Pick<Change, 'record' | 'key' | 'parts'> }): ReactNode {
  const say = useWord();
  const { record, key, parts } = change;
  const [product = '', lot = '', sublot = ''] = parts;
  return (
    <>
      {say(`audit.records.${record}`, record)}{' '}
      {record === 'product' ? (
        <ProductLink code={key} />
      ) : record === 'partner' ? (
        <PartnerLink code={key} />
      ) : record === 'lot' ? (
        <a className="mono" href={unitAddress({ product, lot, sublot, serial: '' })}>
          {key}
        </a>
      ) : (
        <span className="mono">{key}</span>
      )}
    </>
  );
}

type Value = { record: string; field: string; value: string };

/** A value of a record as people read it: words for choices, dates, quantities and costs with their decimals. */
export function FieldValue({ record, field, value }: Value): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  if (value === '') return <span className="muted">{t('audit.blank')}</span>;
  const choice = choices[`${record}.${field}`];
  if (choice !== undefined) return say(`${choice}.${value}`, value);
  if (field === 'stockManaged') return t(value === '1' ? 'common.yes' : 'common.no');
  if (field.endsWith('Days')) return t('audit.days', { count: Number(value) });
  if (field.endsWith('On')) return <PlainDateText date={value} />;
  if (field.endsWith('Status')) return <StatusBadge status={value} />;
  // As the store keeps them: whole ten-thousandths, millionths and microseconds.
  if (/^-?\d+$/.test(value)) {
    if (field === 'standardCost') return <Quantity value={formatCost(BigInt(value))} />;
    if (field === 'quantity') return <Quantity value={formatQuantity(BigInt(value))} />;
    if (field === 'at') return <MomentText at={formatMoment(Number(value))} />;
  }
  return plain.has(field) ? value : <span className="mono">{value}</span>;
}

/** Where the words for the values of a field stand among the texts. */
const choices: Readonly<Record<string, string>> = {
  'product.lotTracking': 'dossier.lotTrackings',
  'product.serialTracking': 'dossier.serialTrackings',
  'product.traceDetail': 'audit.traceDetails',
  'partner.kind': 'dossier.kinds',
  'place.kind': 'audit.placeKinds',
};

/** Fields that hold words and not codes. */
const plain: ReadonlySet<string> = new Set(['name', 'category', 'unit', 'address', 'parent', 'component']);
