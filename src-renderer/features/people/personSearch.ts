/** What is being done on a person's page; it is in the address. */
export const acts = ['', 'change', 'password', 'state', 'authorise'] as const;
export type Act = (typeof acts)[number];

/** The question of a person's page. `subject` is the qualification that is changed. */
export type PersonSearch = { user: string; act: Act; subject: string; onlyNot: boolean };
