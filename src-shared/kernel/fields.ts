import { inEnglish, isMessage, type Message, msg } from './message.ts';
import { z } from 'zod';
import { isPlainDate, lastDayMeant, parseMoment } from './dates.ts';
import { counted, parseCost, parseQuantity } from './quantity.ts';
import { isStatus } from './status.ts';
import {
  codeIssue,
  freeTextIssue,
  longestCode,
  longestText,
  nameIssue,
  neat,
  storedCodeIssue,
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
const checkedText = (
  longest: number,
  fault: (text: string) => TextIssue | undefined,
  written: (text: string) => string = neat,
) =>
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
    .transform(written);

const isThere = [(text: string): boolean => text !== '', refusal(msg`It is missing.`)] as const;

/** A code that is made and may be blank. */
export const optionalCode = checkedText(longestCode, codeIssue);
/** A code that is made. */
export const code = optionalCode.refine(...isThere);
/** A name that is made, in one line, and may be blank. */
export const optionalName = checkedText(longestCode, nameIssue);
/** A name that is made, in one line. */
export const name = optionalName.refine(...isThere);
/** A name of a person, which is printed with what they sign. */
export const personName = name.refine(
  (text) => /[\p{L}\p{N}]/u.test(text),
  refusal(msg`It holds no letter; write the name as people read it.`),
);
/** The code of what may be in the store, as it is spelt there; blank for none: lot, sublot, serial … */
export const optionalStoredCode = checkedText(longestCode, storedCodeIssue, tidy);
/** The code of what is in the store, as it is spelt there, whatever rules it was made by. */
export const storedCode = optionalStoredCode.refine(...isThere);
/** A reason or note. */
export const freeText = checkedText(longestText, freeTextIssue, tidy);

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

/** A quantity as it is typed: in the unit of its goods, or so many of what they are packed in, such as "3 case". */
export const typedQuantityText = z
  .string()
  .max(longestText, inEnglish(tooLong))
  .refine(
    (text) => parseQuantity(counted(text)?.count ?? text) !== undefined,
    refusal(
      msg`Write a number with a dot and at most six decimals, such as 12.5, or so many of what it is packed in, such as 3 case.`,
    ),
  )
  .refine(
    (text) => (parseQuantity(counted(text)?.count ?? text) ?? 0n) > 0n,
    refusal(msg`The quantity must be above zero.`),
  );

/** What one unit costs. */
export const costText = z
  .string()
  .refine(
    (text) => (parseCost(text) ?? -1n) >= 0n,
    refusal(msg`Write the cost with at most four decimals, such as 12.5.`),
  );

/** A moment as the contract carries it: ISO text with an offset. */
export const momentText = z
  .string()
  .refine(
    (text) => parseMoment(text) !== undefined,
    refusal(msg`Write a time such as 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+01:00.`),
  );

/** The last day of something: a calendar date, or a month, of which the last day is meant. */
export const lastDayText = z
  .string()
  .refine(
    (text) => lastDayMeant(text) !== undefined,
    refusal(msg`Write a calendar date such as 2026-01-31, or a month such as 2026-01.`),
  );

/** A calendar date. */
export const plainDateText = z.string().refine(isPlainDate, refusal(msg`Write a calendar date such as 2026-01-31.`));

/** Up to when something counts: a moment, or a calendar date, of which the end is meant. */
export const asOfText = z
  .string()
  .refine(
    (text) => isPlainDate(text) || parseMoment(text) !== undefined,
    refusal(msg`Write a date such as 2026-01-31, or a time such as 2026-01-31T08:00:00+01:00.`),
  );

/** A status as operations take it. */
export const statusText = z
  .string()
  .refine(isStatus, refusal(msg`Write A, Q or R with an optional second character, such as A or Q1.`));

/** A message as it crosses a transport. */
export const message = z.custom<Message>(isMessage);
