import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { api, useCommand, useDraft } from '#renderer/client/index.ts';
import { decimalMarkOf } from '#renderer/components/grid/cells.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';
import { isImplausible } from '#shared/inspections/plausible.ts';
import { readReading } from '#shared/inspections/reading.ts';
import { isMessage, type Message } from '#shared/kernel/message.ts';
import { keyOf, placeOf, recordedReadings, recordedTexts } from './readingCells.ts';

const typedTexts = z.record(z.string(), z.string());
const nothing: Record<string, string> = {};

export type Readings = ReturnType<typeof useReadings>;

/**
 * What somebody types into the readings of an inspection: each is recorded as soon as its cell is left. What takes the place of an
 * earlier reading waits for a reason, what is far outside for a yes; and what was typed is there again after a crash.
 */
export function useReadings(shown: InspectionShown, { isSecond, locale }: { isSecond: boolean; locale: string }) {
  const named = { inspection: shown.inspection, reinspection: shown.reinspection };
  const draft = useDraft(
    `readings of ${shown.inspection} ${shown.reinspection} ${isSecond ? 'second' : 'first'}`,
    nothing,
    typedTexts,
  );
  const { run, reply, failure, running, reset } = useCommand('inspections.record', api.inspections.record);
  /** What was refused, with the text that was; what was sent; and what somebody said yes to. */
  const [refused, setRefused] = useState<Record<string, { text: string; why: Message }>>({});
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  /** Rises as cells are left; and what stood in them then. */
  const [leaves, setLeaves] = useState(0);
  const [settled, setSettled] = useState<Readonly<Record<string, string>>>({});
  const sent = useRef<Record<string, string>>({});
  const recorded = recordedTexts(shown, isSecond, locale);
  const readings = recordedReadings(shown, isSecond);
  const mark = decimalMarkOf(locale) === ',' ? ',' : '.';

  const waiting = Object.entries(settled).filter(
    ([key, text]) => draft.value[key] === text && text !== (recorded.get(key) ?? '') && refused[key]?.text !== text,
  );
  const replaced = waiting.filter(([key]) => (readings.get(key)?.value ?? '') !== '');
  const doubtful = waiting.filter(([key, text]) => !confirmed.includes(`${key} ${text}`) && isFarOut(key, text));
  const ready = waiting.filter((one) => !replaced.includes(one) && !doubtful.includes(one));

  function isFarOut(key: string, text: string): boolean {
    const of = shown.rows[placeOf(key).row];
    if (of === undefined || (of.kind !== '' && of.kind !== 'number')) return false;
    const read = readReading(text, { mark, unit: of.unit });
    return read !== undefined && 'value' in read && isImplausible(read.value, of.limits);
  }

  function send(cells: readonly (readonly [string, string])[], reason = ''): void {
    sent.current = Object.fromEntries(cells);
    run({
      ...{ ...named, isSecond, mark },
      readings: cells.map(([key, typed]) => ({
        ...placeOf(key),
        typed,
        before: readings.get(key)?.value ?? '',
        reason,
      })),
    });
  }

  const leave = (): void => setLeaves((before) => before + 1);

  useEffect(() => {
    if (leaves > 0) setSettled(draft.value);
    // oxlint-disable-next-line react/exhaustive-deps -- what stands there as the cell is left, not what is typed next.
  }, [leaves]);

  useEffect(() => {
    // An answer is taken in first: it is of what was sent before.
    if (running || ready.length === 0 || failure !== undefined || reply !== undefined) return;
    send(ready);
    // oxlint-disable-next-line react/exhaustive-deps -- one at a time: what else there is is sent after the answer.
  }, [settled, confirmed, running, failure, reply]);

  useEffect(() => {
    if (reply === undefined) return;
    const done = sent.current;
    draft.set(Object.fromEntries(Object.entries(draft.value).filter(([key, text]) => done[key] !== text)));
    reset();
    // oxlint-disable-next-line react/exhaustive-deps -- of the answer, not of what was typed since.
  }, [reply]);

  useEffect(() => {
    if (failure?.kind !== 'refused') return;
    const cells = Object.entries(sent.current);
    const faults = faultsIn(failure.details).flatMap(({ reading, text: why }) => {
      const [key, text] = cells[reading] ?? [];
      return key === undefined || text === undefined ? [] : [[key, { text, why }] as const];
    });
    if (faults.length === 0) return;
    // The others were not recorded either, and are sent once more without these.
    setRefused({ ...refused, ...Object.fromEntries(faults) });
    reset();
    // oxlint-disable-next-line react/exhaustive-deps -- of what was refused.
  }, [failure]);

  return {
    recorded,
    readings,
    /** What stands in a cell: what is typed, or else what is recorded. */
    textAt: (key: string): string => draft.value[key] ?? recorded.get(key) ?? '',
    isTyped: (key: string): boolean => key in draft.value,
    type(cells: Readonly<Record<string, string>>): void {
      const all = { ...draft.value, ...cells };
      draft.set(Object.fromEntries(Object.entries(all).filter(([key, text]) => text !== (recorded.get(key) ?? ''))));
    },
    /** A cell is left: what is typed is recorded. */
    leave,
    refused: (key: string): Message | undefined =>
      refused[key] !== undefined && refused[key].text === draft.value[key] ? refused[key].why : undefined,
    replaced,
    doubtful,
    confirm(): void {
      setConfirmed([...confirmed, ...doubtful.map(([key, text]) => `${key} ${text}`)]);
    },
    replace: (reason: string) => send(replaced, reason),
    /** Takes back what was typed, so that the recorded ones stand. */
    keep(cells: readonly (readonly [string, string])[]): void {
      const keys = new Set(cells.map(([key]) => key));
      draft.set(Object.fromEntries(Object.entries(draft.value).filter(([key]) => !keys.has(key))));
    },
    isSaving: running || ready.length > 0,
    failure: failure?.kind === 'refused' && faultsIn(failure.details).length > 0 ? undefined : failure,
    retry: reset,
    keyOf,
  };
}

function faultsIn(details: Readonly<Record<string, unknown>>): { reading: number; text: Message }[] {
  const { faults } = details;
  if (!Array.isArray(faults)) return [];
  return faults.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('reading' in one) || !('text' in one)) return [];
    return typeof one.reading === 'number' && isMessage(one.text) ? [{ reading: one.reading, text: one.text }] : [];
  });
}
