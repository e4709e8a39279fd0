import { query } from '#main/store/query.ts';
import type { Saved } from '#main/store/records.ts';
import { changedSince, saveByHand } from '#main/store/saveByHand.ts';
import { findRecords, type Saving, saveRecords } from '#main/store/saveRecords.ts';
import type { Work } from '#main/store/work.ts';
import type { Inputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { partnerRecord, partnerTermsRecord } from '#shared/partners/records.ts';
import { isCustomer, keptRoles } from '#shared/partners/roles.ts';
import { issueOfNumber } from '#shared/products/tradeNumbers.ts';

/** Takes over partners. */
export const savePartners = (work: Work, partners: readonly Saving[]): Promise<(Saved | LotlineError)[]> =>
  saveRecords(work, partnerRecord, partners);

type Given = Omit<Inputs['partners']['save'], 'reason'>;

/**
 * Makes a partner or changes it, as a person said: what exports say of it, and what is said here alone.
 * @throws LotlineError as `saveByHand`; VALIDATION of `gln`, and of `leastLifeDays` where nothing is shipped to it
 */
export async function savePartner(work: Work, given: Given): Promise<{ saved: Saved; findings: Message[] }> {
  const { code, name, roles, country, email, address, phone, gln, version, termsVersion } = given;
  const { kind, alsoKinds } = keptRoles(roles);
  const wrong = issueOfNumber('gln', gln);
  if (wrong !== undefined) throw new LotlineError('VALIDATION', wrong, { field: 'gln' });
  if (!isCustomer(kind) && given.leastLifeDays !== null)
    throw new LotlineError('VALIDATION', msg`${code} is no customer: nothing is shipped to it. Leave this blank.`, {
      field: 'leastLifeDays',
    });
  const made = { code, name, kind, country, email, address, phone, gln, version };
  const { saved, findings, key } = await saveByHand(work, partnerRecord, made, { codes });
  const stored = (await findRecords(work, partnerTermsRecord, [[key]])).get(key);
  if ((stored?.version ?? 0) !== termsVersion) throw changedSince(key, stored?.version ?? 0);
  const { contactName, contactPhone, contactEmail, leastLifeDays } = given;
  const values = {
    ...{ partner: key, contactName, contactPhone, contactEmail, leastLifeDays, alsoKinds },
    contactHours: given.contactHours === '' ? null : given.contactHours,
    inactiveFrom: given.inactiveFrom === '' ? null : given.inactiveFrom,
  };
  const saysNothing = Object.entries(values).every(([field, value]) => field === 'partner' || (value ?? '') === '');
  if (stored === undefined && saysNothing) return { saved, findings };
  const [terms] = await saveRecords(work, partnerTermsRecord, [{ values, stored }]);
  if (terms instanceof LotlineError) throw terms;
  return { saved: saved === 'same' && terms !== 'same' ? 'changed' : saved, findings };
}

const codes = query((tables) => tables.selectFrom('partner').select('code'));
