import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorOf, type FieldOf, type FieldShown } from './field.ts';
import { Columns } from '../layout.tsx';

type Props = { field: FieldOf<'choice' | 'choices' | 'flag'>; shown: FieldShown };

/** What is chosen: one of several, any of several, or yes and no. */
export function ChoiceField({ field, shown }: Props): ReactNode {
  const { t } = useTranslation();
  const { value, set, leave } = shown;
  const description = field.help === undefined ? undefined : t(field.help);
  const common = { label: t(field.label), description, ...errorOf(shown) };
  const isFixed = field.fixed === true;
  switch (field.kind) {
    case 'choice': {
      const offered = field.options.map((option) => ({ value: option.value, label: option.label }));
      // Else the first one would stand there unchosen.
      const isOffered = offered.some((option) => option.value === value);
      return (
        <NativeSelect
          {...common}
          name={field.name}
          disabled={isFixed}
          value={String(value)}
          data={[...(isOffered ? [] : [{ value: String(value), label: '' }]), ...offered]}
          onBlur={leave}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    }
    case 'flag':
      return (
        <Checkbox
          {...common}
          name={field.name}
          disabled={isFixed}
          checked={value === true}
          onBlur={leave}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      );
    case 'choices': {
      const { options } = field;
      return (
        <Checkbox.Group
          {...common}
          value={Array.isArray(value) ? [...value] : []}
          // In the order they are offered in, whichever was chosen first.
          onChange={(chosen) => set(options.filter((one) => chosen.includes(one.value)).map((one) => one.value))}
        >
          <Columns min={200} gap="8px 16px" my={8}>
            {options.map((option) => (
              <Checkbox
                key={option.value}
                name={field.name}
                value={option.value}
                label={option.label}
                description={option.help}
                disabled={isFixed}
              />
            ))}
          </Columns>
        </Checkbox.Group>
      );
    }
  }
}
