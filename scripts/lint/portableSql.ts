/** What only SQLite understands, or only its driver: the word people are told, and how it is found. */
const onlySqlite: Readonly<Record<string, RegExp>> = {
  iif: /\biif\(/g,
  glob: /\bglob\b/g,
  group_concat: /\bgroup_concat\(/g,
  'json functions': /\bjson_\w+\(/g,
  instr: /\binstr\(/g,
  ifnull: /\bifnull\(/g,
  'typeof()': /\btypeof\(/g,
  'dates of SQLite': /\b(?:strftime|julianday|unixepoch|datetime)\(/g,
  rowid: /\b(?:last_insert_)?rowid\b/g,
  'insert or': /\binsert or \w+/g,
  'not indexed': /\b(?:not indexed|indexed by)\b/g,
  pragma: /\bpragma\b/g,
  'functions of a connection': /\bdb\.function\(/g,
  'statements of the driver': /\.(?:prepare|pluck|raw|iterate|safeIntegers)(?:<|\()/g,
  'parameters by @name': /(?<![\w"'`/@])@[a-z]\w*/g,
  'names in capitals without quotes': / as [a-z]+[A-Z]\w*/g,
};

/** How often each stands in a source, without its imports and comments; nothing where none does. */
export function sqliteOnlyIn(source: string): Record<string, number> {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    // A builder's own way to name a column, which it quotes.
    .replace(/'[\w.]+ as \w+'/g, '')
    .replace(/^(?:import|export) [^;]*? from '[^']*';$/gm, '');
  const found = Object.entries(onlySqlite).map(([what, pattern]) => [what, code.match(pattern)?.length ?? 0] as const);
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}
