import type { CommandsOf } from '#main/context/context.ts';
import { insistOnGoods } from '#main/features/lots/vouchedGoods.queries.ts';
import { dayOf, trailTime } from '#main/features/security/identity.queries.ts';
import { movementDraft } from '#main/ledger/movementDraft.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { reasonOf } from '#shared/daily/dueMove.ts';
import { whyItWaits } from '#shared/daily/jobDay.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { inEnglish, msg } from '#shared/kernel/message.ts';
import { settingRecord } from '#shared/settings/records.ts';
import { dueLines, sumOf } from './due.queries.ts';
import { confirmedDay, jobDayOf } from './jobDay.queries.ts';

export const dailyCommands: CommandsOf<'daily', 'policies'> = {
  async confirmDay({ day }, context) {
    if (day > dayOf(context.work.db, context)) throw stillToCome(day, 'day');
    saveRecord(context.work, settingRecord, { code: confirmedDay, value: day });
    return { day };
  },

  async moveLot({ product: code, lot, asOf: asked }, context) {
    const { work, actor, now, offsetMinutes, policies } = context;
    const today = jobDayOf(work.db, context);
    const asOf = asked ?? today.day;
    if (asOf > today.day) throw stillToCome(asOf, 'asOf');
    const refusal = today.mode === 'asks' && asOf <= today.lastDay ? undefined : whyItWaits(today);
    if (refusal !== undefined) throw refusal;
    const catalogue = new Catalogue(work);
    await catalogue.load({ products: [code] });
    const product = catalogue.product(code);
    if (product === undefined) throw noLot(lot, code);
    const lines = await dueLines(work, work.db, { asOf, offsetMinutes, lot: { productId: product.id, lot } });
    await catalogue.load({ places: lines.map(({ location }) => location) });
    insistOnGoods(
      work,
      lines.map((line) => ({ ...line, product, locations: [line.location] })),
    );
    const document = lines.length === 0 ? '' : `DJ-${work.journal.entrySeq}`;
    const drafts = lines.map((line, index) => {
      const place = catalogue.place(line.location) ?? null;
      const { lot: _lot, sublot, serial, quantity, status: statusFrom, statusTo } = line;
      return movementDraft({
        ...{ at: now, offsetMinutes, kind: 'status', document, line: String(index + 1), product, lot, sublot, serial },
        ...{ quantity, from: place, to: place, statusFrom, statusTo, reason: inEnglish(reasonOf(line)) },
      });
    });
    const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: trailTime(work.db, now) };
    // A product's setting decided it, which was signed.
    const { posted } = await new StockLedger(work, by, policies).post(drafts, { origin: 'decided', tellsRow: false });
    const inWords = (statuses: string[]): string => [...new Set(statuses)].sort().join(', ');
    return {
      product: code,
      lot,
      document,
      unitOfMeasure: lines[0]?.unitOfMeasure ?? '',
      statusFrom: inWords(lines.map(({ status }) => status)),
      statusTo: inWords(lines.map(({ statusTo }) => statusTo)),
      quantity: sumOf(lines),
      movements: posted.map(({ id }) => id),
    };
  },
};

const stillToCome = (day: PlainDate, field: string): LotlineError =>
  new LotlineError(
    'VALIDATION',
    msg`${day} is still to come. What falls due by then can be looked at, and is done on the day.`,
    { field },
  );

const noLot = (lot: string, product: string): LotlineError =>
  new LotlineError('NOT_FOUND', msg`There is no lot ${lot} of product ${product}.`, { field: 'lot' });
