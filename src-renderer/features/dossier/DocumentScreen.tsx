import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { Facts, Page } from '#renderer/components/layout.tsx';
import { PartnerLink, ProductLink } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { type Movements, useDocument, usePartner } from './dossier.hooks.ts';
import { MovementTable, signedQuantity } from './MovementTable.tsx';

type Row = Movements['rows'][number];

/** A document: what it is, whom it is with, and every movement that bears its number. */
export function DocumentScreen({ search, setSearch }: ScreenProps<{ number: string; offset: number }>): ReactNode {
  const { t } = useTranslation();
  const asked = useDocument(search.number, search.offset);
  return (
    <Page code kind={t('dossier.documentTitle')} title={search.number}>
      <Answer asked={asked}>
        {(movements) =>
          movements.total === 0 ? (
            <EmptyState title={t('dossier.noDocument')} />
          ) : (
            <>
              <DocumentHead rows={movements.rows} whole={movements.rows.length === movements.total} />
              <MovementTable
                label={t('dossier.documentMovements')}
                movements={movements}
                offset={search.offset}
                leaveOut={['document']}
                onOffset={(offset) => setSearch({ offset })}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** What the rows of a document have in common. Sums only where all its rows are here. */
function DocumentHead({ rows, whole }: { rows: readonly Row[]; whole: boolean }): ReactNode {
  const { t } = useTranslation();
  const kinds = each(rows, (row) => t(`movements.kinds.${row.kind}`));
  const partners = each(rows, (row) => row.partner);
  const workOrders = each(rows, (row) => row.workOrder);
  // What was undone did not happen, nor did its undoing.
  const standing = rows.filter(({ reverses, reversedBy }) => reverses === 0 && reversedBy === 0);
  // Unlike goods have no sum, not even in one unit.
  const products = each(standing, (row) => row.product);
  const [newest, oldest] = [rows[0]?.at ?? '', rows.at(-1)?.at ?? ''];
  return (
    <Facts
      facts={[
        [t('fields.movement'), kinds.join(', ')],
        [
          t('fields.at'),
          <span key="at">
            <MomentText at={oldest} />
            {newest !== oldest && (
              <>
                {' – '}
                <MomentText at={newest} />
              </>
            )}
          </span>,
        ],
        ...(partners.length === 0
          ? []
          : [[t('fields.partner'), partners.map((code) => <NamedPartner key={code} code={code} />)] as const]),
        ...(workOrders.length === 0
          ? []
          : [
              [
                t('fields.workOrder'),
                <span key="order" className="mono">
                  {workOrders.join(', ')}
                </span>,
              ] as const,
            ]),
        // Only one kind of movement can be added up: what comes and what goes has no sum.
        ...(whole && kinds.length === 1 && products.length > 0
          ? [
              [
                t('fields.quantity'),
                products.map((product) => (
                  <ProductSum
                    key={product}
                    rows={standing.filter((row) => row.product === product)}
                    named={products.length > 1}
                  />
                )),
              ] as const,
            ]
          : []),
      ]}
    />
  );
}

/** How much of a product a document has, and which one where there are several. */
function ProductSum({ rows, named }: { rows: readonly Row[]; named: boolean }): ReactNode {
  const [{ product, unitOfMeasure } = { product: '', unitOfMeasure: '' }] = rows;
  return (
    <div>
      <Quantity value={sumOf(rows)} unit={unitOfMeasure} /> {named && <ProductLink code={product} />}
    </div>
  );
}

/** A partner's code with its name. */
function NamedPartner({ code }: { code: string }): ReactNode {
  const { data } = usePartner(code);
  return (
    <div>
      <PartnerLink code={code} /> {data?.name}
    </div>
  );
}

/** Each value there is, once. */
const each = (rows: readonly Row[], valueOf: (row: Row) => string): string[] => [
  ...new Set(rows.map(valueOf).filter((value) => value !== '')),
];

const sumOf = (rows: readonly Row[]): string =>
  formatQuantity(rows.reduce((sum, row) => sum + (parseQuantity(signedQuantity(row)) ?? 0n), 0n));
