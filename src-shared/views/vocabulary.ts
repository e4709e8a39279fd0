/** The lists of which people keep views. */
export const viewedLists = ['lots', 'serials'] as const;
export type ViewedList = (typeof viewedLists)[number];
