import { msg, type Message } from '#shared/kernel/message.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';

export const shortestPassword = 12;
/** What a password is refused for; `used` is known where the earlier ones are. */
export const passwordRules = ['short', 'monotonous', 'own', 'known', 'common', 'used'] as const;
export type PasswordRule = (typeof passwordRules)[number];

/** So many passwords of a person are remembered and not taken again. */
export const passwordsRemembered = 12;

/** Words that make a password easy to guess when little else is beside them. */
const commonWords = [
  ...['password', 'passwort', 'kennwort', 'passphrase', 'letmein', 'welcome', 'willkommen', 'administrator', 'admin'],
  ...['qwertyuiop', 'qwertzuiop', 'qwerty', 'qwertz', 'asdfghjkl', 'asdfgh', 'abcdefghijkl', 'abcdef', 'iloveyou'],
  ...['changeme', 'changeit', 'secret', 'geheim', 'lotline', 'quality', 'football', 'baseball', 'sunshine', 'princess'],
  ...['dragon', 'monkey', 'trustno', 'superman', 'whatever', 'hallo', 'hello', 'master', 'summer', 'winter', 'spring'],
  ...['autumn', 'sommer', 'herbst', 'fruehling', 'test', 'temp', 'default', 'login', 'access', 'january', 'december'],
];

/** The form in which a password is compared and digested: one way to write every letter. */
export const plainPassword = (text: string): string => text.normalize('NFKC');

/**
 * Judges a new password of a person: long enough, and not what anybody would try first. `known` are names of colleagues and
 * roles. No list of leaked passwords is asked: Lotline works without a network, and carries none along.
 */
export function judgePassword(
  text: string,
  person: { user: string; name: string },
  known: readonly string[] = [],
): Verdict {
  const password = plainPassword(text);
  if ([...password].length < shortestPassword)
    return no(
      'short',
      msg`A password has at least ${shortestPassword} characters. Three or four words that only you put together do well.`,
    );
  if (isMonotonous(password))
    return no('monotonous', msg`This password repeats or counts on. Choose three or four words instead.`);
  const lower = password.toLowerCase();
  const holds = (names: readonly string[]): boolean =>
    names
      .flatMap((name) => name.toLowerCase().split(/[\s._-]+/))
      .some((part) => part.length > 3 && [lower, spelt(lower)].some((one) => one.includes(part)));
  if (holds([person.user, person.name]) || lower.includes(person.user.toLowerCase()))
    return no('own', msg`A password must not contain your own name or user name.`);
  if (holds(known)) return no('known', msg`A password must not contain the name of a colleague or a role.`);
  if (isCommon(lower) || isWalk(lower))
    return no('common', msg`This password is one that is tried first. Choose three or four words instead.`);
  return allowed;
}

const no = (rule: PasswordRule, message: Message): Verdict => refused('PASSWORD_POLICY', message, { rule });

/** Few different characters, one piece repeated, or each character next to the one before. */
function isMonotonous(password: string): boolean {
  if (new Set(password).size < 5) return true;
  if (/^(.{1,6})\1+$/u.test(password)) return true;
  const codes = [...password].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.filter((step) => Math.abs(step) === 1).length >= steps.length - 1;
}

/** Keys that lie beside or below one another, on keyboards of English, German and French, and letters and digits in order. */
const walks = [
  ...['1234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiopü', 'asdfghjklöä'],
  ...['yxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', '1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,'],
  ...['9ol.', '1qay', '6zhn', '!@#$%^&*()', '!"§$%&/()='],
].flatMap((walk) => [walk, [...walk].toReversed().join('')]);
const shortestWalk = 4;

/** Whether so little is left without walks over the keyboard that they are what makes the password long. */
function isWalk(lower: string): boolean {
  let left = '';
  let isWalked = false;
  for (let at = 0; at < lower.length; ) {
    const steps = Math.max(...walks.map((walk) => stepsAlong(walk, lower.slice(at))));
    if (steps < shortestWalk) left += lower[at] ?? '';
    else isWalked = true;
    at += steps < shortestWalk ? 1 : steps;
  }
  return isWalked && left.replace(/[^\p{L}\p{N}]/gu, '').length < 8;
}

/** How many characters of a text go along a walk from its beginning. */
function stepsAlong(walk: string, text: string): number {
  const from = walk.indexOf(text[0] ?? '');
  if (from === -1) return 0;
  let steps = 1;
  while (text[steps] !== undefined && text[steps] === walk[from + steps]) steps += 1;
  return steps;
}

/** Letters for the signs that stand for them. */
const spelt = (lower: string): string =>
  lower
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
    .replaceAll('@', 'a')
    .replaceAll('$', 's');

/** What is left without a common word, digits and signs is what makes a password hard: fewer than four letters are not. */
function isCommon(lower: string): boolean {
  return (
    [lower, spelt(lower)].some((text) => {
      const rest = commonWords.reduce((left, word) => left.replaceAll(word, ''), text).replace(/[^\p{L}]/gu, '');
      return rest.length < 4 && rest.length < text.replace(/[^\p{L}]/gu, '').length;
    }) || lower.replace(/[^\p{L}]/gu, '').length === 0
  );
}
