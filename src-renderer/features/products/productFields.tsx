import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Field, FieldOf, FieldShown } from '#renderer/components/form/field.ts';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { Link } from '#renderer/components/links.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { numberIssue } from '#shared/kernel/gtin.ts';
import { parseCost } from '#shared/kernel/quantity.ts';
import { type Span, spans, spanSaidTwice } from '#shared/products/shelfLife.ts';
import { packsIssue } from '#shared/products/packUnits.ts';
import { freeLotTrackings, freeSerialTrackings } from '#shared/products/trackingChange.ts';
import { expiryCaps, lotTrackings, serialTrackings, traceDetails } from '#shared/products/vocabulary.ts';
import { AttributesField } from './AttributesField.tsx';
import { useOtherBearers } from './products.hooks.ts';

/** What of a product is typed, recorded or new. */
export type ProductTyped = Omit<Outputs['products']['get'], 'version' | 'moved' | 'suppliers'>;

/** Every field of a product; its code where it is new. */
export function useProductFields(
  product: ProductTyped,
  { moved, isNew }: { moved: boolean; isNew: boolean },
): FormParts<ProductTyped> {
  const { t } = useTranslation();
  const { code } = product;
  const status = {
    kind: 'code',
    help: 'products.statusHelp',
    fault: 'products.faults.status',
    read: (text: string) => text.toUpperCase(),
  } as const;
  return [
    {
      legend: 'products.sections.about',
      fields: [
        ...(isNew ? [{ kind: 'code', name: 'code', label: 'audit.fields.code' } as const] : []),
        { kind: 'text', name: 'name', label: 'audit.fields.name' },
        { kind: 'code', name: 'category', label: 'audit.fields.category' },
        { ...gtin, kind: 'drawn', draw: (shown) => <GtinField shown={shown} code={code} /> },
        {
          kind: 'decimal',
          name: 'standardCost',
          label: 'audit.fields.standardCost',
          help: 'products.costHelp',
          fault: 'products.faults.cost',
          check: ({ standardCost: cost }) => (isCost(cost) ? undefined : 'products.faults.cost'),
        },
      ],
    },
    {
      legend: 'products.sections.keeping',
      ...(moved ? { note: <MovedNote code={code} /> } : {}),
      fields: [
        { kind: 'code', name: 'unit', label: 'audit.fields.unit', fixed: moved },
        {
          kind: 'text',
          name: 'packUnits',
          label: 'audit.fields.packUnits',
          help: 'products.packsHelp',
          check: ({ packUnits, unit }) =>
            packsIssue(packUnits, unit) === undefined ? undefined : 'products.faults.packs',
        },
        {
          kind: 'choice',
          name: 'lotTracking',
          label: 'audit.fields.lotTracking',
          options: (moved ? freeLotTrackings(product) : lotTrackings).map((value) => ({
            value,
            label: t(`dossier.lotTrackings.${value}`),
          })),
        },
        {
          kind: 'choice',
          name: 'serialTracking',
          label: 'audit.fields.serialTracking',
          options: (moved ? freeSerialTrackings(product) : serialTrackings).map((value) => ({
            value,
            label: t(`dossier.serialTrackings.${value}`),
          })),
        },
        {
          kind: 'decimal',
          name: 'lotCapacity',
          label: 'audit.fields.lotCapacity',
          help: 'products.capacityHelp',
          fault: 'products.faults.capacity',
          when: ({ lotTracking }) => lotTracking !== 'none',
        },
        { kind: 'flag', name: 'stockManaged', label: 'audit.fields.stockManaged', fixed: moved },
        {
          kind: 'choice',
          name: 'traceDetail',
          label: 'audit.fields.traceDetail',
          options: traceDetails.map((value) => ({ value, label: t(`audit.traceDetails.${value}`) })),
        },
      ],
    },
    {
      legend: 'products.sections.life',
      note: <p className="muted">{t('products.lifeNote')}</p>,
      fields: [
        ...spans.flatMap((span) => fieldsOfSpan(span, t)),
        {
          kind: 'choice',
          name: 'expiryCap',
          label: 'audit.fields.expiryCap',
          help: 'products.capHelp',
          options: (['', ...expiryCaps] as const).map((value) => ({
            value,
            label: t(`products.expiryCaps.${value === '' ? 'none' : value}`),
          })),
        },
        { ...status, name: 'expiryStatus', label: 'audit.fields.expiryStatus' },
        { ...status, name: 'retestStatus', label: 'audit.fields.retestStatus' },
      ],
    },
    {
      legend: 'products.sections.more',
      fields: [
        {
          kind: 'drawn',
          name: 'attributes',
          label: 'audit.fields.attributes',
          draw: (shown) => <AttributesField shown={shown} />,
        },
      ],
    },
  ];
}

/** What stays once goods moved, and the way to change the rest of how they are tracked. */
function MovedNote({ code }: { code: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="muted">
      {t('products.fixed')}{' '}
      <Link to="/product/convert" search={{ code }} style={{ textDecoration: 'underline' }}>
        {t('lots.convert.title')}
      </Link>
    </p>
  );
}

/** How long something lasts: in days, or in calendar months. */
const fieldsOfSpan = (span: Span, t: TFunction): Field<ProductTyped>[] => [
  {
    kind: 'wholeNumber',
    unit: t('products.unitDays'),
    name: `${span}Days`,
    label: `audit.fields.${span}Days`,
    help: 'products.days',
    fault: 'products.faults.days',
  },
  {
    kind: 'wholeNumber',
    name: `${span}Months`,
    label: `audit.fields.${span}Months`,
    help: 'products.months',
    fault: 'products.faults.months',
    check: (product) => (spanSaidTwice(product) === span ? 'products.faults.daysOrMonths' : undefined),
  },
];

const isCost = (text: string): boolean => text === '' || (parseCost(text) ?? -1n) >= 0n;

/** As printed below a barcode, with gaps. */
const digitsOf = (text: string): string => text.replace(/[\s-]/g, '');

const gtin = {
  name: 'gtin',
  label: 'audit.fields.gtin',
  help: 'products.gtinHelp',
  read: digitsOf,
  check: ({ gtin: digits }: ProductTyped) => {
    const issue = digits === '' ? undefined : numberIssue('gtin', digits);
    return issue && (issue === 'length' ? 'products.faults.gtinLength' : 'products.faults.gtinCheck');
  },
} as const;

/** A GTIN, with the other products that have it too: two products with one cannot be told apart by a scan. */
function GtinField({ shown, code }: { shown: FieldShown; code: string }): ReactNode {
  const { t } = useTranslation();
  const others = useOtherBearers(digitsOf(String(shown.value)), code);
  const field: FieldOf<'code'> = {
    kind: 'code',
    name: gtin.name,
    label: gtin.label,
    help: gtin.help,
    ...(others.length > 0 ? { note: t('products.gtinTaken', { codes: others.join(', ') }) } : {}),
  };
  return <TextField field={field} shown={shown} />;
}
