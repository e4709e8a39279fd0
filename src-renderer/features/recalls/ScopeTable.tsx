import { Button, Table, Text } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { Answer, LastAnswer } from '#renderer/components/states.tsx';
import { type ScopeRow, scopeFiguresOf, scopeRowsOf } from '#shared/recalls/scopeFigures.ts';
import type { RecallReply } from './askRecall.ts';
import { DroppedPart } from './DroppedPart.tsx';
import { DroppedRows } from './DroppedRows.tsx';
import { type DroppedSearch, useComparison, useScopesDocument } from './recalls.hooks.ts';
import { Cells, openOf } from './ScopeCells.tsx';
import type { Scope } from './scopes.ts';

type Props = {
  scopes: readonly Scope[];
  /** The place of the scope whose answer stands below. */
  open: number;
  onOpen: (place: number) => void;
  onRemove: (place: number) => void;
  /** Which list of what drops out is in sight, from which of its rows on. */
  dropped: DroppedSearch | undefined;
  droppedOffset: number;
  onDropped: (dropped: DroppedSearch | undefined, offset?: number) => void;
};

/** Scopes side by side, what each saves against the first, or costs more, and what drops out between them. */
export function ScopeTable(props: Props): ReactNode {
  const { t } = useTranslation();
  const { scopes, dropped, droppedOffset, onDropped } = props;
  const list = useRef<HTMLDivElement>(null);
  const asked = useComparison(scopes);
  const known = asked.data?.map(({ scope, view }) => (view === undefined ? undefined : scope)) ?? [];
  const document = useScopesDocument(known.filter((scope) => scope !== undefined));
  const help = <Hint about={t('recalls.compare.title')}>{t('recalls.compare.help')}</Hint>;
  // A document with a scope left out would number the others differently than the screen.
  const isWhole = known.length === scopes.length && !known.includes(undefined);
  const actions = (
    <Line>
      {help}
      {isWhole && <DocumentButtons work={document} />}
    </Line>
  );

  function openList(next: DroppedSearch | undefined): void {
    onDropped(next);
    // It stands below the comparison, perhaps out of sight.
    requestAnimationFrame(() => list.current?.scrollIntoView({ block: 'start' }));
  }

  return (
    <Section title={t('recalls.compare.title')} actions={actions}>
      <Answer asked={asked}>
        {(replies) => (
          <LastAnswer mb="lg" outdated={asked.outdated}>
            <Comparison {...props} onDropped={openList} replies={replies} known={known} />
            <div ref={list} style={{ scrollMarginBlockStart: 64 }}>
              {dropped !== undefined && (
                <DroppedPart replies={replies} dropped={dropped} offset={droppedOffset} onDropped={onDropped} />
              )}
            </div>
          </LastAnswer>
        )}
      </Answer>
    </Section>
  );
}

type ComparisonProps = Props & { replies: readonly RecallReply[]; known: readonly (Scope | undefined)[] };

function Comparison({ scopes, open, onOpen, onRemove, onDropped, replies, known }: ComparisonProps): ReactNode {
  const { t } = useTranslation();
  const answers = replies.map(({ view }) => (view === undefined ? undefined : scopeFiguresOf(view)));
  const nameOf = (place: number): string => t('recalls.compare.scope', { number: place + 1 });
  const nameOfRow = ({ figure, product }: ScopeRow): ReactNode => (
    <>
      {t(`recalls.compare.rows.${figure}`)}
      {product !== '' && (
        <>
          {', '}
          <span className="mono">{product}</span>
        </>
      )}
    </>
  );
  return (
    // What scrolls must be reachable by keyboard.
    <div className="tableBox" tabIndex={0}>
      <Table w="auto" style={{ whiteSpace: 'nowrap' }} aria-label={t('recalls.compare.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {scopes.map((scope, place) => (
              <Table.Th
                key={keyOf(place)}
                scope="col"
                colSpan={2}
                maw={300}
                fw={500}
                style={{ whiteSpace: 'normal' }}
                {...openOf(place === open)}
              >
                {nameOf(place)}
                <Text fz={13} c="dimmed">
                  <ScopeSaid scope={scope} unknown={replies[place]?.unknown.length ?? 0} />
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {/* First: what is chosen there lies a long way below where there are many products. */}
        <DroppedRows scopes={known} open={open} onDropped={onDropped} />
        <Table.Tbody>
          {scopeRowsOf(answers).map((row) => (
            <Table.Tr key={`${row.figure} ${row.product}`}>
              <Table.Th scope="row" fw={500}>
                {nameOfRow(row)}
              </Table.Th>
              {scopes.map((_scope, place) => (
                <Cells
                  key={keyOf(place)}
                  row={row}
                  open={place === open}
                  answer={answers[place]}
                  against={place === 0 ? undefined : answers[0]}
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Td />
            {scopes.map((_scope, place) => (
              <Table.Td key={keyOf(place)} colSpan={2} {...openOf(place === open)}>
                {place === open ? (
                  <span className="muted">{t('recalls.compare.shown')} </span>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('recalls.compare.openScope', { scope: nameOf(place) })}
                    onClick={() => onOpen(place)}
                  >
                    {t('recalls.compare.open')}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('common.remove', { what: nameOf(place) })}
                  onClick={() => onRemove(place)}
                >
                  {t('recalls.compare.remove')}
                </Button>
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

/** Scopes may be alike; their place tells them apart. */
const keyOf = (place: number): string => `scope ${place}`;

function ScopeSaid({ scope, unknown }: { scope: Scope; unknown: number }): ReactNode {
  const { t } = useTranslation();
  const said = [
    ...scope.suspects.map((suspect) => suspect.filter((part) => part !== '').join(' · ')),
    ...scope.supplierLots.map(([supplier, supplierLot]) => t('recalls.supplierLotSaid', { supplier, supplierLot })),
    ...scope.workOrders.map((workOrder) => t('recalls.madeBySaid', { workOrder })),
  ];
  return (
    <>
      <span className="mono">{said.slice(0, 2).join(', ')}</span>
      {said.length > 2 && ` ${t('common.more', { count: said.length - 2 })}`}
      {scope.dated && ` · ${t('trace.dated')}`}
      {unknown > 0 && ` · ${t('recalls.compare.unknown', { count: unknown })}`}
    </>
  );
}
