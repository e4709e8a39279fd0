import { type Message, msg } from '#shared/kernel/message.ts';
import type { AttributeKind } from './vocabulary.ts';

/** What a plant says of its products besides, such as allergens: in its own words, or by its own choice. */
export type Attribute = { code: string; attributeKind: AttributeKind; choices: string };
/** What a product says of one. */
export type Said = { attribute: string; value: string };

/** How what a product says is kept: "Allergens: milk, nuts; Origin: Spain". */
const [between, after, among] = ['; ', ': ', ', '];

/** The choices of an attribute, as they were typed with commas between them. */
export const choicesOf = (text: string): string[] => [...new Set(parts(text, ','))];

const parts = (text: string, sign: string): string[] =>
  text.split(sign).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

export function parseAttributes(text: string): Said[] {
  return parts(text, ';').map((part) => {
    const [attribute = '', ...value] = part.split(':');
    return { attribute: attribute.trim(), value: value.join(':').trim() };
  });
}

/** In the order of the attributes, choices in theirs; what nobody describes any more comes last, as it was said. */
export function formatAttributes(said: readonly Said[], attributes: readonly Attribute[]): string {
  const known = attributes.flatMap((one) => said.filter(({ attribute }) => attribute === one.code));
  return [...known, ...said.filter((one) => !known.includes(one))]
    .flatMap(({ attribute, value }) => {
      const neat = valueInOrder(
        value,
        attributes.find(({ code }) => code === attribute),
      );
      return neat === '' ? [] : [`${attribute}${after}${neat}`];
    })
    .join(between);
}

function valueInOrder(value: string, attribute: Attribute | undefined): string {
  if (attribute?.attributeKind !== 'choices') return value;
  const order = choicesOf(attribute.choices);
  const placeOf = (one: string): number => (order.includes(one) ? order.indexOf(one) : order.length);
  return choicesOf(value)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .join(among);
}

/** What is wrong with what a product says; what it said before stays right, whatever became of the choice. */
export function attributesIssue(text: string, attributes: readonly Attribute[], before = ''): Message | undefined {
  const earlier = parseAttributes(before);
  const seen = new Set<string>();
  for (const { attribute, value } of parseAttributes(text)) {
    if (seen.has(attribute)) return msg`${attribute} is said twice.`;
    seen.add(attribute);
    const was = earlier.find((one) => one.attribute === attribute)?.value ?? '';
    const found = attributes.find(({ code }) => code === attribute);
    if (value === was) continue;
    if (found === undefined) return msg`There is no attribute ${attribute}. Make it first.`;
    const choices = [...choicesOf(found.choices), ...choicesOf(was)];
    const chosen = found.attributeKind === 'choices' ? choicesOf(value) : [value];
    const other = found.attributeKind === 'text' ? undefined : chosen.find((one) => !choices.includes(one));
    if (other !== undefined) return msg`${attribute} has no choice ${other}. Choose of: ${choices.join(among)}.`;
  }
  return undefined;
}

/** What is wrong with an attribute itself: its signs must not be those that stand between what is said. */
export function attributeIssue({
  code,
  attributeKind,
  choices,
}: Attribute): { field: string; text: Message } | undefined {
  if (/[:;]/.test(code)) return { field: 'code', text: msg`Leave out colons and semicolons.` };
  if (/[;]/.test(choices)) return { field: 'choices', text: msg`Write the choices with commas between them.` };
  if (attributeKind !== 'text' && choicesOf(choices).length === 0)
    return { field: 'choices', text: msg`Write the choices with commas between them.` };
  return undefined;
}
