/** What decides whether a person's signatures count, and who may confirm that; user names are folded. */
export type Account = {
  user: string;
  disabled: boolean;
  demo: boolean;
  /** Whether the roles give a right that a signature stands for; and one to administer people or review the trail. */
  signs: boolean;
  guards: boolean;
  /** Whoever handed out what nobody confirmed yet, and stood behind it then. */
  askedBy: readonly string[];
  /** Whether they were ever vouched for: by a second person, or since nobody handed anything out. */
  wasVouchedFor: boolean;
  /** Whether the person chose the password in force: before, whoever handed it out has it too. */
  hasOwnPassword: () => boolean;
};

/** The people of a site; `lately` is who could sign at some time of the last days. */
export type Site = { isSetUp: boolean; accounts: readonly Account[]; lately: () => ReadonlySet<string> };

/**
 * Who may confirm a person: somebody else than that person and than whoever handed the password or the rights out, who
 * administers people or reviews the trail, and whose own signing nobody has to confirm; where there is nobody such,
 * whoever else signs. Until two persons of a site were ever vouched for, nobody can be: then the first other person with
 * such a right may, with a password of their own, and is the second person of the site from then on. Likewise where nobody
 * is left who had no part in it and could sign in the last days: where two administrators replaced one another's lost
 * passwords, a site would else never sign again.
 */
export function confirmersOf(site: Site, person: Pick<Account, 'user' | 'askedBy'>): Account[] {
  const involved = [person.user, ...person.askedBy];
  const others = site.accounts.filter(({ user, disabled, signs }) => signs && !disabled && !involved.includes(user));
  const vouchedFor = guardsFirst(others.filter(({ askedBy }) => askedBy.length === 0));
  if (vouchedFor.length > 0) return vouchedFor;
  const withOwn = (of: readonly Account[]): Account[] => of.filter(({ hasOwnPassword }) => hasOwnPassword());
  if (isBeginning(site)) return withOwn(others.filter(({ guards }) => guards));
  return [...site.lately()].some((user) => !involved.includes(user)) ? [] : guardsFirst(withOwn(others));
}

function guardsFirst(accounts: readonly Account[]): Account[] {
  const guards = accounts.filter((one) => one.guards);
  return guards.length > 0 ? guards : [...accounts];
}

/** Whether no two real persons of the site were ever vouched for. Demo people leave when the first real one comes. */
export const isBeginning = ({ isSetUp, accounts }: Pick<Site, 'isSetUp' | 'accounts'>): boolean =>
  isSetUp && accounts.filter(({ demo, wasVouchedFor }) => !demo && wasVouchedFor).length < 2;

/**
 * Whom somebody's password or rights wait for, once others gave more: also for whoever stands behind those, since they
 * could be doing it. What one gave oneself waits for somebody else; beside others one is no giver of one's own.
 */
export function givenBy(
  person: Pick<Account, 'user' | 'askedBy'>,
  by: readonly Pick<Account, 'user' | 'askedBy'>[],
): string[] {
  const givers = by.flatMap(({ user, askedBy }) => [user, ...askedBy]);
  const others = givers.filter((one) => one !== person.user);
  return [...new Set([...person.askedBy, ...(others.length > 0 ? others : givers)])].toSorted();
}
