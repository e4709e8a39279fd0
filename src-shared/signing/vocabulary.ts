/** The languages in which something can be read and signed. */
export const languageTags = ['en', 'de'] as const;
