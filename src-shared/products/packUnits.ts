import { fold } from '#shared/kernel/fold.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { counted, formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';

/** So much of a product's unit in one of what it is packed in, such as a case of 12. */
export type Pack = { name: string; quantity: string };

const listed = (text: string): Pack[] =>
  text.split(';').flatMap((part) => {
    const [name = '', ...rest] = part.split('=');
    return part.trim() === '' ? [] : [{ name: name.trim(), quantity: rest.join('=').trim() }];
  });

/** The pack units of a product, as it keeps them: "case = 12; pallet = 480". */
export const packsOf = (text: string): Pack[] =>
  listed(text).flatMap(({ name, quantity }) => {
    const amount = parseQuantity(quantity);
    return amount === undefined || amount <= 0n ? [] : [{ name, quantity: formatQuantity(amount) }];
  });

export const formatPacks = (packs: readonly Pack[]): string =>
  packs.map(({ name, quantity }) => `${name} = ${quantity}`).join('; ');

/** What is wrong with the pack units of a product whose quantities are in a unit. */
export function packsIssue(text: string, unit: string): Message | undefined {
  const names = new Set([fold(unit)]);
  for (const { name, quantity } of listed(text)) {
    if ((parseQuantity(quantity) ?? 0n) <= 0n || !/^\p{L}/u.test(name))
      return msg`Write what it is packed in and how much is in one, such as case = 12; pallet = 480.`;
    if (names.has(fold(name))) return msg`${name} is a unit of it already. Give another name.`;
    names.add(fold(name));
  }
  return undefined;
}

/** The count and the pack of a quantity that is typed in packs, such as "3 case"; undefined of any other. */
export function inPacks(text: string, packs: readonly Pack[]): { count: string; pack: Pack } | undefined {
  const typed = counted(text);
  const pack = typed && packs.find((one) => fold(one.name) === fold(typed.of));
  return typed && pack && { count: typed.count, pack };
}

/** So many packs in the product's unit, exactly; undefined where that takes more decimals than there are. */
export function unpacked(count: string, { quantity }: Pack): string | undefined {
  const [many, each] = [parseQuantity(count), parseQuantity(quantity)];
  if (many === undefined || each === undefined || (many * each) % million !== 0n) return undefined;
  const amount = formatQuantity((many * each) / million);
  return parseQuantity(amount) === undefined ? undefined : amount;
}
const million = 1_000_000n;
