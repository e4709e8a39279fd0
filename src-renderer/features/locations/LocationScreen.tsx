import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, keepWhile, useAsk, useMay } from '#renderer/client/index.ts';
import { historyPlace } from '#renderer/components/address.ts';
import { LinkButton } from '#renderer/components/links.tsx';
import { AsOfButton, AsOfNotice, askedAsOf } from '#renderer/components/AsOf.tsx';
import { StockStatus } from '#renderer/components/Badge.tsx';
import { followColumn, productsIn, useUnitColumns } from '#renderer/components/columns.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Expiry } from '#renderer/components/Expiry.tsx';
import { Facts, Page, Section } from '#renderer/components/layout.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { choiceSaid } from '#renderer/lists/cells.tsx';
import type { Outputs } from '#shared/contract.ts';
import { isAway, locationList } from '#shared/locations/vocabulary.ts';

type Balance = Outputs['movements']['listBalances']['rows'][number];
const pageSize = 200;

/** A location: where it belongs, and what lies there. */
export function LocationScreen({
  search,
  setSearch,
}: ScreenProps<{ code: string; offset: number; asOf: string }>): ReactNode {
  const { t } = useTranslation();
  const { code, offset, asOf } = search;
  const lookAt = (moment: string): void => setSearch({ asOf: moment, offset: 0 }, 'step');
  const [mayAudit, mayChange] = [useMay('audit'), useMay('masterData')];
  // The filter looks for a part of the code, so the exact one is picked out.
  const asked = useAsk(ask.locations.listWithStock.queryOptions({ input: { code, limit: 500 } }));
  const lying = useAsk({
    ...ask.movements.listBalances.queryOptions({
      input: { location: code, ...askedAsOf(asOf), ordering: 'natural', offset, limit: pageSize },
    }),
    placeholderData: keepWhile,
  });
  const products = productsIn(lying.data?.rows.map((row) => ({ ...row, name: row.productName })) ?? []);
  const unitColumns = useUnitColumns<Balance>(products);
  const columns: TableColumn<Balance>[] = [
    ...unitColumns,
    followColumn(t),
    { id: 'status', header: t('fields.status'), cell: (row) => <StockStatus {...row} /> },
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: (row) => <Quantity value={row.quantity} unit={row.unitOfMeasure} />,
    },
    {
      id: 'expiresOn',
      header: t('dossier.expiresOn'),
      cell: (row) => <Expiry date={row.expiresOn} isHere={asOf === ''} past={t('lots.expired')} />,
    },
  ];
  const location = asked.data?.rows.find((row) => row.code === code);
  const title = t('dossier.locationList.lies');
  return (
    <Page
      title={location === undefined || location.name === '' ? code : location.name}
      kind={t('dossier.locationTitle')}
      lead={code}
      actions={
        <>
          <AsOfButton asOf={asOf} onChoose={lookAt} />
          {mayChange && location !== undefined && (
            <LinkButton to="/location/edit" search={{ code }} variant="default">
              {t('products.edit')}
            </LinkButton>
          )}
          {mayAudit && (
            <LinkButton {...historyPlace('place', [code])} variant="default">
              {t('audit.history')}
            </LinkButton>
          )}
        </>
      }
    >
      <AsOfNotice asOf={asOf} onChoose={lookAt} />
      <Answer asked={asked}>
        {() =>
          location === undefined ? (
            <EmptyState title={t('dossier.noLocation', { code })} />
          ) : (
            <>
              <Facts
                facts={[
                  [t('audit.fields.site'), location.site],
                  [t('dossier.locationList.kind'), choiceSaid(t, locationList.cells.kind, location.kind)],
                ]}
              />
              {isAway(location.kind) && <p>{t('locations.stillOurs')}</p>}
              <Section title={title}>
                <Answer asked={lying}>
                  {({ rows, total }) => (
                    <>
                      <DataTable
                        label={title}
                        rows={rows}
                        columns={columns}
                        empty={<p className="muted">{t(asOf === '' ? 'dossier.nothingThere' : 'asOf.none')}</p>}
                      />
                      <Pager
                        offset={offset}
                        shown={rows.length}
                        total={total}
                        pageSize={pageSize}
                        onOffset={(next) => setSearch({ offset: next })}
                      />
                    </>
                  )}
                </Answer>
              </Section>
            </>
          )
        }
      </Answer>
    </Page>
  );
}
