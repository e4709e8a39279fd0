import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import type { WrittenPlan } from '#shared/inspections/contract.ts';
import type { PlanTable } from '#shared/inspections/sampling/attributes.ts';
import { planIssues } from '#shared/inspections/planIssues.ts';
import { inspectionPlanRecord } from '#shared/inspections/records.ts';
import type { Characteristic, PlanContent, SamplingRule, WrittenRow } from '#shared/inspections/vocabulary.ts';
import { readRow } from '#shared/inspections/writtenRows.ts';
import { readSampling } from '#shared/inspections/writtenSampling.ts';
import { type Json, LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { missingPlan, plansThatHold, type StoredPlan, tablesThatHold } from './plans.queries.ts';

/** So many faults are told at most. */
const mostTold = 200;

/** Which version is written: the record's `version` is 0 where it is not there yet. */
type Named = { plan: string; planVersion: number; version: number };

/**
 * Writes a draft: the first version of a plan, the next of one, or a draft that was opened at a version of its record.
 * @throws LotlineError as insistOnOpened says; VALIDATION, whose `faults` tell what is wrong at which row and field
 */
export function writeDraft(work: Work, person: string, named: Named, written: WrittenPlan): Named {
  const { plan, planVersion, version } = named;
  const before = insistOnOpened(named, plansThatHold(work.db, plan));
  if (written.validUntil !== '' && written.validUntil < written.validFrom)
    refuse('validUntil', msg`The last day is before the first. Choose a later one.`);
  const content = readContent(written, tablesThatHold(work.db));
  const writers = before === undefined ? [] : writersOf(before);
  const { name, validFrom, validUntil, basedOn, revision, note } = written;
  const saved = saveRecord(work, inspectionPlanRecord, {
    ...{ plan, planVersion, name, planState: 'draft', validFrom, basedOn, revision, note },
    validUntil: validUntil === '' ? null : validUntil,
    content: JSON.stringify(content),
    rowCount: content.characteristics.length,
    author: person,
    writers: JSON.stringify([...new Set([...writers, person])]),
    approver: '',
  });
  return { plan, planVersion, version: saved === 'same' ? version : version + 1 };
}

/**
 * The draft that was opened; undefined for a version that is not there yet.
 * @throws LotlineError NOT_FOUND; DUPLICATE for a plan that is there or has another draft; ILLEGAL_TRANSITION for a version that
 * is no draft; RECORD_CHANGED for another version of the record than was opened
 */
function insistOnOpened({ plan, planVersion, version }: Named, all: readonly StoredPlan[]): StoredPlan | undefined {
  const opened = all.find((one) => one.version === planVersion);
  const draft = all.find(({ state }) => state === 'draft');
  const changed = new LotlineError(
    'RECORD_CHANGED',
    msg`Plan ${plan} was changed by somebody else since you opened it. Load it again; what you typed is kept.`,
    { version: opened?.recordVersion ?? 0 },
  );
  if (version === 0 && planVersion === 1 && opened !== undefined)
    throw new LotlineError(
      'DUPLICATE',
      msg`There is a plan ${plan} already. Give another code, or open it and write its next version.`,
      { field: 'plan' },
    );
  if (opened === undefined) {
    if (draft !== undefined)
      throw new LotlineError(
        'DUPLICATE',
        msg`Version ${draft.version} of plan ${plan} is still a draft. Open it and change that one.`,
        { field: 'plan' },
      );
    if (all.length === 0 && planVersion > 1) throw missingPlan(plan, null);
    if (version > 0 || planVersion !== (all.at(-1)?.version ?? 0) + 1) throw changed;
    return undefined;
  }
  if (version !== opened.recordVersion && version === 0) throw changed;
  if (opened.state !== 'draft')
    throw new LotlineError(
      'ILLEGAL_TRANSITION',
      msg`Version ${planVersion} of plan ${plan} is no draft and stays as it is. Write the next version.`,
      { field: 'planVersion' },
    );
  if (version !== opened.recordVersion) throw changed;
  return opened;
}

/** The plan as its rows say. @throws LotlineError VALIDATION whose `faults` tell what is wrong at which row and field */
function readContent(
  { rows, samplings, isCurtailed, drawsLargest, isDecidedByAnother }: WrittenPlan,
  tables: readonly PlanTable[],
): PlanContent {
  const faults: { row: number; field: string; text: Message }[] = [];
  const characteristics: Characteristic[] = [];
  const placeOf: number[] = [];
  for (const [row, written] of rows.entries()) {
    const read = readRow(written);
    if ('issue' in read) faults.push({ row, ...read.issue });
    else {
      placeOf.push(row);
      characteristics.push(read.row);
    }
  }
  const drawn = (of: keyof typeof samplings): SamplingRule => {
    const read = readSampling(samplings[of]);
    if (read === null || 'issue' in read)
      refuse('samplings', read === null ? msg`Say how many are drawn.` : read.issue);
    return read;
  };
  const classes = { critical: drawn('critical'), major: drawn('major'), minor: drawn('minor') };
  const content: PlanContent = { characteristics, samplings: classes, isCurtailed, drawsLargest, isDecidedByAnother };
  for (const { row, field, text } of planIssues(content, tables)) {
    if (row === null) refuse(field, text);
    faults.push({ row: placeOf[row] ?? row, field: writtenField(field), text });
  }
  if (faults.length === 0) return content;
  throw new LotlineError(
    'VALIDATION',
    msg`${{ count: new Set(faults.map(({ row }) => row)).size }} of the rows cannot be inspected by; so nothing is saved. Correct or remove these rows.`,
    {
      faults: faults
        .toSorted((a, b) => a.row - b.row)
        .slice(0, mostTold)
        .map(({ row, field, text }) => ({ row, field, text })) satisfies Json,
    },
  );
}

/** Where planners write what a characteristic says. */
function writtenField(field: string): keyof WrittenRow {
  if (field === 'limits' || field === 'choices' || field === 'most') return 'specification';
  if (field === 'geometry') return 'sizeOf';
  // The others have the same names in both.
  return field as keyof WrittenRow;
}

export const writersOf = ({ writers }: StoredPlan): string[] => {
  const read: unknown = JSON.parse(writers);
  return Array.isArray(read) ? read.map(String) : [];
};

function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
