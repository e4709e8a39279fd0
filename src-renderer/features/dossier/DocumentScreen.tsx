import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { Facts, Page } from '#renderer/components/layout.tsx';
import { PartnerLink } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { type Movements, useDocument } from './dossier.hooks.ts';
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
  const units = each(standing, (row) => row.unitOfMeasure);
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
          : [[t('fields.partner'), partners.map((code) => <PartnerLink key={code} code={code} />)] as const]),
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
        ...(whole && kinds.length === 1 && units.length > 0
          ? [
              [
                t('fields.quantity'),
                units.map((unit) => (
                  <div key={unit}>
                    <Quantity value={sumOf(standing.filter((row) => row.unitOfMeasure === unit))} unit={unit} />
                  </div>
                )),
              ] as const,
            ]
          : []),
      ]}
    />
  );
}

/** Each value there is, once. */
const each = (rows: readonly Row[], valueOf: (row: Row) => string): string[] => [
  ...new Set(rows.map(valueOf).filter((value) => value !== '')),
];

const sumOf = (rows: readonly Row[]): string =>
  formatQuantity(rows.reduce((sum, row) => sum + (parseQuantity(signedQuantity(row)) ?? 0n), 0n));
