import { describe, expect, test } from 'vitest';
import { drawPdf } from '#main/documents/pdf.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { type Pdf, pageText, readPdf } from '../support/pdfReader.ts';
import { buildReport } from './sampleReports.ts';

const named = (names: readonly string[]): ReportModel =>
  buildReport({
    sections: [
      {
        title: 'Customers',
        level: 1,
        table: { columns: [{ key: 'name', header: 'Name', kind: 'text' }], rows: names.map((name) => [name]) },
      },
    ],
  });
const drawNames = async (names: readonly string[]): Promise<Pdf> => readPdf(await drawPdf(named(names)));
const cellsOf = (pdf: Pdf): string[] =>
  pdf.pages.flatMap(({ texts }) => texts.filter(({ tag }) => tag === 'TD').map(({ text }) => text));
const letters = (text: string): string[] => [...text.normalize('NFC')];

const leftToRight = {
  signs: '≥ 99 % ≤ 5 → CO₂ m² 0.5 ‰ 3 µm 10 Ω ✓ ⅓ № ℮ ℃',
  Vietnamese: 'Công ty Sữa Nguyễn Thị Hương',
  'Chinese, simplified': '北京三元食品股份有限公司',
  'Chinese, traditional': '臺灣菸酒股份有限公司',
  Japanese: '雪印メグミルク株式会社 𠮷田',
  Korean: '매일유업주식회사',
  Thai: 'บริษัทฟาร์มโชคชัยจำกัด',
  Lao: 'ນົມລາວ',
  Khmer: 'ទឹកដោះគោ',
  Burmese: 'နို့ကုမ္ပဏီ',
  Devanagari: 'मदर डेयरी क्षेत्रीय',
  Bengali: 'প্রাণ ডেইরি',
  Tamil: 'ஆவின் பால்',
  Telugu: 'శ్రీ విజయ డెయిరీ',
  Kannada: 'ನಂದಿನಿ ಹಾಲು',
  Malayalam: 'മിൽമ പാൽ',
  Gujarati: 'અમૂલ ડેરી',
  Gurmukhi: 'ਵੇਰਕਾ ਦੁੱਧ',
  Oriya: 'ଓମଫେଡ଼ ଦୁଗ୍ଧ',
  Sinhala: 'ශ්‍රී කිරි',
  Georgian: 'სოფლის ნობათი',
  Armenian: 'Աշտարակ Կաթ',
  Ethiopic: 'ሾላ ወተት',
  Tibetan: 'འོ་མ',
  Cherokee: 'ᎤᏅᏗ',
};
const rightToLeft = {
  Arabic: 'شركة نادك للألبان',
  Persian: 'شرکت پگاه',
  Urdu: 'دودھ کمپنی',
  Hebrew: 'טרה חלב',
  Thaana: 'ކިރު',
};

describe('names in the letters of their country', () => {
  test.each(Object.entries(leftToRight))('%s is drawn in its own letters and read back as written', async (_, name) => {
    const pdf = await drawNames([name]);
    expect(letters(cellsOf(pdf).join('')).join('')).toBe(letters(name).join(''));
    // A glyph that stands for nothing known would be read as a question mark.
    expect(cellsOf(pdf).join('')).not.toMatch(/\[U\+|\?/);
  });

  test.each(Object.entries(rightToLeft))(
    '%s stands from right to left, each letter saying what it is',
    async (_, name) => {
      const [cell = ''] = cellsOf(await drawNames([name]));
      // The pieces stand from left to right, so the last letter comes first. Marks and joined pairs keep their own order.
      expect([...cell].sort().join('')).toBe([...name].sort().join(''));
      expect(cell[0] === name.at(-1) || /\p{M}/u.test(name.at(-1) ?? '')).toBe(true);
      expect(cell).not.toContain('[U+');
    },
  );

  test('keeps numbers and Latin words in their own direction within a name from right to left', async () => {
    const [cell = ''] = cellsOf(await drawNames(['תנובה (מרכז) ABC 1926']));
    expect(cell).toBe('ABC 1926 )זכרמ( הבונת');
  });

  test('keeps a report in Latin letters in its order around a name from right to left', async () => {
    const [cell = ''] = cellsOf(await drawNames(['Lot 12 of טרה, box 7']));
    expect(cell).toBe('Lot 12 of הרט, box 7');
  });

  test('joins letters that join: the same letters alone and together have different shapes', async () => {
    const size = async (name: string): Promise<number> => (await drawPdf(named([name]))).length;
    expect(await size('ننن')).not.toBe(await size('ن ن ن'));
  });

  test('breaks long names without blanks within their column, and loses no letter', async () => {
    const chinese = '上海光明乳业股份有限公司'.repeat(30);
    const thai = 'บริษัทเจริญโภคภัณฑ์อาหารจำกัด'.repeat(20);
    const marked = `e\u0301`.repeat(300);
    const pdf = await drawNames([chinese, thai, marked]);
    expect(cellsOf(pdf).join('').normalize('NFC')).toBe((chinese + thai + marked).normalize('NFC'));
    const lines = cellsOf(pdf);
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.filter((line) => /^\p{M}/u.test(line))).toEqual([]);
  });

  test('writes by number what is nobody’s letter, and says so', async () => {
    const pdf = await drawNames(['a\ue000b', '\u{10ffff}']);
    expect(cellsOf(pdf)).toEqual(['a[U+E000]b', '[U+10FFFF]']);
    expect(pdf.pages.map(pageText).join('\n')).toContain('are written by their Unicode number');
  });

  test('is the same to the byte when drawn twice, and embeds only fonts that its text needs', async () => {
    const names = [...Object.values(leftToRight), ...Object.values(rightToLeft)];
    const [one, two] = [await drawPdf(named(names)), await drawPdf(named(names))];
    expect(one.equals(two)).toBe(true);
    expect(readPdf(await drawPdf(named(['plain']))).fonts.filter((font) => font.includes('Noto'))).toEqual([]);
  });
});
