import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useMay } from '#renderer/client/index.ts';
import { categoryPlace, goTo, historyPlace } from '#renderer/components/address.ts';
import { Icon } from '#renderer/components/icons.tsx';
import { Page, Section } from '#renderer/components/layout.tsx';
import { LinkButton } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Message } from '#shared/kernel/message.ts';
import { products } from '#shared/products/contract.ts';
import { SettingsTable } from './SettingsTable.tsx';

type Search = ScreenProps<{ code: string }>;

const useCategories = () => useAsk(ask.products.listCategories.queryOptions({ input: {} }));

/** A category of products: what it is called, what it says for its products, and which those are. */
export function CategoryScreen({ search: { code } }: Search): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('masterData');
  const asked = useCategories();
  const category = asked.data?.categories.find((one) => one.code === code);
  return (
    <Page
      kind={`${t('products.categories.one')} · ${code}`}
      title={category?.name || code}
      lead={t('products.settings.categoryLead')}
      actions={
        <>
          {mayChange && category !== undefined && (
            <LinkButton to="/category/edit" search={{ code }} variant="default">
              {t('products.edit')}
            </LinkButton>
          )}
          <LinkButton to="/products" search={{ category: code }} variant="default">
            {t('products.categories.productsOf')}
          </LinkButton>
          {category !== undefined && category.version > 0 && (
            <LinkButton {...historyPlace('product_category', [code])} variant="default">
              {t('audit.history')}
            </LinkButton>
          )}
        </>
      }
    >
      <Answer asked={asked}>
        {() =>
          category === undefined ? (
            <EmptyState title={t('products.categories.unknown', { code })} />
          ) : (
            <>
              {category.version === 0 && <p className="muted">{t('products.categories.unnamed')}</p>}
              <Section title={t('products.settings.title')}>
                <SettingsTable key={code} level="category" code={code} />
              </Section>
            </>
          )
        }
      </Answer>
    </Page>
  );
}

type Typed = { code: string; name: string; version: number };

/** Makes a category, or names the one whose code is given. */
export function EditCategory({ search: { code } }: Search): ReactNode {
  const { t } = useTranslation();
  const isNew = code === '';
  const asked = useCategories();
  return (
    <Page
      title={isNew ? t('products.categories.create') : t('products.categories.change', { code })}
      lead={t('products.categories.createLead')}
    >
      <Answer asked={asked}>
        {({ categories }) => {
          const { name = '', version = 0 } = categories.find((one) => one.code === code) ?? {};
          return <CategoryForm key={code} category={{ code, name, version }} isNew={isNew} />;
        }}
      </Answer>
    </Page>
  );
}

function CategoryForm({ category, isNew }: { category: Typed; isNew: boolean }): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const [code, setCode] = useState(category.code);
  const [findings, setFindings] = useState<readonly Message[]>([]);
  const fields: FormParts<Typed> = [
    {
      fields: [
        { kind: 'code', name: 'code', label: 'products.categories.one', fixed: !isNew },
        { kind: 'text', name: 'name', label: 'fields.name' },
      ],
    },
  ];
  if (findings.length > 0)
    return (
      <>
        {findings.map((finding) => (
          <p key={finding.pattern} className="warning" role="status">
            <Icon name="warning" /> {messageText(finding)}
          </p>
        ))}
        <LinkButton {...categoryPlace(code)}>{t('products.categories.open', { code })}</LinkButton>
      </>
    );
  return (
    <RecordForm
      operation={products.saveCategory}
      call={api.products.saveCategory}
      record={category}
      fields={fields}
      changes={!isNew}
      draft={`category ${isNew ? '+' : category.code}`}
      send={(typed) => {
        setCode(typed.code.trim());
        return typed;
      }}
      onDone={(reply) => {
        if (reply.findings.length === 0) goTo(categoryPlace(code), { instead: true });
        else setFindings(reply.findings);
      }}
      onCancel={() => goTo(isNew ? { to: '/setup/products' } : categoryPlace(code))}
    />
  );
}
