import type { Unit } from '#shared/kernel/unit.ts';
import type { Sentence } from './sentence.ts';

/** How a unit is called within what is signed: its product, then each part of its name that there is. */
export function unitSentence({ product, lot, sublot, serial }: Unit): Sentence {
  const named = (goods: Sentence, code: 'goodsOfLot' | 'goodsOfSublot' | 'goodsOfSerial', name: string): Sentence =>
    name === '' ? goods : { code, values: { goods: { parts: [goods] }, name } };
  const ofLot = named({ code: 'goods', values: { product } }, 'goodsOfLot', lot);
  return named(named(ofLot, 'goodsOfSublot', sublot), 'goodsOfSerial', serial);
}
