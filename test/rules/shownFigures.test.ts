import { describe, expect, it } from 'vitest';
import { dateFormatIssue, textShownBy } from '#shared/exchange/formatCodes.ts';
import { shownFigure } from '#shared/exchange/shownFigures.ts';

describe('what a spreadsheet shows of a figure', () => {
  it.each([
    ['0', 12.345, '12'],
    ['0.0', 0.25, '0.3'],
    ['0.00', 1.005, '1.01'],
    ['#,##0', 1249.5, '1250'],
    ['0"kg"', 7.6, '8'],
    ['0.0" 5% m2"', 7.64, '7.6'],
    ['0%', 0.125, '13 %'],
    ['0\\ %', 0.5, '50 %'],
    ['0 %', 0.5, '50 %'],
    ['#,##0,', 12_345, '12'],
    ['0.0,,', 7_654_321, '7.7'],
    ['#,##0,"k"', 900, '1'],
    ['0.0E+00', 12_345, '12000'],
    ['##0.0E+0', 12_345, '12300'],
    ['# ?/?', 2.34, '2.33333333333333'],
    ['# ?/8', 0.3, '0.25'],
    [';;;', 5, ''],
    ['"full"', 5, ''],
    ['#', 0.3, ''],
    ['[>=1000]0,"k";0.0', 1600, '2'],
    ['[>=1000]0,"k";0.0', 16.04, '16'],
    ['0.00;-0', 1.239, '1.24'],
    ['0"000"', 5, '5000'],
    ['"1"0', 5, '15'],
    ['0\\0', 7, '70'],
    ['-0', 5, '-5'],
    ['"-"0.0', 2.5, '-2.5'],
    ['(0)', 5, '(5'],
  ])('by %s of %d is another one', (code, value, shown) => {
    expect(shownFigure(value, code)).toBe(shown);
  });

  it.each([
    ['General', 12.345],
    ['@', 12.345],
    ['', 12.345],
    ['0.00', 12.3],
    ['0.0?', 12.3],
    ['#,##0.000', 1234.5],
    ['_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-', 1234.5],
    ['[$€-407]\\ #,##0.00', 1234.56],
    ['"$"#,##0_);("$"#,##0)', 12],
    ['[Red]0.0', 1.5],
    ['0.00"; 7"', 1.25],
    ['00000', 12],
    ['# ?/?', 2.5],
    ['0.000E+00', 12_340],
    ['General" kg"', 0.123_456],
    ['[<1]0.000;0', 0.125],
    ['0;;"none"', 12],
    ['"Nr. "0" m2"', 12],
    ['"L-"0', 12],
    ['??0.0', 57.699_999_999_999_996],
    ['#,##0.00', 999_999_999.25],
  ])('by %s of %d is the figure itself', (code, value) => {
    expect(Number(shownFigure(value, code))).toBe(Number(value.toPrecision(15)));
  });
});

describe('a date', () => {
  it.each(['yyyy\\-mm\\-dd', 'd. mmmm yy', '[$-404]e/m/d', '[$-107041E]d/m/bb', 'dd.mm.yy;@', 'General', ''])(
    'is shown whole by %s',
    (code) => expect(dateFormatIssue(code)).toBeUndefined(),
  );
  it.each([
    'mmm-yy',
    'd-mmm',
    'yyyy',
    'h:mm',
    '"day" mm/yyyy',
    '[$-411]yyyy"d"m',
    'dddd mmmm yyyy',
    'd.yyyy h:mm',
    'd.yyyy mm:ss',
  ])('is not by %s', (code) => expect(dateFormatIssue(code)).toBe('part'));

  it.each(['yyyy-dd-mm', 'mm/yyyy/dd', 'dd-yy-m', 'yyyy\\.d\\.m;@', '[$-409]yyyy"/"dd"/"mm hh:mm'])(
    'stands by %s in an order in which nobody reads it',
    (code) => expect(dateFormatIssue(code)).toBe('order'),
  );

  it.each(['yyyy-dd-mmm', 'mmmm d, yyyy', 'm/d/yy h:mm AM/PM', 'dddd, dd.mm.yyyy', 'hh:mm dd/mm/yyyy'])(
    'is read by %s as it is meant',
    (code) => expect(dateFormatIssue(code)).toBeUndefined(),
  );
});

describe('what a spreadsheet shows of a text', () => {
  it.each([
    ['"L-"@', 'L-7', 'L-L-7'],
    ['@" kg"', '12', '12 kg'],
    ['@\\-1', 'A', 'A-1'],
    [';;;', 'A', ''],
    ['0;0;0;', 'A', ''],
    ['0;-0;0;"void"', 'A', 'void'],
    ['General;General;General;@@', 'A', 'AA'],
    ['0;"L"@', 'A', 'LA'],
  ])('by %s of %s is another one', (code, text, shown) => expect(textShownBy(text, code)).toBe(shown));

  it.each(['General', '@', '0', '0.00" kg"', '#,##0;[Red]-#,##0', '0;-0;;@', ';;', '"L-"0', 'dd.mm.yyyy;@', ''])(
    'by %s is the text itself',
    (code) => expect(textShownBy('L-7', code)).toBe('L-7'),
  );
});
