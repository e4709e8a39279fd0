import { describe, expect, it } from 'vitest';
import { type Account, confirmersOf, givenBy, isBeginning, type Site } from '#shared/security/confirming.ts';

/** What an account is in the model: who knows its password beside what the program knows of it. */
type Held = {
  role: 'administrator' | 'reviewer' | 'signer';
  disabled: boolean;
  askedBy: readonly string[];
  wasVouchedFor: boolean;
  hasOwnPassword: boolean;
  /** Whether the one person of whom the model tells knows the password in force. */
  isTheirs: boolean;
};
type State = Readonly<Record<string, Held>>;

const account = (user: string, { role, hasOwnPassword, ...held }: Held): Account => ({
  ...held,
  user,
  demo: false,
  signs: true,
  guards: role !== 'signer',
  hasOwnPassword: () => hasOwnPassword,
});

const siteOf = (state: State, lately: (state: State) => string[]): Site => ({
  isSetUp: true,
  accounts: Object.entries(state).map(([user, held]) => account(user, held)),
  lately: () => new Set(lately(state)),
});

const there = (role: Held['role'], isTheirs = false): Held => ({
  role,
  isTheirs,
  disabled: false,
  askedBy: [],
  wasVouchedFor: true,
  hasOwnPassword: true,
});

/** As the program writes it: what `by` hands out to `user` waits for them and for whoever stands behind them. */
function opened(state: State, user: string, by: string): string[] {
  const [held, giver] = [state[user], state[by]];
  return givenBy({ user, askedBy: held?.askedBy ?? [] }, [{ user: by, askedBy: giver?.askedBy ?? [] }]);
}

/** An account that an administrator makes with a password of their own. */
const made = (state: State, user: string, { by, role }: { by: string; role: Held['role'] }): State => ({
  ...state,
  [user]: {
    ...there(role, state[by]?.isTheirs ?? false),
    askedBy: opened(state, user, by),
    wasVouchedFor: false,
    hasOwnPassword: false,
  },
});

const changed = (state: State, user: string, said: Partial<Held>): State => {
  const held = state[user];
  return held === undefined ? state : { ...state, [user]: { ...held, ...said } };
};

const reset = (state: State, user: string, by: string): State =>
  changed(state, user, {
    askedBy: opened(state, user, by),
    hasOwnPassword: false,
    isTheirs: state[by]?.isTheirs ?? false,
  });

function confirmed(state: State, user: string, by: string): State {
  const isSecond = isBeginning(siteOf(state, () => []));
  const closed = changed(state, user, { askedBy: [], wasVouchedFor: true });
  return isSecond ? changed(closed, by, { askedBy: [], wasVouchedFor: true }) : closed;
}

const mayConfirm = (state: State, user: string, lately: (state: State) => string[]): string[] => {
  const held = state[user];
  if (held === undefined || held.askedBy.length === 0 || !held.hasOwnPassword) return [];
  return confirmersOf(siteOf(state, lately), account(user, held)).map((one) => one.user);
};

/** Every account that was ever vouched for could sign a moment ago. */
const aMomentAgo = (state: State): string[] => Object.keys(state).filter((user) => state[user]?.wasVouchedFor === true);

/** After days of nothing only those could who can. */
const afterDays = (state: State): string[] =>
  Object.keys(state).filter((user) => state[user]?.disabled === false && state[user].askedBy.length === 0);

const newcomers = ['puppet', 'puppet2'];

/** All that the one person can do with the accounts whose password they know, and what honest people do beside it. */
function* movesFrom(state: State): Generator<[what: string, next: State]> {
  const users = Object.keys(state);
  const theirs = users.filter((user) => state[user]?.isTheirs === true && !state[user].disabled);
  for (const by of theirs) {
    if (state[by]?.hasOwnPassword !== true) {
      yield [`${by} taken over`, changed(state, by, { hasOwnPassword: true })];
      continue;
    }
    for (const user of users)
      if (mayConfirm(state, user, aMomentAgo).includes(by))
        yield [`${by} confirms ${user}`, confirmed(state, user, by)];
    if (state[by].role !== 'administrator') continue;
    const fresh = newcomers.find((one) => state[one] === undefined);
    if (fresh !== undefined)
      for (const role of ['administrator', 'reviewer', 'signer'] as const)
        yield [`${by} adds ${fresh} as ${role}`, made(state, fresh, { by, role })];
    for (const user of users.filter((one) => one !== by)) {
      yield [`${by} resets ${user}`, reset(state, user, by)];
      const disabled = state[user]?.disabled === true;
      const askedBy = disabled ? opened(state, user, by) : (state[user]?.askedBy ?? []);
      yield [`${by} ${disabled ? 'en' : 'dis'}ables ${user}`, changed(state, user, { disabled: !disabled, askedBy })];
    }
  }
  // Others change what they were given, and confirm those they spoke to, who have a password of their own.
  for (const user of users.filter((one) => state[one]?.disabled === false)) {
    if (state[user]?.hasOwnPassword === false && !newcomers.includes(user))
      yield [`${user} changes it first`, changed(state, user, { hasOwnPassword: true, isTheirs: false })];
    if (state[user]?.isTheirs === false)
      for (const by of mayConfirm(state, user, aMomentAgo))
        if (state[by]?.isTheirs === false) yield [`${by}, honest, confirms ${user}`, confirmed(state, user, by)];
  }
}

/** Every state within so many moves, each once, by the shortest way there. */
function reached(start: State, moves: number, next: typeof movesFrom): Map<string, { state: State; way: string[] }> {
  type Reached = { state: State; way: string[] };
  const found = new Map<string, Reached>([[JSON.stringify(start), { state: start, way: [] }]]);
  let last = [...found.values()];
  for (let move = 0; move < moves; move += 1) {
    const now: typeof last = [];
    for (const { state, way } of last)
      for (const [what, after] of next(state)) {
        const key = JSON.stringify(after);
        if (found.has(key)) continue;
        const one = { state: after, way: [...way, what] };
        found.set(key, one);
        now.push(one);
      }
    last = now;
  }
  return found;
}

const sites: Record<string, State> = {
  'one administrator': {
    ada: there('administrator', true),
    clara: there('reviewer'),
    quentin: there('signer'),
  },
  'two administrators': {
    ada: there('administrator', true),
    berta: there('administrator'),
    quentin: there('signer'),
  },
};

describe('one person alone, with all passwords they hand out', () => {
  it.each(Object.entries(sites))('signs as nobody else in a site of %s, whatever they do', (_name, start) => {
    const found = reached(start, 6, movesFrom);
    expect(found.size).toBeGreaterThan(1_000);
    const broken = [...found.values()].filter(({ state }) =>
      Object.entries(state).some(
        ([user, { isTheirs, disabled, askedBy }]) => user !== 'ada' && isTheirs && !disabled && askedBy.length === 0,
      ),
    );
    expect(broken.map(({ way }) => way.join(', ')).slice(0, 3)).toEqual([]);
  });
});

/** What honest people do with passwords that are lost and people who come: whoever has an account uses it. */
function* honestMoves(state: State): Generator<[string, State]> {
  for (const by of Object.keys(state)) {
    if (state[by]?.role !== 'administrator') continue;
    for (const user of Object.keys(state).filter((one) => one !== by))
      yield [`${by} replaces ${user}`, changed(reset(state, user, by), user, { hasOwnPassword: true })];
    if (state['dora'] === undefined)
      yield [
        `${by} adds dora`,
        changed(made(state, 'dora', { by, role: 'reviewer' }), 'dora', { hasOwnPassword: true }),
      ];
  }
}

/** Whether all sign in the end, with two more people at most. */
function endsWell(state: State): boolean {
  let now = state;
  for (let round = 0; round < 12; round += 1) {
    const waiting = Object.keys(now).filter((user) => now[user]?.askedBy.length !== 0);
    if (waiting.length === 0) return true;
    const [user] = waiting.filter((one) => mayConfirm(now, one, afterDays).length > 0);
    const [by] = user === undefined ? [] : mayConfirm(now, user, afterDays);
    const more = ['emil', 'frieda'].find((one) => now[one] === undefined);
    if (user !== undefined && by !== undefined) now = confirmed(now, user, by);
    else if (more !== undefined)
      now = changed(made(now, more, { by: 'ada', role: 'reviewer' }), more, { hasOwnPassword: true });
    else return false;
  }
  return false;
}

describe('honest people, after some days', () => {
  it.each([
    ...Object.entries(sites),
    ['a new site', { ada: there('administrator') }],
    ['two administrators and nobody else', { ada: there('administrator'), berta: there('administrator') }],
  ])('of %s all sign again, whoever lost a password', (_name, start) => {
    const found = reached(start, 5, honestMoves);
    expect(found.size).toBeGreaterThan(1);
    const stuck = [...found.values()].filter(({ state }) => !endsWell(state));
    expect(stuck.map(({ way }) => way.join(', ')).slice(0, 3)).toEqual([]);
  });
});
