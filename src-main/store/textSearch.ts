/** Whether columns hold a text: `holds` is the condition for one of them, `parameters` are the values it names. */
export type TextSearch = { holds: (column: string) => string; parameters: Record<string, string> };

/**
 * Looks for a text in any letter case, as it stands: what a pattern would read as "anything" is a character like any
 * other. Parameters are named `@holds0` and so on.
 */
export function searchFor(text: string): TextSearch {
  // What has no case is found faster without a pattern.
  if (text.toUpperCase() === text.toLowerCase())
    return { holds: (column) => `instr(${column}, @holds0) > 0`, parameters: { holds0: text } };
  // SQLite itself takes no notice of case in ASCII, so that one pattern does for most texts.
  const cases = /^[\x20-\x7e]*$/.test(text) ? [text] : [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
  return {
    holds: (column) => `(${cases.map((_, n) => `${column} like @holds${n} escape '\\'`).join(' or ')})`,
    parameters: Object.fromEntries(cases.map((one, n) => [`holds${n}`, `%${escaped(one)}%`])),
  };
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
