import { type Message, msg } from '#shared/kernel/message.ts';
import { codeIssue, longestCode, neat, textIssueSentence } from '#shared/kernel/text.ts';
import { mostAtOnce } from './vocabulary.ts';

/**
 * Numbers that follow a first one: its last run of digits counts, what stands before and after stays, and so does the
 * width, until a count needs more digits (99, 100).
 */
export function following(first: string, count: number): { numbers: string[] } | { issue: Message } {
  const written = neat(first);
  const issue = written === '' ? undefined : codeIssue(written);
  if (issue !== undefined) return { issue: textIssueSentence(issue) };
  if (!Number.isInteger(count) || count < 1) return { issue: msg`At least one number is to be made.` };
  if (count > mostAtOnce) return { issue: msg`At most ${mostAtOnce} numbers are made at once. Make them in parts.` };
  const [, before = '', digits, after = ''] = /^(.*?)(\d+)(\D*)$/s.exec(written) ?? [];
  if (digits === undefined)
    return { issue: msg`The first number has no digits, so that nothing in it counts. Write one such as SN-0001.` };
  const start = BigInt(digits);
  const numberAt = (index: number) =>
    `${before}${(start + BigInt(index)).toString().padStart(digits.length, '0')}${after}`;
  if (numberAt(count - 1).length > longestCode)
    return { issue: msg`The last number would be longer than ${longestCode} characters.` };
  return { numbers: Array.from({ length: count }, (_, index) => numberAt(index)) };
}
