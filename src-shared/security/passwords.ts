import { msg, type Message } from '#shared/kernel/message.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';

export const shortestPassword = 12;
/** What a password is refused for; `used` is known where the earlier ones are. */
export const passwordRules = ['short', 'monotonous', 'own', 'common', 'used'] as const;
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

/** Judges a new password of a person: long enough, and not what anybody would try first. */
export function judgePassword(text: string, person: { user: string; name: string }): Verdict {
  const password = plainPassword(text);
  if ([...password].length < shortestPassword)
    return no(
      'short',
      msg`A password has at least ${shortestPassword} characters. Three or four words that only you put together do well.`,
    );
  if (isMonotonous(password))
    return no('monotonous', msg`This password repeats or counts on. Choose three or four words instead.`);
  const lower = password.toLowerCase();
  const own = [person.user, ...person.name.split(/\s+/)].map((part) => part.toLowerCase());
  if (own.some((part) => part.length > 3 && lower.includes(part)))
    return no('own', msg`A password must not contain your own name or user name.`);
  if (isCommon(lower))
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

/** What is left without a common word, digits and signs is what makes a password hard: fewer than four letters are not. */
function isCommon(lower: string): boolean {
  const spelt = lower
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
    .replaceAll('@', 'a')
    .replaceAll('$', 's');
  return (
    [lower, spelt].some((text) => {
      const rest = commonWords.reduce((left, word) => left.replaceAll(word, ''), text).replace(/[^\p{L}]/gu, '');
      return rest.length < 4 && rest.length < text.replace(/[^\p{L}]/gu, '').length;
    }) || lower.replace(/[^\p{L}]/gu, '').length === 0
  );
}
