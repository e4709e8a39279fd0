/** Messages in German, by their English patterns. */
export const deMessages: Readonly<Record<string, string>> = {};
