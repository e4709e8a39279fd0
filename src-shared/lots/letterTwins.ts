/**
 * Letters of other scripts that are drawn like a Latin letter or a digit, each in the place of its twin. From Unicode's
 * data for Technical Standard 39 (confusables.txt), as far as Cyrillic, Greek, Armenian, Cherokee, Lisu, Coptic and the rarer Latin letters go.
 * A capital stands for its small letter too, except where that has a row of its own: case is no difference here.
 */
const rows: readonly [signs: string, twins: string][] = [
  // Cyrillic.
  ['АВЕКМНОРСТУХЅІЈҺԀԚԜҮӀѴԌЬЗ', 'ABEKMHOPCTYXSIJHDQWYIVGB3'],
  // Greek, and two of its small letters that are drawn like another letter than their capitals.
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺͿ', 'ABEZHIKMNOPTYXCMJ'],
  ['νυ', 'vu'],
  // Armenian.
  ['ՕՍՏԼ', 'OUSL'],
  // Cherokee.
  ['ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏃᏎᏏᏒᏔᏚᏙᏞᏟᏢᏦᏧᏳᏴ', 'DRTIYAJEWMHYGZ4BRWSVLCPKDGB'],
  // Lisu.
  ['ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'BPDTGKJCZFMNLSRVHWXYAEIOU'],
  // Coptic.
  ['ⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬ', 'BEHIKMNOPCTYX'],
  // Latin letters of other alphabets, and signs.
  ['ıɩɪɑɡʟʀɴʏᴀᴄᴇᴍᴏᴘᴛᴜᴠᴡᴢꜱ×∣ǀ❘', 'iiiaglrnyacemoptuvwzsx|||'],
];

/** Each such letter with the Latin letter or digit that it looks like. */
export const letterTwins: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([signs, twins]) => {
    const latin = [...twins];
    return [...signs].map((sign, place): [string, string] => [sign, latin[place] ?? sign]);
  }),
);
