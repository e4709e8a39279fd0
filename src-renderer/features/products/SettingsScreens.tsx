import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { categoryPlace, productPlace } from '#renderer/components/address.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Page, Section } from '#renderer/components/layout.tsx';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { AttributesPart } from './AttributesPart.tsx';
import { SettingsTable } from './SettingsTable.tsx';

/** The settings of one product. */
export function ProductSettingsScreen({ search: { code } }: ScreenProps<{ code: string }>): ReactNode {
  const { t } = useTranslation();
  return (
    <Page
      kind={code}
      title={t('products.settings.title')}
      lead={t('products.settings.productLead')}
      actions={<Link {...productPlace(code)}>{t('products.back', { code })}</Link>}
    >
      <SettingsTable key={code} level="product" code={code} />
    </Page>
  );
}

/** What holds for all products of the site, and the categories. */
export function SetUpScreen(): ReactNode {
  const { t } = useTranslation();
  return (
    <SetUpPage at="/setup/products" lead={t('products.settings.lead')}>
      <SettingsTable level="site" />
      <Categories />
      <AttributesPart />
    </SetUpPage>
  );
}

type Category = Outputs['products']['listCategories']['categories'][number];

function Categories(): ReactNode {
  const { t } = useTranslation();
  const mayMake = useMay('masterData');
  const asked = useAsk(ask.products.listCategories.queryOptions({ input: {} }));
  const columns: TableColumn<Category>[] = [
    {
      id: 'code',
      header: t('products.categories.one'),
      cell: ({ code }) => <Link {...categoryPlace(code)}>{code}</Link>,
    },
    { id: 'name', header: t('fields.name'), wide: true, cell: ({ name }) => name },
    { id: 'products', header: t('products.categories.products'), figure: true, cell: (row) => row.products },
  ];
  return (
    <Section
      title={t('products.categories.title')}
      actions={
        mayMake && (
          <LinkButton to="/category/edit" variant="default">
            {t('products.categories.create')}
          </LinkButton>
        )
      }
    >
      <Answer asked={asked}>
        {({ categories }) => (
          <DataTable
            label={t('products.categories.title')}
            rows={categories}
            columns={columns}
            empty={<p className="muted">{t('products.categories.nothing')}</p>}
          />
        )}
      </Answer>
    </Section>
  );
}
