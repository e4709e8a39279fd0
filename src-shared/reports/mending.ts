/** The screens where gaps in the set-up are mended that no page of a record mends, and the texts that name them. */
export const mendingScreens = {
  statuses: { path: '/setup/statuses', text: 'statuses.title' },
  numbering: { path: '/setup/numbering', text: 'numbering.title' },
  warranty: { path: '/setup/warranty', text: 'serials.warranty.rules' },
  roles: { path: '/setup/roles', text: 'people.rolesTitle' },
  people: { path: '/setup', text: 'people.title' },
} as const;
export type MendingScreen = keyof typeof mendingScreens;

/** The column of a report that names one of them. */
export const mendColumn = 'mend';
