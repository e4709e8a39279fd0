import type { Database } from 'better-sqlite3';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';
import { judgePiece, judgeValue, limitsAt } from '#shared/inspections/judging.ts';
import type { Characteristic } from '#shared/inspections/vocabulary.ts';
import { writeRow } from '#shared/inspections/writtenRows.ts';
import { writeSampling } from '#shared/inspections/writtenSampling.ts';
import { formatMoment, type PlainDate } from '#shared/kernel/dates.ts';
import { isMessage, type Message, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { formerOf } from './former.queries.ts';
import { samplesThatHold } from './samples.queries.ts';
import type { StoredInspection } from './stored.queries.ts';
import { pendingSerials, serialsOf } from './serials.queries.ts';

type Row = InspectionShown['rows'][number];
type Reading = Row['readings'][number];

/** An inspection as a person is shown it. Of rows that two read, nobody sees the first reading before their own is made. */
export function shownInspection(
  db: Database,
  stored: StoredInspection,
  { productName, today, person }: { productName: string; today: PlainDate; person: string },
): InspectionShown {
  const { values, frozen, progress, decisions, entries, pending, unitOfMeasure, last } = stored;
  const total = (of: 'accepted' | 'rejected'): number => decisions.reduce((all, one) => all + one[of], 0);
  const { inspection, reinspection, point, product, lot, sublot, serial, supplier, document, location } = values;
  const written = readingsShown(stored, person);
  const samples = samplesThatHold(db, values);
  // What is drawn and not back is what was read, the bad pieces with it: nobody finds them in the goods.
  const drawn = samples.reduce((all, one) => (one.sampleState === 'returned' ? all : all + one.quantity), 0);
  const bad = progress.proposal === 'reject' ? pending : Math.max(0, progress.rejected - drawn);
  const mustReject = Math.min(pending, Math.max(0, bad - total('rejected')));
  return {
    ...{ inspection, reinspection, last, state: values.inspectionState, point, product, productName, lot, sublot },
    ...{ serial, supplier, document, location, statusFrom: values.statusFrom, unitOfMeasure, reason: values.reason },
    ...{ plan: values.plan, planVersion: values.planVersion, why: whyIn(values.why), openedBy: values.openedBy },
    former: formerOf(db, stored, today),
    ...{ carriedFrom: values.carriedFrom ?? '', followedBy: values.followedBy ?? '' },
    openedAt: formatMoment(values.openedAt),
    endedAt: values.endedAt === null ? '' : formatMoment(values.endedAt),
    ...{ slot: values.slot ?? '', workOrder: values.workOrder ?? '', run: values.run ?? '' },
    dueFrom: values.dueFrom === null ? '' : formatMoment(values.dueFrom),
    dueUntil: values.dueUntil === null ? '' : formatMoment(values.dueUntil),
    ...{ quantity: formatQuantity(values.quantity), gone: formatQuantity(values.gone) },
    ...{ accepted: formatQuantity(total('accepted')), rejected: formatQuantity(total('rejected')) },
    pending: formatQuantity(pending),
    isDecidedByAnother: frozen.plan.isDecidedByAnother,
    rows: frozen.plan.characteristics.map((row, place) =>
      rowShown(stored, { row, place, readings: written.get(place) ?? [] }),
    ),
    groups: frozen.groups.map(({ of, rows, sample }, index) => ({
      ...{ of, rows, sampling: writeSampling(sample.rule), letter: sample.letter, severity: sample.severity },
      ...{ sample: sample.sample, accept: sample.accept, reject: sample.reject, isWhole: sample.isWhole },
      ...(progress.groups[index] ?? { done: 0, nonconforming: 0, outcome: 'open' as const }),
    })),
    ...{
      drawn: frozen.drawn,
      serials: frozen.serials.map((one) => one.serial),
      pendingSerials: pendingSerials(stored),
    },
    ...{ done: progress.done, wanted: progress.wanted, nonconforming: progress.nonconforming },
    proposal: progress.proposal,
    mayAccept: formatQuantity(Math.min(pending - mustReject, Math.max(0, progress.accepted - total('accepted')))),
    mustReject: formatQuantity(mustReject),
    samples: samples.map((one) => ({
      ...{ sampleNumber: one.sampleNumber, document: one.document, movement: one.movement, serial: one.serial },
      ...{ sampleKind: one.sampleKind, sampleState: one.sampleState, quantity: formatQuantity(one.quantity) },
      ...{ keptAt: one.keptAt, destroyOn: one.destroyOn ?? '', note: one.note, drawnBy: one.drawnBy },
      drawnAt: formatMoment(one.drawnAt),
      endedAt: one.endedAt === null ? '' : formatMoment(one.endedAt),
    })),
    notes: entries
      .filter(({ note }) => note !== '')
      .map(({ note, readBy, readAt }) => ({ note, readBy, readAt: formatMoment(readAt) })),
    decisions: decisions.map((one) => ({
      ...{ tranche: one.tranche, accepted: formatQuantity(one.accepted), rejected: formatQuantity(one.rejected) },
      ...{ statusAccepted: one.statusAccepted, statusRejected: one.statusRejected, document: one.document },
      ...{ isOverride: one.isOverride === 1, reason: one.reason, decidedBy: one.decidedBy },
      ...{ decidedAt: formatMoment(one.decidedAt), serials: serialsOf(one) },
    })),
  };
}

function rowShown(
  { frozen, readings }: StoredInspection,
  { row, place, readings: shown }: { row: Characteristic; place: number; readings: Reading[] },
): Row {
  const rows = frozen.plan.characteristics;
  const group = frozen.groups.findIndex((one) => one.rows.includes(place));
  const pieces = frozen.groups[group]?.sample.sample ?? 0;
  const { lower, upper, target } = limitsAt(rows, row, 0, readings);
  return {
    ...writeRow(row),
    limits: { lower, upper, target },
    choicesShown: row.choices.map(({ answer }) => answer),
    ...{ places: row.places, pieces, group },
    calculated:
      row.kind === 'calculated'
        ? readings.pieces().flatMap((piece) => {
            const { value, verdict, isDone } = judgePiece(rows, { row: place, piece }, readings);
            return isDone ? [{ piece, value, verdict }] : [];
          })
        : [],
    readings: shown,
  };
}

/** The readings by row, each with what it took the place of. */
function readingsShown({ frozen, entries, readings }: StoredInspection, person: string): Map<number, Reading[]> {
  const rows = frozen.plan.characteristics;
  const found = new Map<string, Reading & { row: number; reason: string }>();
  for (const { isSecond, readBy, readAt, carriedFrom, readings: kept } of entries)
    for (const { row: place, piece, place: at, value, typed, reason } of kept) {
      const row = rows[place];
      if (row === undefined) continue;
      const key = `${place} ${piece} ${at} ${isSecond}`;
      const before = found.get(key);
      const former =
        before === undefined
          ? []
          : [...before.former, { value: before.value, readBy: before.readBy, readAt: before.readAt, reason }];
      const judged =
        value === '' ? { verdict: 'unjudged' as const } : judgeValue(row, value, limitsAt(rows, row, piece, readings));
      found.set(key, {
        ...{
          row: place,
          piece,
          place: at,
          value,
          typed,
          readBy,
          readAt: formatMoment(readAt),
          isSecond,
          carriedFrom: carriedFrom ?? '',
          former,
          reason,
        },
        ...{ verdict: judged.verdict, side: judged.side ?? '' },
      });
    }
  const all = [...found.values()].filter((one) => !isHidden(one));
  return new Map(
    [...Map.groupBy(all, ({ row }) => row)].map(([row, list]) => [
      row,
      list.map(({ row: _row, reason: _why, ...one }) => one),
    ]),
  );

  /** What a second person is to read without having seen it. */
  function isHidden({
    row,
    piece,
    place,
    isSecond,
    readBy,
  }: {
    row: number;
    piece: number;
    place: number;
    isSecond: boolean;
    readBy: string;
  }): boolean {
    if (rows[row]?.isDual !== true || readBy === person) return false;
    return found.get(`${row} ${piece} ${place} ${!isSecond}`) === undefined;
  }
}

function whyIn(stored: string): Message {
  const read: unknown = JSON.parse(stored);
  return isMessage(read) ? read : msg`Chosen by hand`;
}
