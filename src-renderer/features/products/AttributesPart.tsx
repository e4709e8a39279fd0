import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useMay } from '#renderer/client/index.ts';
import { attributePlace, goTo, historyPlace } from '#renderer/components/address.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Page, Section } from '#renderer/components/layout.tsx';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { products } from '#shared/products/contract.ts';
import { attributeKinds } from '#shared/products/vocabulary.ts';

type Attribute = Outputs['products']['listAttributes']['attributes'][number];

const useAttributes = () => useAsk(ask.products.listAttributes.queryOptions({ input: {} }));

/** What the plant says of its products besides. */
export function AttributesPart(): ReactNode {
  const { t } = useTranslation();
  const mayMake = useMay('masterData');
  const asked = useAttributes();
  const columns: TableColumn<Attribute>[] = [
    {
      id: 'code',
      header: t('products.attributes.one'),
      cell: ({ code }) => (mayMake ? <Link {...attributePlace(code)}>{code}</Link> : code),
    },
    {
      id: 'kind',
      header: t('audit.fields.attributeKind'),
      cell: ({ attributeKind }) => t(`products.attributes.kinds.${attributeKind}`),
    },
    { id: 'choices', header: t('audit.fields.choices'), wide: true, cell: ({ choices }) => choices },
    { id: 'products', header: t('products.attributes.products'), figure: true, cell: (row) => row.products },
  ];
  return (
    <Section
      title={t('products.attributes.title')}
      actions={
        mayMake && (
          <LinkButton to="/attribute/edit" variant="default">
            {t('products.attributes.create')}
          </LinkButton>
        )
      }
    >
      <p className="muted">{t('products.attributes.lead')}</p>
      <Answer asked={asked}>
        {({ attributes }) => (
          <DataTable
            label={t('products.attributes.title')}
            rows={attributes}
            columns={columns}
            empty={<p className="muted">{t('products.attributes.nothing')}</p>}
          />
        )}
      </Answer>
    </Section>
  );
}

type Typed = Omit<Attribute, 'products'>;

/** Makes an attribute, or changes the one whose code is given. */
export function EditAttribute({ search: { code } }: ScreenProps<{ code: string }>): ReactNode {
  const { t } = useTranslation();
  const isNew = code === '';
  const asked = useAttributes();
  const fields: FormParts<Typed> = [
    {
      fields: [
        {
          kind: 'code',
          name: 'code',
          label: 'products.attributes.one',
          help: 'products.attributes.codeHelp',
          fixed: !isNew,
        },
        {
          kind: 'choice',
          name: 'attributeKind',
          label: 'audit.fields.attributeKind',
          options: attributeKinds.map((value) => ({ value, label: t(`products.attributes.kinds.${value}`) })),
        },
      ],
    },
    {
      kind: 'longText',
      name: 'choices',
      label: 'audit.fields.choices',
      help: 'products.attributes.choicesHelp',
      when: ({ attributeKind }) => attributeKind !== 'text',
    },
  ];
  const back = (): void => goTo({ to: '/setup/products' });
  return (
    <Page
      title={isNew ? t('products.attributes.create') : t('products.attributes.change', { code })}
      lead={t('products.attributes.createLead')}
      actions={
        !isNew && (
          <LinkButton {...historyPlace('product_attribute', [code])} variant="default">
            {t('audit.history')}
          </LinkButton>
        )
      }
    >
      <Answer asked={asked}>
        {({ attributes }) => {
          const stored = attributes.find((one) => one.code === code);
          const { attributeKind, choices, version } = stored ?? { attributeKind: 'choices', choices: '', version: 0 };
          return (
            <RecordForm
              operation={products.saveAttribute}
              call={api.products.saveAttribute}
              record={{ code, attributeKind, choices, version }}
              fields={fields}
              changes={!isNew}
              draft={`attribute ${isNew ? '+' : code}`}
              send={(typed) => ({ ...typed, choices: typed.attributeKind === 'text' ? '' : typed.choices })}
              onDone={back}
              onCancel={back}
            />
          );
        }}
      </Answer>
    </Page>
  );
}
