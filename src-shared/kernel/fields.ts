import { inEnglish, isMessage, type Message, msg } from './message.ts';
import { z } from 'zod';
import { isPlainDate, parseMoment } from './dates.ts';
import { parseQuantity } from './quantity.ts';
import { isStatus } from './status.ts';
import {
  freeTextIssue,
  longestCode,
  longestText,
  textIssue,
  textIssueSentence,
  type TextIssue,
  tidy,
  visible,
} from './text.ts';

/** A schema's refusal of a text: in English, and with it the message, to be read in another language. */
export const refusal = (text: Message) => ({ error: inEnglish(text), params: { text } });

export const tooLong = msg`It is too long.`;

/**
 * The kinds of text in the contract, as its schemas. They are separate from the rules they are made of, so that a
 * worker that reads files by the same rules need not load the library of schemas.
 */
const checkedText = (longest: number, fault: (text: string) => TextIssue | undefined) =>
  z
    .string()
    .max(longest, inEnglish(tooLong))
    .superRefine((text, context) => {
      // That it is too long is reported above.
      const found = text.length > longest ? undefined : fault(text);
      if (found !== undefined) {
        const text = textIssueSentence(found);
        context.addIssue({ code: 'custom', message: inEnglish(text), params: { text } });
      }
    })
    .transform(tidy);

/** A code that may be blank: lot, sublot, serial … */
export const optionalCode = checkedText(longestCode, (text) => textIssue(text, longestCode));
/** A code that must be there. */
export const code = optionalCode.refine((text) => text !== '', refusal(msg`It is missing.`));
/** A name, reason or note. */
export const freeText = checkedText(longestText, freeTextIssue);

/** A text that is looked for: it is not refused for what came along when it was pasted. */
export const searchText = z
  .string()
  .max(longestText, inEnglish(tooLong))
  .transform(visible)
  .refine((text) => !text.includes('\0'), refusal(textIssueSentence('control')));

/** A quantity as the contract carries it: a decimal string. */
export const quantityText = z
  .string()
  .refine(
    (text) => parseQuantity(text) !== undefined,
    refusal(msg`Write a number with a dot and at most six decimals, such as 12.5.`),
  );

/** A quantity of which there is some. */
export const positiveQuantityText = quantityText.refine(
  (text) => (parseQuantity(text) ?? 0n) > 0n,
  refusal(msg`The quantity must be above zero.`),
);

/** A moment as the contract carries it: ISO text with an offset. */
export const momentText = z
  .string()
  .refine(
    (text) => parseMoment(text) !== undefined,
    refusal(msg`Write a time such as 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+01:00.`),
  );

/** A calendar date. */
export const plainDateText = z.string().refine(isPlainDate, refusal(msg`Write a calendar date such as 2026-01-31.`));

/** A status as operations take it. */
export const statusText = z
  .string()
  .refine(isStatus, refusal(msg`Write A, Q or R with an optional second character, such as A or Q1.`));

/** A message as it crosses a transport. */
export const message = z.custom<Message>(isMessage);
