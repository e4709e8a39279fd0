/**
 * A scanner sends keys, and the computer writes on them what its own keyboard has there. Set to an American keyboard on a
 * computer with another one, it changes signs: "VE-66318" arrives as "VEß66318" in German, as "VE)--"&_" in French.
 * Each keyboard row by row as it writes alone and with the shift key, in the order of the keys.
 */
const american = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const others = [
  // German.
  '^1234567890ß´qwertzuiopü+asdfghjklöäyxcvbnm,.-' + '°!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄYXCVBNM;:_',
  // French.
  '²&é"\'(-è_çà)=azertyuiop^$qsdfghjklmùwxcvbn,;:!' + '\u00001234567890°+AZERTYUIOP¨£QSDFGHJKLM%WXCVBN?./§',
];

const signs = others.map((keyboard) => {
  const keys = [...keyboard];
  return new Map(keys.map((sign, place) => [sign, american[place] ?? sign]));
});

/**
 * Signs that are rare in a code but result from others that are not, as `]` before a kind of barcode: without one
 * there is no hint that the keyboards differ.
 */
const telling = [/[ß´üöä§°`=]|^\+[a-z][0-9]/i, /^[^0-9]*[&é"'(\-è_çà)]{2}[^0-9]*$/];

/**
 * What a scanner may have sent that is set to an American keyboard, where the text shows that this computer has another
 * one; nothing where it does not.
 */
export const sentByScanner = (text: string): string[] =>
  signs.flatMap((meant, keyboard) =>
    telling[keyboard]?.test(text) === true ? [[...text].map((sign) => meant.get(sign) ?? sign).join('')] : [],
  );
