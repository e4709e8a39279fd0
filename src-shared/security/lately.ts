/** Whoever could sign here within so many days counts as somebody who is still there. */
export const lateDays = 14;
