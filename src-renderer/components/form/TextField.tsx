import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorOf, type FieldOf, type FieldShown } from './field.ts';

type Kinds = 'text' | 'code' | 'longText' | 'wholeNumber' | 'decimal' | 'date';
type Props = { field: FieldOf<Kinds>; shown: FieldShown };

const helpBelow = ['label', 'input', 'description', 'error'] as const;

/** What is written: texts, codes, figures with their unit, and dates. */
export function TextField({ field, shown }: Props): ReactNode {
  const { t } = useTranslation();
  const { kind, name, help, note, fixed = false } = field;
  const unit = 'unit' in field ? field.unit : undefined;
  const common = {
    name,
    label: (
      <>
        {t(field.label)}
        {unit !== undefined && <span className="hidden">, {unit}</span>}
      </>
    ),
    description: note ?? (help === undefined ? undefined : t(help)),
    ...errorOf(shown),
    required: shown.required,
    withAsterisk: false,
    disabled: fixed,
    readOnly: shown.readOnly,
    autoComplete: 'off',
    ...(shown.isBeside ? { inputWrapperOrder: [...helpBelow] } : {}),
    value: String(shown.value),
    onBlur: shown.leave,
    onChange: (event: { currentTarget: { value: string } }) => shown.set(event.currentTarget.value),
  };
  if (kind === 'longText') return <Textarea {...common} rows={field.rows ?? 2} />;
  if (kind === 'date') return <TextInput {...common} type="date" />;
  if (kind === 'text') return <TextInput {...common} />;
  if (kind === 'code')
    return <TextInput {...common} classNames={{ input: 'mono' }} autoCapitalize="none" spellCheck={false} />;
  return (
    <TextInput
      {...common}
      inputMode={kind === 'decimal' ? 'decimal' : 'numeric'}
      styles={{ input: { textAlign: 'end' } }}
      {...(unit === undefined
        ? {}
        : { rightSection: <span aria-hidden="true">{unit}</span>, rightSectionWidth: 24 + unit.length * 9 })}
    />
  );
}
