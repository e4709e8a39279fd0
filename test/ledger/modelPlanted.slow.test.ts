import { describe, expect, it } from 'vitest';
import * as policies from '../support/policySabotage.ts';
import * as planted from '../support/modelSabotage.ts';
import { RunFailed, runSeed } from './model/run.ts';

/** What a run of the model's tests has: a bug must be found by fewer. */
const budget = { seeds: [1, 2, 3], commands: 400 };

/** Each planted bug, and the rule that must find it. */
const bugs: [string, string, () => planted.Sabotage][] = [
  ['a balance that is doubled', 'I1', planted.doublesBalances],
  ['a late movement that nobody holds against what came after', 'I2', planted.forgetsTheTimeline],
  ['a serial that nobody looks up', 'I3', planted.forgetsSerials],
  ['a serial that nobody looks up, also when it left', 'I4', planted.forgetsSerials],
  ['scrap that is booked as shipped', 'I5', planted.shipsWhatIsScrapped],
  ['a refusal without an entry', 'I6', planted.dropsRefusals],
  ['a movement that is lost on its way', 'I6', planted.losesMovements],
  ['a repeated command that takes effect again', 'I6', planted.repeatsCommands],
  ['an entry that is lost', 'I7', planted.losesEntries],
  ['a head that is not moved on', 'I7', planted.forgetsTheHead],
  ['a trace that loses its way back', 'I9', planted.losesTheWayBack],
  ['a unit that nothing names', 'I11', planted.leavesStrayUnits],
  ['a question that writes', 'I13', planted.writesWhenAsked],
  ['a trail dated by a clock that was set back', 'I14', planted.datesByTheClock],
  ['a status that is mistaken for another', 'stock', planted.mistakesStatus],
  ['a millionth that is rounded away', 'journal', planted.roundsQuantities],
  ['a record whose versions are not kept', 'verification', planted.keepsNoVersions],
  ['a policy that nobody asks', 'I5', policies.isNeverAsked],
  ['a policy that screens do not meet', 'answer', policies.skipsScreens],
  ['a policy that is asked of the first movement alone', 'answer', policies.asksOnce],
  ['a policy that stands in the way of undoing', 'answer', policies.refusesUndoing],
  ['a policy that is a day behind', 'answer', policies.isADayBehind],
];

describe('a planted bug is found', () => {
  it.each(bugs)('%s, by %s', { timeout: 300_000 }, async (name, invariant, plant) => {
    const found = await find(invariant, plant);
    console.log(`${invariant} found ${name}: ${found}`);
    expect(found).toContain(`${invariant}: `);
  });
});

/** Runs seed after seed until the rule speaks; answers what it said. */
async function find(invariant: string, plant: () => planted.Sabotage): Promise<string> {
  let strikes = 0;
  for (const seed of budget.seeds) {
    const bug = plant();
    try {
      await runSeed({ seed, commands: budget.commands, opened: bug.opened, features: bug.features, only: [invariant] });
    } catch (error) {
      if (!(error instanceof RunFailed)) throw error;
      expect(error.invariant, error.message).toBe(invariant);
      return error.message;
    } finally {
      strikes += bug.strikes();
    }
  }
  return strikes === 0 ? 'the bug never struck' : `not found, though it struck ${strikes} times`;
}
