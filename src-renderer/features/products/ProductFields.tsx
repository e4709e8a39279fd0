import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '#renderer/components/words.ts';
import styles from './products.module.css';
import { useOtherBearers } from './products.hooks.ts';
import { type Fault, type Field, fixedFields, kinds, type Product, textOf, type Typed } from './typed.ts';
import { useFieldText } from './words.ts';

const sections = {
  about: ['name', 'category', 'gtin', 'standardCost'],
  keeping: ['unit', 'lotTracking', 'serialTracking', 'stockManaged', 'traceDetail'],
  life: ['shelfLifeDays', 'expiryStatus', 'useByDays', 'retestDays', 'retestStatus'],
} as const satisfies Record<string, readonly Field[]>;
const titles = ['about', 'keeping', 'life'] as const;

type Props = {
  product: Product;
  typed: Typed;
  faults: Partial<Record<Field, Fault>>;
  onType: (typed: Typed) => void;
};

/** Every field of a product. What stays once goods moved is shown and cannot be typed over. */
export function ProductFields({ product, typed, faults, onType }: Props): ReactNode {
  const { t } = useTranslation();
  const others = useOtherBearers((typed.gtin ?? product.gtin).replace(/[\s-]/g, ''), product.code);
  return (
    <div className={styles.sections}>
      {titles.map((title) => (
        <fieldset key={title} className={styles.section}>
          <legend>{t(`products.sections.${title}`)}</legend>
          {title === 'keeping' && product.moved && <p className="muted">{t('products.fixed')}</p>}
          {sections[title].map((field) => {
            const stands = textOf(product, field);
            const isFixed = product.moved && fixedFields.includes(field);
            return (
              <ProductField
                key={field}
                field={field}
                text={isFixed ? stands : (typed[field] ?? stands)}
                isFixed={isFixed}
                fault={faults[field]}
                note={
                  field === 'gtin' && others.length > 0 ? t('products.gtinTaken', { codes: others.join(', ') }) : ''
                }
                onText={(text) => {
                  const { [field]: _typed, ...rest } = typed;
                  // What is there again as it was is not typed over.
                  onType(text === stands ? rest : { ...rest, [field]: text });
                }}
              />
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

type FieldProps = {
  field: Field;
  text: string;
  isFixed: boolean;
  fault: Fault | undefined;
  /** What is to be known of the value, without being wrong. */
  note: string;
  onText: (text: string) => void;
};

function ProductField({ field, text, isFixed, fault, note, onText }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const fieldText = useFieldText();
  const kind = kinds[field];
  const common = {
    name: field,
    label: say(`audit.fields.${field}`, field),
    disabled: isFixed,
    ...(fault === undefined ? {} : { error: t(`products.faults.${fault}`) }),
  };
  if (typeof kind !== 'string')
    return (
      <NativeSelect
        {...common}
        value={text}
        data={kind.map((value) => ({ value, label: fieldText(field, value) }))}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    );
  const help = kind === 'must' || kind === 'may' ? '' : t(`products.${helps[kind]}`);
  return (
    <TextInput
      {...common}
      value={text}
      autoComplete="off"
      spellCheck={kind === 'must'}
      {...(note + help === '' ? {} : { description: note || help })}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}

const helps = { days: 'days', status: 'statusHelp', cost: 'costHelp', gtin: 'gtinHelp' } as const;
