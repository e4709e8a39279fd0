import type { CommandsOf } from '#main/context/context.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { partnerTermsRecord } from '#shared/partners/records.ts';
import { partnerNamed } from './terms.queries.ts';

export const partnerCommands: CommandsOf<'partners'> = {
  async saveTerms({ reason: _why, ...terms }, { work }) {
    const partner = await work.one(partnerNamed, { code: terms.partner });
    if (partner === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no partner ${terms.partner}. Check the code.`, {
        field: 'partner',
      });
    if (partner.kind === 'supplier' && terms.leastLifeDays !== null)
      throw new LotlineError(
        'VALIDATION',
        msg`${partner.code} is a supplier: nothing is shipped to it. Leave this blank.`,
        { field: 'leastLifeDays' },
      );
    return { saved: saveRecord(work, partnerTermsRecord, terms) };
  },
};
