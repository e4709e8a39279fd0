import type { QueriesOf } from '#main/context/context.ts';
import { sampleSource } from './samples.queries.ts';
import { usesShown } from './planUses.queries.ts';
import { askList } from '#main/store/lists.ts';
import { samplesOf } from '#shared/inspections/sampling/planSamples.ts';
import { saysWhy, standingOf, usesAt, usesFor, versionOn } from '#shared/inspections/plans.ts';
import { inspectionPoints } from '#shared/inspections/inspectionVocabulary.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { jobDayOf } from '#main/features/daily/jobDay.queries.ts';
import { dueLots } from './due.queries.ts';
import { tablesShown } from './planTables.queries.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { formerOf, openOnOthers } from './former.queries.ts';
import { readingsAgainst } from './lastReadings.queries.ts';
import { inspectionSource } from './inspectionList.queries.ts';
import {
  contentOf,
  missingPlan,
  planSource,
  plansThatHold,
  productToInspect,
  type StoredPlan,
  tablesThatHold,
  usesThatHold,
  versionKnownBy,
  writtenPlan,
} from './plans.queries.ts';
import { supplierOfLot } from './posted.queries.ts';
import { shownInspection } from './shown.queries.ts';
import { inspectionsOfLot, inspectionThatHolds, type StoredInspection } from './stored.queries.ts';

export const inspectionQueries: QueriesOf<'inspections'> = {
  plans: (question, context) => askList(planSource, question, context),

  async plan({ plan, planVersion }, { read, reader: { db }, now, offsetMinutes }) {
    const today = dateOf(now, offsetMinutes);
    const versions = plansThatHold(db, plan);
    const shown =
      planVersion === null ? versionKnownBy(versions, today) : versions.find(({ version }) => version === planVersion);
    if (shown === undefined) throw missingPlan(plan, planVersion);
    const said = (one: StoredPlan) => ({
      ...{ planVersion: one.version, standing: standingOf(one, versions, today), note: one.note },
      ...{ validFrom: one.validFrom, validUntil: one.validUntil, author: one.author, approver: one.approver },
    });
    return {
      plan,
      ...writtenPlan(shown),
      shown: said(shown),
      version: shown.recordVersion,
      versions: versions.toReversed().map(said),
      uses: await usesShown(read, db, plan),
    };
  },

  async planSamples({ plan, planVersion, lotSize: size }, { reader: { db } }) {
    const shown = plansThatHold(db, plan).find(({ version }) => version === planVersion);
    if (shown === undefined) throw missingPlan(plan, planVersion);
    const found = samplesOf(contentOf(shown), { size, tables: tablesThatHold(db) });
    return 'missing' in found ? { samples: [], missing: found.missing } : { samples: found.samples, missing: null };
  },

  async planReadings({ plan, planVersion }, { read, reader: { db } }) {
    const shown = plansThatHold(db, plan).find(({ version }) => version === planVersion);
    if (shown === undefined) throw missingPlan(plan, planVersion);
    return { rows: await readingsAgainst({ read, db }, shown) };
  },

  planTables: async (_nothing, { reader: { db }, now, offsetMinutes }) => ({
    tables: tablesShown(db, dateOf(now, offsetMinutes)),
  }),

  async planFor({ product: code, supplier, operation }, { read, reader: { db }, now, offsetMinutes }) {
    const product = await read.one(productToInspect, { code });
    if (product === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'product' });
    const today = dateOf(now, offsetMinutes);
    const object = { product: code, category: product.category, supplier, operation };
    const [found, ...others] = usesFor(object, usesThatHold(db, code));
    const versions = found === undefined ? [] : plansThatHold(db, found.plan);
    const version = versionOn(versions, today);
    const name = (version ?? versions.at(-1))?.name ?? '';
    return {
      found:
        found === undefined
          ? null
          : { plan: found.plan, name, planVersion: version?.version ?? null, why: saysWhy(found) },
      others: others.map((use) => ({ plan: use.plan, why: saysWhy(use) })),
    };
  },

  list: (question, context) => askList(inspectionSource, question, context),

  async get(named, { read, reader: { db }, now, offsetMinutes, actor }) {
    const stored = inspectionThatHolds(db, named);
    const { product: code } = stored.values;
    const productName = (await read.one(productToInspect, { code }))?.name ?? '';
    return shownInspection(db, stored, { productName, today: dateOf(now, offsetMinutes), person: actor.person.id });
  },

  async due({ asOf: asked, offset, limit }, context) {
    const { read, reader, offsetMinutes } = context;
    const asOf = asked ?? jobDayOf(reader.db, context).day;
    const due = await dueLots(read, reader.db, { asOf, offsetMinutes });
    return {
      total: due.length,
      rows: due.slice(offset, offset + limit).map(({ product, lot, sublot, use, days }) => ({
        ...{ product, lot, sublot, plan: use.plan, dueOn: days.at(-1) ?? '', missed: days.length - 1 },
      })),
    };
  },

  async onFormer({ plan }, { read, reader: { db }, now, offsetMinutes }) {
    const today = dateOf(now, offsetMinutes);
    const version = versionOn(plansThatHold(db, plan), today)?.version;
    const open = version === undefined ? [] : await read.all(openOnOthers, { plan, version });
    return {
      total: open.length,
      inspections: open.slice(0, mostOnFormer).flatMap((named) => {
        const stored = inspectionThatHolds(db, named);
        const former = formerOf(db, stored, today);
        const { product, lot, sublot, serial, planVersion } = stored.values;
        const said = { ...named, product, lot, sublot, serial, planVersion };
        return former === null ? [] : [{ ...said, ...former, isPartDecided: stored.decisions.length > 0 }];
      }),
    };
  },

  samples: (question, context) => askList(sampleSource, question, context),

  async onGoods({ product, lot, sublot, serial }, { read, reader: { db } }) {
    const category = (await read.one(productToInspect, { code: product }))?.category ?? '';
    const supplier = (await read.one(supplierOfLot, { product, lot }))?.code ?? '';
    const uses = usesThatHold(db, product);
    const all = await read.all(inspectionsOfLot, { product, lot });
    return {
      inspections: all
        .filter(
          (one) => (sublot === '' || one.sublot === sublot) && (serial === '' || ['', serial].includes(one.serial)),
        )
        .map((one) => summaryOf(inspectionThatHolds(db, one)))
        .toReversed(),
      points: inspectionPoints.flatMap((point) => {
        const [use] = usesAt({ product, category, supplier, operation: point }, uses);
        return use === undefined ? [] : [{ point, plan: use.plan, why: saysWhy(use) }];
      }),
    };
  },
};

/** So many are shown on the page of a plan; the list of inspections has all. */
const mostOnFormer = 50;

function summaryOf({ values, decisions, pending, unitOfMeasure }: StoredInspection) {
  const { inspection, reinspection, inspectionState: state, point, plan, planVersion, quantity, openedAt } = values;
  const total = (of: 'accepted' | 'rejected'): number => decisions.reduce((all, one) => all + one[of], 0);
  return {
    ...{ inspection, reinspection, state, point, plan, planVersion, unitOfMeasure, openedAt: formatMoment(openedAt) },
    ...{ quantity: formatQuantity(quantity), accepted: formatQuantity(total('accepted')) },
    ...{ rejected: formatQuantity(total('rejected')), pending: formatQuantity(pending) },
  };
}
