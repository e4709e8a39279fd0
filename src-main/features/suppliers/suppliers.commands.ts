import type { Database } from 'better-sqlite3';
import type { CommandsOf } from '#main/context/context.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { nameOf } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { isSupplier } from '#shared/partners/roles.ts';
import type { Approval, ReceiptRule } from '#shared/suppliers/approvals.ts';
import { receiptRuleRecord, supplierApprovalRecord } from '#shared/suppliers/records.ts';
import type { ApprovalLevel, ApprovalStatus } from '#shared/suppliers/vocabulary.ts';
import {
  approvalsThatHold,
  categoryKnown,
  productToApprove,
  receiptRulesThatHold,
  supplierToApprove,
} from './approvals.queries.ts';

export const supplierCommands: CommandsOf<'suppliers'> = {
  saveApproval: {
    async toSign({ reason, ...given }, { read, reader: { db } }) {
      const approval = await plannedApproval(given, read, db);
      const { partner, level, code } = approval;
      const of = level === 'product' ? msg`${partner}, product ${code}` : msg`${partner}, category ${code}`;
      return {
        sentence: msg`${of}: ${saysOf(approval)}. ${reason}`,
        reads: [{ kind: supplierApprovalRecord, name: nameOf(supplierApprovalRecord, approval) }],
      };
    },

    async within({ reason, ...given }, { work, now }) {
      const approval = await plannedApproval(given, work, work.db);
      const { status, ...rest } = approval;
      const values = { ...rest, approval: status, reason, holdsFrom: trailTime(work.db, now) };
      return {
        reply: { saved: saveRecord(work, supplierApprovalRecord, values) },
        signed: [{ kind: supplierApprovalRecord, name: nameOf(supplierApprovalRecord, values) }],
      };
    },
  },

  saveRule: {
    async toSign({ reason, ...rule }, { read, reader: { db } }) {
      const before = await plannedRule(rule, read, db);
      const act = (of: ReceiptRule['act']): MessageValue => ({ word: `suppliers.acts.${of}`, or: of });
      const who =
        rule.level === 'site'
          ? msg`Receipt from suppliers that are not approved`
          : msg`Receipt of category ${rule.code} from suppliers that are not approved`;
      return {
        sentence: msg`${who}: ${act(before)} → ${act(rule.act)}. ${reason}`,
        reads: [{ kind: receiptRuleRecord, name: nameOf(receiptRuleRecord, rule) }],
      };
    },

    async within({ reason: _why, ...rule }, { work, now }) {
      await plannedRule(rule, work, work.db);
      const { act: receiptAct, ...rest } = rule;
      const values = { ...rest, receiptAct, holdsFrom: trailTime(work.db, now) };
      return {
        reply: { saved: saveRecord(work, receiptRuleRecord, values) },
        signed: [{ kind: receiptRuleRecord, name: nameOf(receiptRuleRecord, values) }],
      };
    },
  },
};

function saysOf({
  status,
  validFrom,
  validUntil,
}: Pick<Approval, 'status' | 'validFrom' | 'validUntil'>): MessageValue {
  const said: MessageValue = { word: `suppliers.statuses.${status}`, or: status };
  return validUntil === null
    ? msg`${said} from ${{ date: validFrom }}`
    : msg`${said} from ${{ date: validFrom }} to ${{ date: validUntil }}`;
}

type Given = {
  partner: string;
  level: ApprovalLevel;
  code: string;
  status: ApprovalStatus;
  validFrom: string;
  validUntil: string;
};

/**
 * The approval as it would be.
 * @throws LotlineError NOT_FOUND; CONFLICT where nothing changes; VALIDATION for a customer, or an end before the beginning
 */
async function plannedApproval({ validUntil: until, ...given }: Given, read: Read, db: Database): Promise<Approval> {
  const { partner, level, code } = given;
  const found = await read.one(supplierToApprove, { code: partner });
  if (found === undefined) throw missing('partner', msg`There is no partner ${partner}. Check the code.`);
  if (!isSupplier(found.kind))
    refuse('partner', msg`${partner} is no supplier: nothing comes from it. Have it recorded as one first.`);
  if (level === 'product' && (await read.one(productToApprove, { code })) === undefined)
    throw missing('code', msg`There is no product ${code}. Check the code.`);
  if (level === 'category') await insistOnCategory(code, read);
  if (until !== '' && until < given.validFrom)
    refuse('validUntil', msg`The last day is before the first. Choose a later one.`);
  const approval: Approval = { ...given, validUntil: until === '' ? null : until };
  const before = approvalsThatHold(db, partner).find((one) => one.level === level && one.code === code);
  if (before !== undefined && isSame(before, approval)) throw unchanged('status');
  return approval;
}

const isSame = (one: Approval, other: Approval): boolean =>
  one.status === other.status && one.validFrom === other.validFrom && one.validUntil === other.validUntil;

/** How it is done until then. @throws LotlineError as above */
async function plannedRule({ level, code, act }: ReceiptRule, read: Read, db: Database): Promise<ReceiptRule['act']> {
  if (level === 'site' && code !== '')
    refuse('code', msg`The rule of the site is for all goods. Leave the code blank.`);
  if (level === 'category') await insistOnCategory(code, read);
  const kept = receiptRulesThatHold(db).find((one) => one.level === level && one.code === code)?.act;
  if (kept === act || (kept === undefined && level === 'site' && act === 'let')) throw unchanged('act');
  return kept ?? 'let';
}

async function insistOnCategory(category: string, read: Read): Promise<void> {
  if (category === '' || (await read.one(categoryKnown, { category })) === undefined)
    throw missing('code', msg`No product is of the category ${category}. Check its name.`);
}

const missing = (field: string, text: Message): LotlineError => new LotlineError('NOT_FOUND', text, { field });
const unchanged = (field: string): LotlineError =>
  // It may have been made so a moment ago, by the very same command too.
  new LotlineError('CONFLICT', msg`Nothing was changed, so there is nothing to sign.`, { field });
function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
