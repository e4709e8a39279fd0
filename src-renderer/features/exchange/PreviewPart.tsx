import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { IssueTable, type ListedRow, type Mending } from '#renderer/components/IssueTable.tsx';
import { Line } from '#renderer/components/layout.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Counts, FindingsPart, rowsWritten } from '#renderer/forms/ImportParts.tsx';
import { longestText } from '#shared/kernel/text.ts';
import { EarlierCells } from './EarlierCells.tsx';
import { CorrectedCells } from './CorrectedCells.tsx';
import { isReason, ReasonPart } from './ReasonPart.tsx';
import { RowCells } from './RowCells.tsx';
import { UnfitCells } from './UnfitCells.tsx';
import type { Checked } from './exchange.hooks.ts';
import { areSame, cellsOfEarlier, type EarlierCell, heldBy, type MendedCells, rowName } from './mending.ts';

type Props = {
  checked: Checked;
  mended: MendedCells;
  /** Why cells were typed over. */
  reason: Draft<string>;
  /** Whether the person checked again here just now: then the focus goes to what came of it. */
  takesFocus: boolean;
  onCheck: () => void;
  onTakeOver: (cells: readonly EarlierCell[]) => void;
  onImport: () => void;
};

/** What the dry run said: faults whose cells can be typed over, or counts, findings and the button that writes. */
export function PreviewPart({ checked, mended, reason, takesFocus, onCheck, onTakeOver, onImport }: Props): ReactNode {
  const { t } = useTranslation();
  const { result, errors, faultCount, cells, others, near, suspects, earlier } = checked.preview;
  const heldIn = heldBy(cells);
  const isChecked = areSame(mended.corrections, checked.corrections);
  const isFaulty = result === null || errors.length > 0;
  const isMost = faultCount > errors.length;
  const check = (): void => {
    if (!isChecked) onCheck();
  };
  const atFault = new Set(errors.flatMap((fault) => heldIn(fault) ?? []));
  const codesNear = new Map(near.map((one) => [nameOf(one), one.codes]));
  const suspectsOf = new Map(suspects.map((one) => [nameOf(one), one.rows]));
  const faultyRows = new Set(errors.map(rowName));
  const rows = Map.groupBy([...cells, ...others], rowName);
  const cellsIn = (row: ListedRow) => rows.get(rowName(row)) ?? [];
  const othersIn = (row: ListedRow) => cellsIn(row).filter((cell) => !atFault.has(cell));
  const suspectRows = suspects.flatMap(({ file, rows: all }) => all.map((row) => rowName({ file, row })));
  const shownAbove = new Set([...faultyRows, ...suspectRows]);
  const needsReason = !isFaulty && isChecked && mended.all.length > 0;
  const lacksReason = needsReason && !isReason(reason.value);
  const mending: Mending = {
    heldIn: (row) => heldIn(row)?.text,
    typedIn: mended.typedIn,
    longest: longestText,
    takesFocus,
    onType: (row, text) => {
      const held = heldIn(row);
      if (held !== undefined) mended.type(held, text);
    },
    onEnter: check,
    nearOf: (row) => codesNear.get(nameOf(row)) ?? [],
    changedIn: (row) => othersIn(row).filter((cell) => mended.typedIn(cell) !== undefined).length,
    suspectsOf: (row) => (suspectsOf.get(nameOf(row)) ?? []).map((suspect) => ({ ...row, row: suspect })),
    rowOf: (row) => {
      const shown = othersIn(row);
      return shown.length === 0 ? undefined : (
        <RowCells cells={shown} whole={cellsIn(row)} mended={mended} onEnter={check} />
      );
    },
  };
  const elsewhere = mended.all.filter((cell) => !shownAbove.has(rowName(cell)));
  const without = new Set(checked.preview.leftOut.map(rowName));
  const verdict = useRef<HTMLDivElement>(null);
  // Not the button that imports: a key held a moment too long would press it.
  const takesVerdictFocus = takesFocus && !isFaulty;
  useEffect(() => {
    if (takesVerdictFocus) verdict.current?.focus();
  }, [takesVerdictFocus]);
  return (
    <>
      <Panel
        focusable={verdict}
        mt="md"
        mb="sm"
        fw={600}
        tone={isFaulty ? 'rejected' : 'released'}
        icon={isFaulty ? 'cross' : 'tick'}
        role={isFaulty ? 'alert' : 'status'}
      >
        {isFaulty
          ? t(isMost ? 'exchange.faultyMost' : 'exchange.faulty', { count: faultCount, shown: errors.length })
          : t(rowsWritten(result) === 0 ? 'exchange.nothingNew' : 'exchange.clean')}
      </Panel>
      <Line>
        {isFaulty || !isChecked ? (
          <Button onClick={onCheck} disabled={isChecked}>
            {t('exchange.checkAgain')}
          </Button>
        ) : (
          <Button onClick={onImport} disabled={lacksReason}>
            {t('exchange.import')}
          </Button>
        )}
        <span className="muted" role="status">
          {mended.all.length > 0 && t('exchange.mended', { count: mended.all.length })}
          {lacksReason && `. ${t('exchange.reasonMissing')}`}
        </span>
      </Line>
      {mended.all.length > 0 && <DraftNotice draft={mended.draft} />}
      {needsReason && <ReasonPart reason={reason} />}
      <UnfitCells mended={mended} />
      <EarlierCells cells={cellsOfEarlier(earlier, mended.typedIn)} onTakeOver={onTakeOver} />
      {isFaulty && (
        <IssueTable
          title={t('exchange.faults')}
          {...(cells.length > 0 && { lead: t('exchange.mendLead') })}
          help={t('exchange.faultsHelp')}
          faults={errors}
          total={faultCount}
          mending={mending}
        />
      )}
      {!isFaulty && <Counts title={t('exchange.counts')} result={result} />}
      <CorrectedCells cells={elsewhere} leftOut={without} mended={mended} onEnter={check} />
      {!isFaulty && <FindingsPart findings={result.findings} lead={t('exchange.findingsLead')} />}
    </>
  );
}

const nameOf = ({ column, ...cell }: { file: string; row: number; column: string }): string =>
  `${column} ${rowName(cell)}`;
