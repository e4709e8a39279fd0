import { Button, Group, Switch, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft } from '#renderer/client/index.ts';
import type { AnyColumn, RowFaults } from '#renderer/components/grid/cells.ts';
import { typedNumber } from '#renderer/components/grid/cells.ts';
import { Grid } from '#renderer/components/grid/Grid.tsx';
import { useLocale } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';
import { keyOf, limitsText, linesOf, placeOf, type ReadingLine } from './readingCells.ts';
import { type Readings, useReadings } from './useReadings.ts';

/** So many pieces stand side by side. */
const piecesShown = 25;
/** The columns before the pieces: what is read, its limits, and how it stands. */
const firstPiece = 3;

/** The readings of an inspection, a line a characteristic and a column a piece, recorded as they are typed. */
export function ReadingsGrid({ shown, readOnly }: { shown: InspectionShown; readOnly: boolean }): ReactNode {
  const { t } = useTranslation();
  const [isSecond, setSecond] = useState(false);
  const hasDual = shown.rows.some((row) => row.isDual);
  return (
    <Section
      title={t('inspections.done')}
      actions={
        hasDual && (
          <Switch
            size="sm"
            label={t('inspections.work.second')}
            title={t('inspections.work.secondHelp')}
            checked={isSecond}
            onChange={(event) => setSecond(event.currentTarget.checked)}
          />
        )
      }
    >
      <Cells key={String(isSecond)} shown={shown} isSecond={isSecond} readOnly={readOnly} />
    </Section>
  );
}

function Cells({
  shown,
  isSecond,
  readOnly,
}: {
  shown: InspectionShown;
  isSecond: boolean;
  readOnly: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useMessage();
  const work = useReadings(shown, { isSecond, locale });
  const [from, setFrom] = useState(0);
  const [at, setAt] = useState({ row: 0, col: firstPiece });
  const most = Math.max(1, ...shown.rows.map(({ pieces }) => pieces));
  const count = Math.min(piecesShown, most - from);
  const lines = useMemo(() => linesOf(shown).filter(({ of }) => !isSecond || of.isDual), [shown, isSecond]);
  const columns = useMemo(
    (): AnyColumn[] => columnsOf({ from, count, drawn: shown.drawn, serials: shown.serials }),
    [from, count, shown.drawn, shown.serials],
  );
  const rows = lines.map((line) => [
    nameOf(line),
    limitsText(line.of, locale),
    standsAs(shown, line),
    ...Array.from({ length: count }, (_, index) => work.textAt(keyOf(line.row, from + index, line.place))),
  ]);
  const isHere = (line: ReadingLine, piece: number): boolean => piece < line.of.pieces && line.of.kind !== 'calculated';

  function onRows(next: readonly (readonly string[])[]): void {
    if (next.length > lines.length) return tell(t('inspections.work.tooLong', { lines: lines.length }));
    const typed: Record<string, string> = {};
    for (const [index, line] of lines.entries())
      for (let piece = 0; piece < count; piece += 1) {
        const text = next[index]?.[firstPiece + piece] ?? '';
        if (isHere(line, from + piece)) typed[keyOf(line.row, from + piece, line.place)] = text.trim();
      }
    work.type(typed);
  }

  function faultsOf(index: number): RowFaults | undefined {
    const line = lines[index];
    if (line === undefined) return undefined;
    const faults: Record<string, string> = {};
    for (let piece = from; piece < from + count; piece += 1) {
      const key = keyOf(line.row, piece, line.place);
      const refusal = work.refused(key);
      const reading = work.readings.get(key);
      if (refusal !== undefined) faults[`p${piece}`] = say(refusal);
      else if (!work.isTyped(key) && reading !== undefined && isBad(reading.verdict))
        faults[`p${piece}`] = outsideText(reading.side, line, locale, t(`inspections.verdicts.${reading.verdict}`));
    }
    return Object.keys(faults).length === 0 ? undefined : faults;
  }

  const line = lines[at.row];
  const isYesNo = line?.of.kind === 'attribute' || line?.of.kind === 'picture';
  const here =
    line === undefined ? undefined : work.readings.get(keyOf(line.row, from + at.col - firstPiece, line.place));
  const first = here?.former[0];

  return (
    <>
      <Grid
        key={from}
        label={t('inspections.done')}
        columns={columns}
        rows={rows}
        onRows={onRows}
        faultsOf={faultsOf}
        readOnly={readOnly}
        isBounded
        start={{ row: 0, col: firstPiece }}
        onPasted={() => work.leave()}
        onRowInWork={(row) => row === -1 && work.leave()}
        onCell={(cell) => {
          setAt(cell);
          work.leave();
        }}
      />
      <Group justify="space-between" mt={6}>
        <p className="muted">
          {first !== undefined
            ? t('inspections.work.replaced', { was: first.value })
            : here !== undefined && here.carriedFrom !== ''
              ? t('inspections.former.readIn', { inspection: here.carriedFrom })
              : readOnly
                ? ''
                : t('inspections.work.keys')}
        </p>
        <Group gap="xs">
          {!readOnly && isYesNo && line !== undefined && (
            <Button
              size="compact-xs"
              variant="default"
              title={t('inspections.work.restOkHelp')}
              onClick={() => {
                work.type(restOk(work, line));
                work.leave();
              }}
            >
              {t('inspections.work.restOk')}
            </Button>
          )}
          <span role="status" className="muted">
            {work.isSaving
              ? t('inspections.work.saving')
              : t('inspections.work.progress', { done: shown.done, wanted: shown.wanted })}
          </span>
        </Group>
      </Group>
      {most > piecesShown && (
        <Pager offset={from} shown={count} total={most} pageSize={piecesShown} onOffset={setFrom} />
      )}
      {work.failure !== undefined && <FailureState failure={work.failure} retry={work.retry} />}
      {work.doubtful.length > 0 && <Doubtful shown={shown} work={work} locale={locale} />}
      {work.replaced.length > 0 && <Replaced shown={shown} work={work} />}
    </>
  );
}

const isBad = (verdict: string): boolean => verdict === 'fail' || verdict === 'conditionalFail';

function columnsOf({
  from,
  count,
  drawn,
  serials,
}: {
  from: number;
  count: number;
  drawn: readonly number[];
  serials: readonly string[];
}): AnyColumn[] {
  const headOf = (piece: number): string => {
    const number = drawn[piece] ?? piece + 1;
    return serials[number - 1] ?? String(number);
  };
  return [
    { kind: 'text', name: 'name', label: 'inspections.row.name', width: 200, fixed: true },
    { kind: 'text', name: 'limits', label: 'inspections.work.limits', width: 120, fixed: true },
    { kind: 'text', name: 'stands', label: 'inspections.work.found', width: 80, fixed: true },
    ...Array.from(
      { length: count },
      (_, index): AnyColumn => ({
        kind: 'text',
        name: `p${from + index}`,
        label: 'inspections.work.sample',
        head: headOf(from + index),
        width: 76,
      }),
    ),
  ];
}

const nameOf = ({ of, place }: ReadingLine): string =>
  [of.balloon + (of.places > 1 ? `.${place + 1}` : ''), of.name].filter((one) => one !== '').join(' ') +
  (of.unit === '' || of.unit === of.name ? '' : `, ${of.unit}`);

/** How many are read, and how many of them are bad. */
function standsAs({ rows }: InspectionShown, { row, place }: ReadingLine): string {
  const of = rows[row];
  if (of === undefined) return '';
  if (of.kind === 'calculated') return String(of.calculated.length);
  const read = of.readings.filter((one) => one.place === place && one.value !== '' && !one.isSecond);
  const bad = read.filter(({ verdict }) => isBad(verdict)).length;
  return `${read.length}/${of.pieces}${bad === 0 ? '' : ` \u2717${bad}`}`;
}

function outsideText(side: string, { of }: ReadingLine, locale: string, verdict: string): string {
  if (side === 'above') return `\u25b2 ${verdict}: > ${typedNumber(of.limits.upper, locale)} ${of.unit}`.trim();
  if (side === 'below') return `\u25bc ${verdict}: < ${typedNumber(of.limits.lower, locale)} ${of.unit}`.trim();
  return verdict;
}

function restOk(work: Readings, { row, place, of }: ReadingLine): Record<string, string> {
  const typed: Record<string, string> = {};
  for (let piece = 0; piece < of.pieces; piece += 1) {
    const key = keyOf(row, piece, place);
    if (work.textAt(key) === '') typed[key] = 'ok';
  }
  return typed;
}

function Doubtful({ shown, work, locale }: { shown: InspectionShown; work: Readings; locale: string }): ReactNode {
  const { t } = useTranslation();
  const [first] = work.doubtful;
  const row = first === undefined ? undefined : shown.rows[placeOf(first[0]).row];
  if (first === undefined || row === undefined) return null;
  return (
    <Panel tone="quarantine" label={t('inspections.work.implausibleBack')} mt="sm">
      <p>
        {t('inspections.work.implausible', {
          value: `${first[1]} ${row.unit}`.trim(),
          limits: limitsText(row, locale),
        })}
      </p>
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" onClick={() => work.keep(work.doubtful)} autoFocus>
          {t('inspections.work.implausibleBack')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => work.confirm()}>
          {t('inspections.work.implausibleKeep')}
        </Button>
      </Group>
    </Panel>
  );
}

const typedReason = z.string();

function Replaced({ shown, work }: { shown: InspectionShown; work: Readings }): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft('', '', typedReason);
  return (
    <Panel tone="quarantine" label={t('inspections.work.replace')} mt="sm">
      {work.replaced.slice(0, 5).map(([key, text]) => {
        const { row, piece } = placeOf(key);
        const was = work.recorded.get(key) ?? '';
        return (
          <p key={key}>
            {t('inspections.work.replaceLead', {
              ...{ balloon: shown.rows[row]?.balloon ?? '', piece: piece + 1, was, is: text === '' ? '\u2013' : text },
            })}
          </p>
        );
      })}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.value.trim().length >= 3) work.replace(reason.value);
        }}
      >
        <Group gap="xs" mt={6} align="end">
          <TextInput
            label={t('fields.reason')}
            value={reason.value}
            onChange={(event) => reason.set(event.currentTarget.value)}
            autoFocus
            w={360}
          />
          <Button size="sm" type="submit" disabled={reason.value.trim().length < 3}>
            {t('inspections.work.replace')}
          </Button>
          <Button size="sm" variant="default" onClick={() => work.keep(work.replaced)}>
            {t('inspections.work.keepFormer')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
