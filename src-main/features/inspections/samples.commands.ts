import type { CommandsOf, QueryContext } from '#main/context/context.ts';
import { insistOnGoods } from '#main/features/lots/vouchedGoods.queries.ts';
import { dayOf, trailTime } from '#main/features/security/identity.queries.ts';
import { movementDraft } from '#main/ledger/movementDraft.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import { nameOf } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { judgeAct } from '#shared/inspections/decision.ts';
import { inspectionSampleRecord, type InspectionValues } from '#shared/inspections/records.ts';
import { firstStateOf } from '#shared/inspections/sampleVocabulary.ts';
import { judgeDestroyed, judgeDraw } from '#shared/inspections/samples.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { lyingGoods } from './lying.queries.ts';
import { samplesThatHold } from './samples.queries.ts';
import { inspectionThatHolds } from './stored.queries.ts';

export const sampleCommands: Pick<CommandsOf<'inspections', 'policies'>, 'drawSample' | 'destroySample'> = {
  async drawSample({ inspection, reinspection, kind, quantity, keptAt, destroyOn, note, ...where }, context) {
    const { work, actor, now, offsetMinutes, policies } = context;
    const stored = inspectionThatHolds(work.db, { inspection, reinspection });
    const { values, unitOfMeasure } = stored;
    insist(judgeAct('draw', values.inspectionState));
    insist(judgeDraw({ kind, keptAt, destroyOn, today: dayOf(work.db, context) }));
    const wanted = Number(parseQuantity(quantity));
    const line = await lyingToDraw(work, values, { ...where, wanted, unitOfMeasure });
    const { location, status, sublot, serial } = line;
    const catalogue = new Catalogue(work);
    await catalogue.load({ products: [values.product], places: [location, ...(keptAt === '' ? [] : [keptAt])] });
    const [product, from] = [catalogue.product(values.product), catalogue.place(location)];
    if (product === undefined || from === undefined) throw new Error(`no ${values.product} at ${location}`);
    if (keptAt !== '' && catalogue.place(keptAt) === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no location ${keptAt}. Check the code.`, { field: 'keptAt' });
    const goods = { lot: values.lot, sublot, serial };
    insistOnGoods(work, [{ ...goods, product, locations: [location] }]);
    const drawnAt = trailTime(work.db, now);
    const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: drawnAt };
    const document = `SA-${work.journal.entrySeq}`;
    const draft = movementDraft({
      ...{ at: now, offsetMinutes, kind: 'sample', document, line: '1', product, ...goods, quantity: wanted },
      ...{ from, to: null, statusFrom: status, statusTo: '', reason: note },
    });
    const { posted } = await new StockLedger(work, by, policies).post([draft], { origin: 'posted', tellsRow: false });
    const sampleNumber = samplesThatHold(work.db, values).length + 1;
    const movement = posted[0]?.id ?? 0;
    saveRecord(work, inspectionSampleRecord, {
      ...{ inspection, reinspection, sampleNumber, sampleKind: kind, product: values.product, ...goods },
      ...{ quantity: wanted, location, status, keptAt, destroyOn: destroyOn === '' ? null : destroyOn, document },
      ...{
        movement,
        sampleState: firstStateOf[kind],
        note,
        drawnBy: actor.person.id,
        drawnAt,
        endedAt: null,
        reason: '',
      },
    });
    return { sampleNumber, document, movement };
  },

  destroySample: {
    async toSign({ reason, ...named }, context) {
      const sample = toDestroy(named, context);
      const { inspection, document, keptAt, destroyOn, quantity } = sample;
      const unit = inspectionThatHolds(context.reader.db, named).unitOfMeasure;
      return {
        sentence: msg`Sample ${document} of ${unitMessage(sample)}, ${{ decimal: formatQuantity(quantity) }} ${unit} kept at ${keptAt} until ${{ date: destroyOn ?? '' }}, drawn for ${inspection}, is destroyed. ${reason}`,
        reads: [{ kind: inspectionSampleRecord, name: nameOf(inspectionSampleRecord, sample) }],
        meanings: ['performed'],
        witness: 'retainedSample',
      };
    },
    async within({ reason, ...named }, { work, actor, now }) {
      const sample = toDestroy(named, { reader: { db: work.db }, actor });
      const { version: _version, ...values } = sample;
      saveRecord(work, inspectionSampleRecord, {
        ...{ ...values, sampleState: 'destroyed', endedAt: trailTime(work.db, now), reason },
      });
      return {
        reply: { document: sample.document },
        signed: [{ kind: inspectionSampleRecord, name: nameOf(inspectionSampleRecord, values) }],
      };
    },
  },
};

type Named = { inspection: string; reinspection: number; sampleNumber: number };

/** @throws LotlineError where there is no such sample, or it is not kept */
function toDestroy(named: Named, { reader: { db } }: Pick<QueryContext, 'reader' | 'actor'>) {
  const sample = samplesThatHold(db, named).find((one) => one.sampleNumber === named.sampleNumber);
  if (sample === undefined)
    throw new LotlineError('NOT_FOUND', msg`Inspection ${named.inspection} has no sample ${named.sampleNumber}.`, {
      field: 'sampleNumber',
    });
  insist(judgeDestroyed(sample.sampleState));
  return sample;
}

type Where = { serial: string; location: string; status: string; wanted: number; unitOfMeasure: string };

/** From where a sample is drawn: where it is said, or else where the inspection found the goods. */
async function lyingToDraw(
  work: Work,
  { product, lot, sublot, serial: own, statusFrom, location: found }: InspectionValues,
  { serial: asked, location, status: said, wanted, unitOfMeasure }: Where,
) {
  const status = said === '' ? statusFrom : said;
  const serial = own === '' ? asked : own;
  const lines = (await work.all(lyingGoods, { product, lot, sublot, serial }))
    .filter((line) => line.status === status && (location === '' || line.location === location))
    .toSorted((a, b) => Number(b.location === found) - Number(a.location === found));
  if (serial === '' && lines.some((line) => line.serial !== ''))
    throw new LotlineError('VALIDATION', msg`Name the serial that is drawn.`, { field: 'serial' });
  const line = lines.find(({ quantity }) => quantity >= wanted);
  if (line !== undefined) return line;
  const most = Math.max(0, ...lines.map(({ quantity }) => quantity));
  throw new LotlineError(
    'INSUFFICIENT_QTY',
    msg`Only ${{ decimal: formatQuantity(most) }} ${unitOfMeasure} of ${unitMessage({ product, lot, sublot, serial })} lies at one location in status ${status}. Draw no more than that.`,
    { field: 'quantity' },
  );
}
