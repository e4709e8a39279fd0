import { describe, expect, it } from 'vitest';
import { areOneCode, areOneName } from '#shared/people/looksOfPeople.ts';

/** First names that are common in Europe: none of them is taken for another. */
const common =
  'Aaron Ada Adam Adele Agnes Aino Alan Albert Alexander Alice Alina Alma Amelia Ana Anders Andrea Anita Anja Anna Anne Annette Antonia Arno Astrid Beatrice Ben Bert Berta Bianca Bjorn Boris Carla Carl Carlo Carmen Cecilia Celia Chloe Clara Clemens Colin Cora Dag Dan Dana Daniel David Diana Dina Dora Edda Eila Elena Elia Elias Elin Elisa Ella Elli Elsa Emil Emilia Emma Enid Eric Erik Erin Erna Eva Fanni Felix Filip Finn Frida Gabi Gina Greta Hana Hanna Hans Harald Heidi Helena Henri Ida Ilja Ilka Ilse Ina Inga Ingrid Ira Irena Irina Iris Irma Isa Ivan Jan Jana Jari Jim Joan Jon Jonas Julia Juliane Kai Karin Karl Karla Katja Kim Kira Lara Lars Laura Lea Leila Lena Leo Lia Lidia Lieke Lili Lina Linda Lisa Liv Lola Luca Lucia Luis Luisa Maia Maja Mara Marc Maria Marian Marie Marina Marion Mario Marta Marti Martin Mats Max Mia Mila Milan Milena Mina Mira Miriam Mona Nadia Nico Nikla Nina Nora Ola Olaf Ole Olga Olivia Oscar Otto Paul Paula Pia Piet Rita Robin Rolf Rosa Sara Sofia Stella Sven Tanja Tara Theo Thea Tilda Tim Tina Tom Toni Ulla Ulrike Ursula Uwe Vera Viola Viv Vivian Walid Wanda Willi Wim Yara Yvonne Zara Zoe'.split(
    ' ',
  );

it('common names are not taken for one another', () => {
  const taken = common.flatMap((one, at) =>
    common.slice(at + 1).flatMap((other) => (areOneName(`${one} Lund`, `${other} Lund`) ? [`${one} ${other}`] : [])),
  );
  expect(taken).toEqual([]);
});

describe('names of people', () => {
  it.each([
    ['Ida Holm', 'IDA  HOLM'],
    ['Ida Holm', 'Idа Holm'],
    ['Ida Holm', 'lda Holm'],
    ['Ida Holm', 'Іda Hоlm'],
    ['Ida Holm', 'Ida Ho1m'],
    ['Ola Moe', '0la Moe'],
    ['Arno Berndt', 'Amo Bemdt'],
    ['Ida Holm', 'Ｉda Ｈolm'],
    ['Ida Holm-Lie', 'Ida Holm Lie'],
    ['Ida O’Neil', "Ida O'Neil"],
    ['Ида Холм', 'ида холм'],
    ['داد', 'دا\u200cد'],
    // Digits for letters, in any reading of a 1.
    ['Lina Voss', 'L1na V0ss'],
    ['Lina Voss', '1ina Vo55'],
    ['Bea Gran', '8ea 9ran'],
    // Two letters that are drawn as one.
    ['Wanda Orlow', 'VVanda Orlovv'],
    ['Frieda Moll', 'Friecla Moll'],
    // Marks that hardly show, and what stands around a name.
    ['Anton Rask', 'An\u0323ton Rask'],
    ['Anton Rask', 'Anton\u0332 Rask'],
    ['Anton Rask', 'Ant\u0336on Rask'],
    ['Anton Rask', 'Anton Rask\u2013'],
    ['Anton Rask', '\u00b7 Anton Rask \u02d0'],
    ['Anton Rask', 'Anton Rask|'],
    // Signs of other scripts.
    ['Anton Rask', 'Ant\u0e50n Rask'],
    ['Anton Rask', 'Ant\u0c02n Rask'],
    ['Anton Rask', 'Ant\u{1042c}n Rask'],
    ['Anton Rask', 'Ant\u00b0n Rask'],
    ['Anton Rask', 'A\u043fton Rask'],
    // In another order.
    ['Ida Holm', 'Holm Ida'],
    ['Ida Holm', 'HOLM, 1da'],
    ['Arno Berndt', 'Bemdt  Amo'],
    ['Ida Anna Holm', 'Holm Ida Anna'],
    // Small capitals, and a letter of the Caucasus.
    ...Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', (sign, at): [string, string] => [
      `X${'abcdefghijklmnopqrstuvwyz'.charAt(at)}o Rask`,
      `X${sign}o Rask`,
    ]),
    ['Bill Rask', 'B\u026al\u04cf Rask'],
    ['Bob Tailor', 'Bob Tai\u04cfor'],
  ])('%s and %s are read as one', (one, other) => {
    expect(areOneName(one, other)).toBe(true);
    expect(areOneName(other, one)).toBe(true);
  });

  it.each([
    ['Ida Holm', 'Ida Holm (dairy)'],
    ['Ida Holm', 'Ida M. Holm'],
    ['Ida Holm', 'Ada Holm'],
    ['Ida Holm', 'Holm Ada'],
    ['Ida Holm', 'Holm Ida (dairy)'],
    ['Jo Möller', 'Jo Moller'],
    ['Jo Möller', 'Jo Moeller'],
    ['Ines', 'Inès'],
    ['王伟', '王玮'],
    ['Ida Holm 1', 'Ida Holm 2'],
    ['Ida Holm', 'Ida Holm 2'],
    ['Ella Lind', 'Elia Lind'],
    ['Irina Lind', 'Ina Lind'],
    ['Clara Lind', 'Dara Lind'],
    ['\u015eener', 'Sener'],
    ['Ho\u00e0ng H\u1ea1', 'Ho\u00e0ng Ha'],
    ['\u0218tefan Pop', 'Stefan Pop'],
    ['Łucja', 'Lucja'],
    ['Пётр Панов', 'Фётр Панов'],
  ])('%s and %s are two', (one, other) => expect(areOneName(one, other)).toBe(false));
});

it('user names and roles are read as one whatever letter case they are typed in', () => {
  for (const other of ['Ida.holm', 'lda.holm', '1da.h0lm', 'ida-holm', 'IDA_HOLM'])
    expect(areOneCode('ida.holm', other), other).toBe(true);
  for (const other of ['idaholm', 'ida.holm-', 'ida.holm_', 'i.d.a.holm'])
    expect(areOneCode('ida.holm', other)).toBe(true);
  for (const other of ['ada.holm', 'ida.holm2', 'ida.h']) expect(areOneCode('ida.holm', other)).toBe(false);
  for (const [one, other] of [
    ['amend', 'arnend'],
    ['wanda', 'vvanda'],
    ['frieda', 'friecla'],
    ['lasse', 'la55e'],
    ['obst', '0b5t'],
  ] as const)
    expect(areOneCode(one, other), `${one} ${other}`).toBe(true);
  // Whoever is counted stays apart.
  const counted = Array.from({ length: 120 }, (_, at) => `line${at}`);
  for (const one of counted) expect(counted.filter((other) => areOneCode(one, other))).toEqual([one]);
  expect(areOneCode('shift1-1', 'shift11')).toBe(false);
});
