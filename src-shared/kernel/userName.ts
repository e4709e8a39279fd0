/**
 * The one spelling of a user name by which people are found, compared and counted. Letter case, blanks around it, and how a
 * letter and its marks are put together say nothing.
 */
export const foldUserName = (typed: string): string => typed.normalize('NFC').trim().toLowerCase().normalize('NFC');
