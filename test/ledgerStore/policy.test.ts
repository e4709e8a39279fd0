import { describe, expect, it } from 'vitest';
import { type AnyPolicy, definePolicy, plannedOf, Policies } from '#main/ledgerStore/policy.ts';
import type { Work } from '#main/store/work.ts';
import { allowed, refused } from '#shared/kernel/errors.ts';
import { inEnglish, msg } from '#shared/kernel/message.ts';
import { buildPosting, dock } from '../support/ledgerFacts.ts';

/** These policies ask their own tables, never a store. */
const work = {} as Work; // as said above
const receipt = plannedOf(buildPosting());
const atDock = plannedOf(buildPosting({ to: dock }));

/** Refuses at locations that it has a note on; notes which keys it was asked to load. */
function notes(
  name: string,
  closed: Readonly<Record<string, string>>,
  gathers = true,
): { policy: AnyPolicy; asked: string[][] } {
  const asked: string[][] = [];
  const policy = definePolicy({
    name,
    gather: ({ to }) => (to === null || !gathers ? [] : [[to.code]]),
    async load(_, keys) {
      asked.push(keys.map(([code]) => code));
      return keys.flatMap(([code]) => (closed[code] === undefined ? [] : [[[code], closed[code]] as const]));
    },
    judge({ to }, known) {
      const note = known.get([to?.code ?? '']);
      return note === undefined ? allowed : refused('CONFLICT', msg`${note}`);
    },
  });
  return { policy, asked };
}

describe('policies', () => {
  it('load the facts of all movements at once, each once, and judge each movement by its own', async () => {
    const { policy, asked } = notes('paint', { DOCK: 'wet' });
    const judge = await new Policies([policy], { byPerson: true }).load(work, [receipt, atDock, atDock], 'posted');
    expect(asked).toEqual([['HALL', 'DOCK']]);
    expect([judge(receipt).ok, judge(atDock)]).toEqual([true, { ok: false, code: 'CONFLICT', message: msg`${'wet'}` }]);
  });

  it('answer in the order of features: the first refusal counts', async () => {
    const [paint, flood] = [
      notes('paint', { DOCK: 'wet' }).policy,
      notes('flood', { DOCK: 'drowned', HALL: 'damp' }).policy,
    ];
    const said = async (policies: AnyPolicy[]) => {
      const judge = await new Policies(policies, { byPerson: true }).load(work, [receipt, atDock], 'posted');
      return [judge(receipt), judge(atDock)].map((verdict) => (verdict.ok ? '' : inEnglish(verdict.message)));
    };
    expect(await said([paint, flood])).toEqual(['damp', 'wet']);
    expect(await said([flood, paint])).toEqual(['damp', 'drowned']);
  });

  it('do not take a fact that nobody gathered for one that is not there', async () => {
    const { policy, asked } = notes('paint', { DOCK: 'wet' }, false);
    const judge = await new Policies([policy], { byPerson: true }).load(work, [atDock], 'posted');
    expect(asked).toEqual([]);
    expect(() => judge(atDock)).toThrow('not loaded: a fact of the policy "paint": DOCK');
  });
});
