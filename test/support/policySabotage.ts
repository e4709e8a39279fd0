import { features } from '#main/app/features.ts';
import type { Circumstances, Judge, PlannedMovement } from '#main/ledgerStore/policy.ts';
import { allowed, type Verdict } from '#shared/kernel/errors.ts';
import type { Sabotage } from './modelSabotage.ts';

type Bend = (honest: Judge, movement: PlannedMovement, asked: Circumstances & { first: boolean }) => Verdict;

/** Bends what every policy says; it strikes where that is something else than the policy says. */
function bendPolicies(bend: Bend): Sabotage {
  let strikes = 0;
  const bent = features.map((feature) => ({
    ...feature,
    policies: feature.policies.map(({ name, load }) => ({
      name,
      async load(...[work, movements, circumstances]: Parameters<typeof load>): Promise<Judge> {
        const honest = await load(work, movements, circumstances);
        return (movement) => {
          const verdict = bend(honest, movement, { ...circumstances, first: movement === movements[0] });
          if (verdict.ok !== honest(movement).ok) strikes += 1;
          return verdict;
        };
      },
    })),
  }));
  return { opened: async () => undefined, features: bent, strikes: () => strikes };
}

export const isNeverAsked = (): Sabotage => bendPolicies(() => allowed);

export const skipsScreens = (): Sabotage =>
  bendPolicies((honest, movement, { origin }) => (origin === 'posted' ? allowed : honest(movement)));

export const asksOnce = (): Sabotage =>
  bendPolicies((honest, movement, { first, origin }) => (first || origin !== 'posted' ? honest(movement) : allowed));

export const refusesUndoing = (): Sabotage =>
  bendPolicies((honest, movement) => honest({ ...movement, isReversal: false }));

const day = 86_400_000_000;
export const isADayBehind = (): Sabotage =>
  bendPolicies((honest, movement) => honest({ ...movement, at: movement.at - day }));
