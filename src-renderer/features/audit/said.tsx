import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AnyPlace,
  attributePlace,
  categoryPlace,
  partnerPlace,
  productPlace,
  unitPlace,
} from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { MomentText, PlainDateText, Quantity, useLocale } from '#renderer/components/figures.tsx';
import { useRecordedMessage } from '#renderer/components/useMessage.ts';
import { useRecordName, useWord } from '#renderer/components/words.ts';
import type { RecordVersion } from '#shared/audit/contract.ts';
import { presentValue, formatQuestion } from '#shared/audit/presentValue.ts';
import { type Said, summariesIn } from '#shared/audit/summary.ts';
import { fieldNamed } from '#shared/records.ts';
import { isLanguage, texts } from '#shared/texts/index.ts';
import type { EntryDetail } from './audit.hooks.ts';

type Change = EntryDetail['changes'][number];

/** Says an operation of the contract in words; one this program does not have by its own name. */
export function useOperationName(): (operation: string) => string {
  const say = useWord();
  return (operation) => say(`audit.operations.${operation}`, operation);
}

/** The page of a record, of the kinds that have one. */
export function placeOfRecord(record: string, parts: readonly string[]): AnyPlace | undefined {
  const [code = '', lot = '', sublot = ''] = parts;
  if (record === 'product') return productPlace(code);
  if (record === 'partner') return partnerPlace(code);
  if (record === 'product_category') return categoryPlace(code);
  if (record === 'product_attribute') return attributePlace(code);
  return record === 'lot' ? unitPlace({ product: code, lot, sublot, serial: '' }) : undefined;
}

/** A record an entry wrote, by its kind and name, as a link where it has a page. */
export function RecordName({ change }: { change: Pick<Change, 'record' | 'key' | 'parts'> }): ReactNode {
  const say = useWord();
  const recordName = useRecordName();
  const { record, key, parts } = change;
  const place = placeOfRecord(record, parts);
  return (
    <>
      {say(`audit.records.${record}`, record)}{' '}
      {place === undefined ? (
        <span className={record === 'setting' ? undefined : 'mono'}>{recordName(record, key)}</span>
      ) : (
        <Link className="mono" {...place}>
          {key}
        </Link>
      )}
    </>
  );
}

type Value = { record: string; field: string; value: string; unitOfMeasure?: string };

/** A value of a record as people read it: words for choices, dates, quantities and costs with their decimals. */
export function FieldValue({ record, field, value, unitOfMeasure = '' }: Value): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const said = presentValue(fieldNamed(record, field), value);
  switch (said.as) {
    case 'blank':
      return <span className="muted">{t('audit.blank')}</span>;
    case 'word':
      return said.values.map((one) => say(`${said.words}.${one}`, one)).join(', ');
    case 'yesNo':
      return t(said.yes ? 'common.yes' : 'common.no');
    case 'days':
      return t('audit.days', { count: said.days });
    case 'date':
      return <PlainDateText date={said.date} />;
    case 'status':
      return <StatusBadge status={said.status} />;
    case 'quantity':
      return <Quantity value={said.amount} unit={unitOfMeasure} />;
    case 'moment':
      return <MomentText at={said.at} detail="exact" />;
    case 'question':
      return formatQuestion(said.parts, (part) => say(`audit.fields.${part}`, say(`reports.parameters.${part}`, part)));
    case 'text':
      return said.text;
    case 'code':
      return <span className="mono">{said.text}</span>;
  }
}

/** What an entry did, in one line and in the person's language. */
export function useSummary(): (entry: Said) => string {
  const { i18n } = useTranslation();
  const locale = useLocale();
  const { audit, errors } = texts[isLanguage(i18n.language) ? i18n.language : 'en'];
  return summariesIn({ ...audit, nothing: audit.nothingNew, errors, read: useRecordedMessage() }, locale);
}

type Why = Pick<RecordVersion, 'reason' | 'signed' | 'signers'>;

/** Why a version was written and who signed it: the reason, which the sentence of a signed act ends with, and the signatures. */
export function VersionWhy({ version: { reason, signed, signers } }: { version: Why }): ReactNode {
  const { t } = useTranslation();
  const why = reason === '' ? signed : reason;
  if (why === '' && signers.length === 0) return null;
  return (
    <>
      {why !== '' && <div>{reason === '' ? signed : t('audit.because', { reason })}</div>}
      {signers.map(({ person, name, meaning }) => (
        <div key={`${person} ${meaning}`}>
          {t('audit.signedBy', { name, meaning: t(`signing.meanings.${meaning}`) })}
        </div>
      ))}
    </>
  );
}
