import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useSigner } from '#renderer/client/index.ts';
import { today } from '#renderer/components/figures.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { products } from '#shared/products/contract.ts';
import { formatDuration, none, parseDuration, settingTable } from '#shared/products/settings.ts';
import { type SettingLevel, type SettingName, type SpanUnit, spanUnits } from '#shared/products/vocabulary.ts';
import { useSettingText } from './products.hooks.ts';

const sayings = ['value', 'none', 'above'] as const;
type Saying = (typeof sayings)[number];
/** A value in the parts that are typed. */
type Typed = {
  says: Saying;
  amount: number | null;
  unit: SpanUnit;
  status: string;
  quantity: string;
  choice: string;
  validFrom: string;
};
type Props = { level: SettingLevel; code: string; setting: SettingName; own: string; onDone: () => void };

/** Says a setting at a level, from a day on, with a signature. */
export function SettingForm({ level, code, setting, own, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const said = useSettingText();
  const signer = useSigner();
  const { kind, choices, isDated } = settingTable[setting];
  const above = t(level === 'site' ? 'products.settings.nothingAtSite' : 'products.settings.saysWith.above');
  const isValue = ({ says }: Typed): boolean => says === 'value';
  const parts: FormParts<Typed> = [
    {
      fields: [
        {
          kind: 'choice',
          name: 'says',
          label: 'products.settings.says',
          // A choice has “none” among its values where there is such a one.
          options: sayings
            .filter((one) => kind !== 'choice' || one !== 'none')
            .map((value) => ({
              value,
              label:
                value === 'above'
                  ? above
                  : value === 'none'
                    ? said(setting, none)
                    : t('products.settings.saysWith.value'),
            })),
        },
        ...(kind === 'span'
          ? ([
              {
                kind: 'wholeNumber',
                name: 'amount',
                label: 'products.settings.amount',
                fault: 'products.settings.faults.amount',
                when: isValue,
                check: ({ amount }: Typed) => (amount === null ? 'products.settings.faults.amount' : undefined),
              },
              {
                kind: 'choice',
                name: 'unit',
                label: 'products.settings.unit',
                options: spanUnits.map((value) => ({ value, label: t(`products.settings.units.${value}_other`) })),
                when: isValue,
              },
            ] as const)
          : []),
        ...(kind === 'status'
          ? ([
              {
                kind: 'code',
                name: 'status',
                label: 'fields.status',
                fault: 'products.settings.faults.status',
                read: (text: string) => text.toUpperCase(),
                when: isValue,
              },
            ] as const)
          : []),
        ...(kind === 'quantity' || kind === 'cost'
          ? ([
              {
                kind: 'decimal',
                name: 'quantity',
                label: kind === 'cost' ? 'audit.fields.standardCost' : 'fields.quantity',
                help: kind === 'cost' ? 'products.costHelp' : 'products.settings.capacityUnit',
                when: isValue,
              },
            ] as const)
          : []),
        ...(kind === 'choice'
          ? ([
              {
                kind: 'choice',
                name: 'choice',
                label: 'products.settings.choice',
                options: choices.map((value) => ({ value, label: said(setting, value) })),
                when: isValue,
              },
            ] as const)
          : []),
      ],
    },
    {
      kind: 'date',
      name: 'validFrom',
      label: 'products.settings.validFrom',
      help: `products.settings.${isDated ? (isWorth(setting) ? 'worthHelp' : 'fromHelp') : 'atOnceHelp'}`,
      fixed: !isDated,
    },
  ];
  const title = t('products.settings.changeOf', { setting: t(`products.settings.names.${setting}`) });
  if (signer === undefined) return null;
  if (signer.isOwner) return <NeedsPeople demo={signer.demo} />;
  return (
    <Panel label={title} mb="md">
      <h2>{title}</h2>
      <SignedForm
        name="products.saveSetting"
        operation={products.saveSetting}
        call={api.products.saveSetting}
        title="products.settings.title"
        record={typedOf(setting, own)}
        fields={parts}
        draft={`setting ${level} ${code} ${setting}`}
        send={(typed) => ({
          ...{ level, code, setting, validFrom: isDated ? typed.validFrom : today() },
          value: valueOf(setting, typed),
        })}
        onDone={onDone}
        onCancel={onDone}
      />
    </Panel>
  );
}

/** What goods are worth is asked as of a day; what else is dated is decided for a lot once. */
const isWorth = (setting: SettingName): boolean => setting === 'valuation' || setting === 'standardCost';

/** What the level says itself, to begin with. */
function typedOf(setting: SettingName, own: string): Typed {
  const { kind, choices, standard } = settingTable[setting];
  const isNone = kind !== 'choice' && own === none;
  const value = isNone ? '' : own;
  const duration = kind === 'span' ? parseDuration(value) : undefined;
  return {
    says: isNone ? 'none' : 'value',
    amount: duration?.amount ?? null,
    unit: duration?.unit ?? 'months',
    status: kind === 'status' ? value : '',
    quantity: kind === 'quantity' || kind === 'cost' ? value : '',
    choice: choices.find((one) => one === value) ?? standard,
    validFrom: today(),
  };
}

function valueOf(setting: SettingName, { says, amount, unit, status, quantity, choice }: Typed): string {
  if (says === 'above') return '';
  if (says === 'none') return none;
  switch (settingTable[setting].kind) {
    case 'span':
      return formatDuration({ amount: amount ?? 0, unit });
    case 'status':
      return status;
    case 'quantity':
    case 'cost':
      return quantity;
    case 'choice':
      return choice;
  }
}
