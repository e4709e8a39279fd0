import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import type { FieldShown } from '#renderer/components/form/field.ts';
import { Columns } from '#renderer/components/layout.tsx';
import { Link } from '#renderer/components/links.tsx';
import type { Outputs } from '#shared/contract.ts';
import { choicesOf, formatAttributes, parseAttributes } from '#shared/products/attributes.ts';

type Attribute = Outputs['products']['listAttributes']['attributes'][number];

/** What a product says besides, attribute by attribute. */
export function AttributesField({ shown }: { shown: FieldShown }): ReactNode {
  const { t } = useTranslation();
  const { data } = useAsk(ask.products.listAttributes.queryOptions({ input: {} }));
  const attributes = data?.attributes ?? [];
  const said = parseAttributes(String(shown.value));
  const valueOf = (code: string): string => said.find(({ attribute }) => attribute === code)?.value ?? '';
  const say = (code: string, value: string): void => {
    const others = said.filter(({ attribute }) => attribute !== code);
    shown.set(formatAttributes([...others, { attribute: code, value }], attributes));
  };
  return (
    <Stack gap="md">
      {shown.error !== undefined && shown.error !== '' && (
        <Text c="var(--mantine-color-error)" size="sm" role="alert">
          {shown.error}
        </Text>
      )}
      {data !== undefined && attributes.length === 0 && (
        <p className="muted">
          {t('products.attributes.none')} <Link to="/setup/products">{t('products.attributes.title')}</Link>
        </p>
      )}
      {attributes.map((one) => (
        <Said
          key={one.code}
          attribute={one}
          value={valueOf(one.code)}
          shown={shown}
          onSay={(value) => say(one.code, value)}
        />
      ))}
    </Stack>
  );
}

type SaidProps = { attribute: Attribute; value: string; shown: FieldShown; onSay: (value: string) => void };

function Said({ attribute: { code, attributeKind, choices }, value, shown, onSay }: SaidProps): ReactNode {
  const { t } = useTranslation();
  const name = `attributes.${code}`;
  // What is no choice any more is still said.
  const offered = [...new Set([...choicesOf(choices), ...(attributeKind === 'choices' ? choicesOf(value) : [value])])];
  switch (attributeKind) {
    case 'text':
      return (
        <TextInput
          label={code}
          name={name}
          value={value}
          onBlur={shown.leave}
          // These two stand between what is said.
          onChange={(event) => onSay(event.currentTarget.value.replaceAll(';', ','))}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          label={code}
          name={name}
          value={value}
          data={['', ...offered.filter((one) => one !== '')].map((one) => ({
            value: one,
            label: one === '' ? t('products.attributes.unsaid') : one,
          }))}
          onBlur={shown.leave}
          onChange={(event) => onSay(event.currentTarget.value)}
        />
      );
    case 'choices':
      return (
        <Checkbox.Group label={code} value={choicesOf(value)} onChange={(chosen) => onSay(chosen.join(', '))}>
          <Columns min={160} gap="8px 16px" my={8}>
            {offered.map((one) => (
              <Checkbox key={one} name={name} value={one} label={one} />
            ))}
          </Columns>
        </Checkbox.Group>
      );
  }
}
