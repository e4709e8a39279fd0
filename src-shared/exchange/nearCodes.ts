const mostNear = 3;
const shortCode = 4;

/**
 * The codes that a mistyped one most likely means, the likeliest first: those that become it by one slip of typing or
 * two (a character too many, too few, another, or two swapped), letter case aside. Codes of up to four characters are
 * near by one slip only, since nearly all of them are by two.
 */
export function nearCodes(code: string, known: Iterable<string>): string[] {
  const wanted = code.toLowerCase();
  const most = wanted.length <= shortCode ? 1 : 2;
  const near: { code: string; slips: number }[] = [];
  for (const other of known) {
    if (other === code || Math.abs(other.length - code.length) > most) continue;
    const slips = slipsBetween(wanted, other.toLowerCase(), most);
    if (slips <= most) near.push({ code: other, slips });
  }
  return near
    .sort((a, b) => a.slips - b.slips || (a.code < b.code ? -1 : 1))
    .slice(0, mostNear)
    .map((one) => one.code);
}

/** The distance of Damerau and Levenshtein (optimal string alignment), or more than `most` where it is greater. */
function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    let least = row;
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1];
      let slips = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
        slips = Math.min(slips, (before[at - 2] ?? 0) + 1);
      next.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}
