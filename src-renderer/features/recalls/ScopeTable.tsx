import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, sayQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { RecallReply } from './askRecall.ts';
import styles from './recalls.module.css';
import { useComparison } from './recalls.hooks.ts';
import { figuresOf, rowsOf, type ScopeFigures, type ScopeRow, valueOf } from './scopeFigures.ts';
import type { Scope } from './scopes.ts';

type Props = {
  scopes: readonly Scope[];
  /** The place of the scope whose answer stands below. */
  open: number;
  onOpen: (place: number) => void;
  onRemove: (place: number) => void;
};

/** Scopes side by side, and what each saves against the first, or costs more. */
export function ScopeTable(props: Props): ReactNode {
  const { t } = useTranslation();
  const asked = useComparison(props.scopes);
  const help = <Hint about={t('recalls.compare.title')}>{t('recalls.compare.help')}</Hint>;
  return (
    <Section title={t('recalls.compare.title')} actions={help}>
      <Answer asked={asked}>
        {(replies) => (
          <div className={styles.compared} data-outdated={asked.outdated}>
            <Comparison {...props} replies={replies} />
          </div>
        )}
      </Answer>
    </Section>
  );
}

function Comparison({
  scopes,
  open,
  onOpen,
  onRemove,
  replies,
}: Props & { replies: readonly RecallReply[] }): ReactNode {
  const { t } = useTranslation();
  const answers = scopes.map((_scope, place) => figuresOf(replies[place]));
  const first = answers[0];
  const rows = rowsOf(answers);
  const nameOf = (place: number): string => t('recalls.compare.scope', { number: place + 1 });
  const nameOfRow = ({ figure, unitOfMeasure }: ScopeRow): ReactNode => (
    <>
      {t(`recalls.compare.rows.${figure}`)}
      {unitOfMeasure !== '' && <span className="muted">, {unitOfMeasure}</span>}
    </>
  );
  return (
    // What scrolls must be reachable by keyboard.
    <div className={styles.scopeBox} tabIndex={0}>
      <table className={styles.scopeTable} aria-label={t('recalls.compare.title')}>
        <thead>
          <tr>
            <td />
            {scopes.map((scope, place) => (
              <th key={keyOf(place)} scope="col" colSpan={2} data-open={place === open}>
                {nameOf(place)}
                <span className={styles.scopeSaid}>
                  <ScopeSaid scope={scope} unknown={replies[place]?.unknown.length ?? 0} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.figure} ${row.unitOfMeasure}`}>
              <th scope="row">{nameOfRow(row)}</th>
              {answers.map((answer, place) => (
                <Cells
                  key={keyOf(place)}
                  row={row}
                  open={place === open}
                  answer={answer}
                  against={place === 0 ? undefined : first}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {scopes.map((_scope, place) => (
              <td key={keyOf(place)} colSpan={2} data-open={place === open}>
                {place === open ? (
                  <span className={styles.shown}>{t('recalls.compare.shown')}</span>
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
                  color="accent"
                  aria-label={t('common.remove', { what: nameOf(place) })}
                  onClick={() => onRemove(place)}
                >
                  {t('recalls.compare.remove')}
                </Button>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
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

type CellProps = {
  row: ScopeRow;
  open: boolean;
  answer: ScopeFigures | undefined;
  against: ScopeFigures | undefined;
};

/** A figure, and how much less or more it is than in the first scope. */
function Cells({ row, open, answer, against }: CellProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (answer === undefined) {
    return (
      <td colSpan={2} data-open={open} className="muted">
        {t('recalls.compare.noAnswer')}
      </td>
    );
  }
  const value = valueOf(answer, row);
  const isShare = row.figure === 'accounted';
  const saved = against === undefined || isShare ? 0n : valueOf(against, row) - value;
  const quantity = sayQuantity(formatQuantity(saved < 0n ? -saved : saved), locale);
  return (
    <>
      <td data-open={open} className={styles.value}>
        <Quantity value={formatQuantity(value)} />
        {isShare && ' %'}
      </td>
      <td data-open={open} className={styles.saved}>
        {saved > 0n && t('recalls.compare.fewer', { quantity })}
        {saved < 0n && t('recalls.compare.more', { quantity })}
      </td>
    </>
  );
}
