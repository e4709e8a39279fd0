import type { CommandsOf } from '#main/context/context.ts';
import { productToNumber } from '#main/features/numbering/numbers.queries.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { query } from '#main/store/query.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { findRecords } from '#main/store/saveRecords.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import {
  missingSerialRecord,
  serviceEventRecord,
  warrantyEndRecord,
  warrantyRuleRecord,
} from '#shared/serials/records.ts';
import { livesOf, nameOfPiece, type Piece, pieceNamed } from './lives.queries.ts';
import { isMissing } from './missing.queries.ts';
import { partsOf } from './service.queries.ts';

export const serialCommands: CommandsOf<'serials'> = {
  async saveWarrantyRule({ reason: _why, ...rule }, { work }) {
    const { level, code } = rule;
    if (level === 'site' && code !== '')
      refuse('code', msg`The rule of the site is for all goods. Leave the code blank.`);
    if (level === 'category' && code === '') refuse('code', msg`Say which category the rule is for.`);
    if (level === 'product') await needProduct(work, code, 'code');
    return { saved: saveRecord(work, warrantyRuleRecord, rule) };
  },

  async correctWarranty({ product, serial, version, endsOn }, { work }) {
    await needSerial(work, { product, serial });
    const [stored] = (await findRecords(work, warrantyEndRecord, [[product, serial]])).values();
    if ((stored?.version ?? 0) !== version)
      throw new LotlineError('RECORD_CHANGED', msg`Somebody else changed this warranty meanwhile. Look at it first.`);
    const said = endsOn === '' ? null : endsOn;
    if ((stored?.values.endsOn ?? null) === said)
      throw new LotlineError('CONFLICT', msg`The warranty ends so already.`, { field: 'endsOn' });
    saveRecord(work, warrantyEndRecord, { product, serial, endsOn: said });
    return { version: version + 1 };
  },

  async recordService(event, { work, actor: { person }, now, offsetMinutes }) {
    const { product, serial, doneOn } = event;
    await needSerial(work, { product, serial });
    const recordedAt = trailTime(work.db, now);
    if (doneOn > dateOf(recordedAt, offsetMinutes))
      throw new LotlineError('FUTURE_DATE', msg`This day is still to come. Record a service when it was done.`, {
        field: 'doneOn',
      });
    await needParts(work, event);
    const number = `SV-${((await work.one(lastService))?.id ?? 0) + 1}`;
    const by = { person: person.id, personName: person.name, recordedAt };
    saveRecord(work, serviceEventRecord, { ...event, ...by, number, withdrawn: '' });
    return { number };
  },

  async withdrawService({ product, number, reason }, { work }) {
    const [stored] = (await findRecords(work, serviceEventRecord, [[product, number]])).values();
    if (stored === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no service ${number} of ${product}. Check the number.`);
    if (stored.values.withdrawn !== '')
      throw new LotlineError('CONFLICT', msg`${number} was withdrawn already: ${stored.values.withdrawn}`);
    saveRecord(work, serviceEventRecord, { ...stored.values, withdrawn: reason });
    return { number };
  },

  async reportMissing({ product, serial, noticedBy, reason }, { work, actor: { person }, now }) {
    await needSerial(work, { product, serial });
    const known = isMissing(work.db, { product, serial });
    if (known !== undefined)
      throw new LotlineError('CONFLICT', msg`It is recorded missing already (${known.number}, “${known.reason}”).`);
    const number = `MS-${((await work.one(lastMissing))?.id ?? 0) + 1}`;
    saveRecord(work, missingSerialRecord, {
      ...{ product, number, serial, noticedBy, reason },
      person: person.id,
      personName: person.name,
      reportedAt: trailTime(work.db, now),
      foundAt: null,
      foundReason: '',
    });
    return { number };
  },

  async reportFound({ product, serial, reason }, { work, now }) {
    await needSerial(work, { product, serial });
    const known = isMissing(work.db, { product, serial });
    if (known === undefined)
      throw new LotlineError('CONFLICT', msg`Serial ${serial} of ${product} is not recorded missing.`);
    const { number } = known;
    const [stored] = (await findRecords(work, missingSerialRecord, [[product, number]])).values();
    if (stored === undefined) throw new Error(`no missing serial ${number}`);
    saveRecord(work, missingSerialRecord, {
      ...stored.values,
      foundAt: trailTime(work.db, now),
      foundReason: reason,
    });
    return { number };
  },
};

const lastService = query((tables) => tables.selectFrom('service_event').select(({ fn }) => fn.max('id').as('id')));
const lastMissing = query((tables) => tables.selectFrom('missing_serial').select(({ fn }) => fn.max('id').as('id')));

async function needSerial(work: Work, { product, serial }: Piece, field = 'serial'): Promise<void> {
  if ((await work.one(pieceNamed, { product, serial })) === undefined)
    throw new LotlineError(
      'NOT_FOUND',
      msg`There is no serial ${serial} of ${product}. Check the product and the number.`,
      { field },
    );
}

async function needProduct(work: Work, code: string, field: string): Promise<void> {
  if ((await work.one(productToNumber, { code })) === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field });
}

type Event = Piece & Record<'partInProduct' | 'partInSerial' | 'partOutProduct' | 'partOutSerial', string>;

/** A part is one piece in one place: what is put in lies nowhere here and stands in nothing else. It may be none of ours. */
async function needParts(work: Work, event: Event): Promise<void> {
  const { product, serial } = event;
  for (const way of ['In', 'Out'] as const) {
    const part = { product: event[`part${way}Product`], serial: event[`part${way}Serial`] };
    const field = `part${way}Serial`;
    if (part.product === '' && part.serial === '') continue;
    if (part.product === '' || part.serial === '')
      refuse(
        part.product === '' ? `part${way}Product` : field,
        msg`Name the product and the serial of a part, or neither.`,
      );
    await needProduct(work, part.product, `part${way}Product`);
    if (nameOfPiece(part) === nameOfPiece({ product, serial })) refuse(field, msg`A serial is no part of itself.`);
  }
  const [partIn, partOut] = [
    { product: event.partInProduct, serial: event.partInSerial },
    { product: event.partOutProduct, serial: event.partOutSerial },
  ];
  if (partIn.serial === '') return;
  if (nameOfPiece(partIn) === nameOfPiece(partOut)) refuse('partInSerial', msg`This very part was taken out.`);
  await needFree(work, partIn, { product, serial });
}

async function needFree(work: Work, part: Piece, parent: Piece): Promise<void> {
  const missing = isMissing(work.db, part);
  const forbidden = (text: Message): never => {
    throw new LotlineError('STATUS_FORBIDS', text, { field: 'partInSerial' });
  };
  if (missing !== undefined)
    forbidden(
      msg`Serial ${part.serial} of ${part.product} is recorded missing (${missing.number}, “${missing.reason}”). Say that it was found first, or correct the serial.`,
    );
  const life = (await livesOf(work, [part])).get(nameOfPiece(part));
  if (life?.where === 'here')
    throw new LotlineError(
      'SERIAL_IN_USE',
      msg`Serial ${part.serial} of ${part.product} lies here. Book it out first, then record that it was built in.`,
      { field: 'partInSerial' },
    );
  const { builtInto } = await partsOf(work, part);
  if (builtInto !== null && nameOfPiece(builtInto) !== nameOfPiece(parent))
    throw new LotlineError(
      'SERIAL_IN_USE',
      msg`Serial ${part.serial} of ${part.product} is built into ${builtInto.product} ${builtInto.serial}. Record there first that it was taken out.`,
      { field: 'partInSerial' },
    );
}

function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
