import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { DocumentLink, ProductLink, UnitLink } from '#renderer/components/links.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { Answer } from '#renderer/components/states.tsx';
import styles from './recalls.module.css';
import { goodsAtOnce, useDeliveries } from './recalls.hooks.ts';
import type { Scope } from './scopes.ts';

type Props = {
  scope: Scope;
  customer: string;
  unitOfMeasureOf: (row: { product: string }) => string;
};

/** What of the affected goods went to one customer, and what came back: every delivery, a page at a time. */
export function CustomerGoods({ scope, customer, unitOfMeasureOf }: Props): ReactNode {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const asked = useDeliveries(scope, customer, offset);
  return (
    <div className={styles.goods}>
      <Answer asked={asked}>
        {({ rows, total }) => {
          const kinds = (['shipment', 'customer-return'] as const).filter((kind) =>
            rows.some((row) => row.kind === kind),
          );
          return (
            <div data-outdated={asked.outdated}>
              <table aria-label={t('recalls.goodsOf', { customer })}>
                <thead>
                  <tr>
                    <th scope="col">{t('fields.at')}</th>
                    <th scope="col">{t('fields.document')}</th>
                    <th scope="col">{t('fields.product')}</th>
                    <th scope="col">{t('fields.unit')}</th>
                    {kinds.map((kind) => (
                      <th key={kind} scope="col" data-figure>
                        {t(kind === 'shipment' ? 'recalls.figures.shipped' : 'recalls.figures.returned')}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row, index) => {
                    const quantity = <Quantity value={row.quantity} unit={unitOfMeasureOf(row)} />;
                    return (
                      // A delivery may name the same goods twice; the place in the list tells the rows apart.
                      <tr key={`${offset + index}`}>
                        <td>
                          <MomentText at={row.at} />
                        </td>
                        <td>
                          <DocumentLink number={row.document} />
                        </td>
                        <td>
                          <ProductLink code={row.product} />
                        </td>
                        <td>{row.lot === '' && row.serial === '' ? null : <UnitLink unit={row} />}</td>
                        {kinds.map((kind) => (
                          <td key={kind} data-figure>
                            {row.kind === kind && quantity}
                          </td>
                        ))}
                      </tr>
                    );
                  })}
                </tbody>
              </table>
              <Pager offset={offset} shown={rows.length} total={total} pageSize={goodsAtOnce} onOffset={setOffset} />
            </div>
          );
        }}
      </Answer>
    </div>
  );
}
