import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useSigner } from '#renderer/client/index.ts';
import { AsOfButton, AsOfNotice } from '#renderer/components/AsOf.tsx';
import { StatusBadge, StockStatus } from '#renderer/components/Badge.tsx';
import { Expiry } from '#renderer/components/Expiry.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { localQuantity, Quantity, useLocale } from '#renderer/components/figures.tsx';
import { Facts, Page, Section } from '#renderer/components/layout.tsx';
import { categoryPlace, historyPlace } from '#renderer/components/address.ts';
import { followColumn } from '#renderer/components/columns.tsx';
import { Link, LinkButton, PartnerLink, UnitLink } from '#renderer/components/links.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SignaturePart } from '#renderer/components/SignaturePart.tsx';
import { SignedAction } from '#renderer/components/SignedAction.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { usePlaceText } from '#renderer/lists/AwayPlace.tsx';
import type { Outputs } from '#shared/contract.ts';
import { isStatus } from '#shared/kernel/status.ts';
import { packsOf } from '#shared/products/packUnits.ts';
import { parseAttributes } from '#shared/products/attributes.ts';
import { settingSaid } from '#shared/products/settings.ts';
import { SuppliersOn } from './SuppliersOn.tsx';
import { FilesOn } from './FilesOn.tsx';
import {
  pageSize,
  type Product,
  useBalances,
  useProduct,
  useProductSignatures,
  useWholeProduct,
} from './dossier.hooks.ts';
import type { Permission } from '#shared/kernel/permissions.ts';

type Balance = Outputs['movements']['listBalances']['rows'][number];

/** A product: how it is tracked, and where its lots and serials lie. */
export function ProductScreen({
  search,
  setSearch,
}: ScreenProps<{ code: string; offset: number; asOf: string }>): ReactNode {
  const { t } = useTranslation();
  const asked = useProduct(search.code);
  const signer = useSigner();
  const may = (permission: Permission): boolean => signer?.permissions.includes(permission) ?? false;
  const lookAt = (asOf: string): void => setSearch({ asOf, offset: 0 }, 'step');
  return (
    <Page
      kind={`${t('dossier.productTitle')} · ${search.code}`}
      title={asked.data?.name || search.code}
      actions={
        <>
          <AsOfButton asOf={search.asOf} onChoose={lookAt} />
          {asked.data && (
            <SignedAction
              text={t('products.edit')}
              to="/product/edit"
              search={{ code: search.code }}
              isAllowed={may('masterData')}
              isLapsed={signer?.lapsed.includes('masterData') ?? false}
            />
          )}
          {asked.data && (
            <LinkButton to="/product/settings" search={{ code: search.code }} variant="default">
              {t('products.settings.title')}
            </LinkButton>
          )}
          {asked.data && may('masterData') && (
            <LinkButton to="/product/convert" search={{ code: search.code }} variant="default">
              {t('lots.convert.action')}
            </LinkButton>
          )}
          {asked.data && asked.data.lotTracking !== 'none' && may('move') && (
            <LinkButton to="/lots/new" search={{ product: search.code }} variant="default">
              {t('lots.create.title')}
            </LinkButton>
          )}
          <LinkButton {...historyPlace('product', [search.code])} variant="default">
            {t('audit.history')}
          </LinkButton>
        </>
      }
    >
      <AsOfNotice asOf={search.asOf} onChoose={lookAt} />
      <Answer asked={asked}>
        {(product) =>
          product === null ? (
            <EmptyState title={t('dossier.noProduct', { code: search.code })} />
          ) : (
            <ProductPart
              product={product}
              asOf={search.asOf}
              offset={search.offset}
              onOffset={(offset) => setSearch({ offset })}
            />
          )
        }
      </Answer>
    </Page>
  );
}

type PartProps = { product: Product; asOf: string; offset: number; onOffset: (offset: number) => void };

function ProductPart({ product, asOf, offset, onOffset }: PartProps): ReactNode {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const locale = useLocale();
  const balances = useBalances(product.code, offset, asOf);
  const whole = useWholeProduct(product.code);
  const signed = useProductSignatures(product.code);
  const mayAudit = useSigner()?.permissions.includes('audit') ?? false;
  const settingFacts = useSettingFacts(product.code);
  const columns: TableColumn<Balance>[] = [
    { id: 'unit', header: t('fields.unit'), cell: (row) => <UnitLink unit={row} /> },
    followColumn(t),
    { id: 'location', header: t('fields.location'), cell: (row) => placeText(row.location) },
    { id: 'status', header: t('fields.status'), cell: (row) => <StockStatus {...row} /> },
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: (row) => <Quantity value={row.quantity} unit={product.unit} />,
    },
    {
      id: 'expiresOn',
      header: t('dossier.expiresOn'),
      cell: (row) => <Expiry date={row.expiresOn} isHere={asOf === ''} past={t('lots.expired')} />,
    },
    {
      id: 'value',
      header: t('dossier.valueInCurrency'),
      figure: true,
      cell: (row) => (row.value === '' ? null : <Quantity value={row.value} />),
    },
  ];
  return (
    <>
      <Facts
        facts={[
          [
            t('fields.product'),
            <span key="code" className="mono">
              {product.code}
            </span>,
          ],
          ...(product.category === ''
            ? []
            : [
                [
                  t('fields.category'),
                  <Link key="category" {...categoryPlace(product.category)}>
                    {product.category}
                  </Link>,
                ] as const,
              ]),
          [t('fields.unitOfMeasure'), product.unit],
          [
            t('dossier.tracking'),
            `${t(`dossier.lotTrackings.${product.lotTracking}`)}, ${t(`dossier.serialTrackings.${product.serialTracking}`)}`,
          ],
          ...suppliersFact(t, whole.data),
          ...settingFacts,
          ...moreFacts(t, locale, whole.data),
        ]}
      />
      <SignaturePart signatures={signed.data?.signatures ?? []} mayAudit={mayAudit} />
      <SuppliersOn of={{ product: product.code }} />
      <FilesOn owner={{ product: product.code }} />
      <Section title={t('dossier.stock')}>
        <Answer asked={balances}>
          {(answer) => (
            <>
              <DataTable
                label={t('dossier.stock')}
                rows={answer.rows}
                columns={columns}
                empty={<p className="muted">{t(asOf === '' ? 'dossier.noProductStock' : 'asOf.none')}</p>}
              />
              <Pager
                offset={offset}
                shown={answer.rows.length}
                total={answer.total}
                pageSize={pageSize}
                onOffset={onOffset}
              />
            </>
          )}
        </Answer>
      </Section>
    </>
  );
}

type Whole = Outputs['products']['get'];

/** Who delivered it; goods that are only made here have nobody. */
function suppliersFact(t: TFunction, product: Whole | undefined): (readonly [string, ReactNode])[] {
  if (product === undefined || product.suppliers.length === 0) return [];
  const [first, ...others] = product.suppliers;
  return [
    [
      t('fields.supplier'),
      <span key="supplier">
        <PartnerLink code={first ?? ''} />
        {others.map((code) => (
          <span key={code}>
            , <PartnerLink code={code} />
          </span>
        ))}
      </span>,
    ],
  ];
}

/** What else is recorded of a product; what is not is left out. What holds for it is on the page of its settings. */
function moreFacts(t: TFunction, locale: string, product: Whole | undefined): (readonly [string, ReactNode])[] {
  if (product === undefined) return [];
  return [
    ...(product.gtin === '' ? [] : [[t('audit.fields.gtin'), product.gtin] as const]),
    ...(product.packUnits === ''
      ? []
      : [
          [
            t('audit.fields.packUnits'),
            packsOf(product.packUnits)
              .map(({ name, quantity }) =>
                t('products.packOf', { name, quantity: localQuantity(quantity, locale), unit: product.unit }),
              )
              .join(', '),
          ] as const,
        ]),
    ...parseAttributes(product.attributes).map(({ attribute, value }) => [attribute, value] as const),
    [t('audit.fields.stockManaged'), t(product.stockManaged ? 'common.yes' : 'common.no')],
  ];
}

/** What holds of the settings today, and which level decides, where it is not the standard. */
function useSettingFacts(code: string): (readonly [string, ReactNode])[] {
  const { t } = useTranslation();
  const messageText = useMessage();
  const asked = useAsk(ask.products.settings.queryOptions({ input: { level: 'product', code } }));
  return (asked.data?.settings ?? []).flatMap(({ setting, holds }) => {
    if (holds.level === '') return [];
    const by = holds.level === 'category' ? holds.code : holds.level === 'site' ? t('products.settings.site') : '';
    const value = messageText(settingSaid(setting, holds.value));
    return [
      [
        t(`products.settings.names.${setting}`),
        <>
          {isStatus(holds.value) ? <StatusBadge status={holds.value} /> : value}
          {setting === 'standardCost' && <span className="muted"> {t('dossier.inCurrency')}</span>}
          {by !== '' && <span className="muted"> {t('products.settings.by', { by })}</span>}
        </>,
      ] as const,
    ];
  });
}
