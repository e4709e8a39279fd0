import { Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { DocumentLink, ProductLink, UnitLink } from '#renderer/components/links.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { Answer, LastAnswer } from '#renderer/components/states.tsx';
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
    <Answer asked={asked}>
      {({ rows, total }) => {
        const kinds = (['shipment', 'customer-return'] as const).filter((kind) =>
          rows.some((row) => row.kind === kind),
        );
        return (
          <LastAnswer outdated={asked.outdated}>
            <Table
              w="auto"
              styles={{ thead: { background: 'none' }, tbody: { border: 0 } }}
              withRowBorders={false}
              verticalSpacing={3}
              horizontalSpacing={0}
              className={styles.goods ?? ''}
              aria-label={t('recalls.goodsOf', { customer })}
            >
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('fields.at')}</Table.Th>
                  <Table.Th scope="col">{t('fields.document')}</Table.Th>
                  <Table.Th scope="col">{t('fields.product')}</Table.Th>
                  <Table.Th scope="col">{t('fields.unit')}</Table.Th>
                  {kinds.map((kind) => (
                    <Table.Th key={kind} scope="col" ta="end">
                      {t(kind === 'shipment' ? 'recalls.figures.shipped' : 'recalls.figures.returned')}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row, index) => {
                  const quantity = <Quantity value={row.quantity} unit={unitOfMeasureOf(row)} />;
                  return (
                    // A delivery may name the same goods twice; the place in the list tells the rows apart.
                    <Table.Tr key={`${offset + index}`}>
                      <Table.Td>
                        <MomentText at={row.at} />
                      </Table.Td>
                      <Table.Td>
                        <DocumentLink number={row.document} />
                      </Table.Td>
                      <Table.Td>
                        <ProductLink code={row.product} />
                      </Table.Td>
                      <Table.Td>{row.lot === '' && row.serial === '' ? null : <UnitLink unit={row} />}</Table.Td>
                      {kinds.map((kind) => (
                        <Table.Td key={kind} ta="end">
                          {row.kind === kind && quantity}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
            <Pager offset={offset} shown={rows.length} total={total} pageSize={goodsAtOnce} onOffset={setOffset} />
          </LastAnswer>
        );
      }}
    </Answer>
  );
}
