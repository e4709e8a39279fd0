import { describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import {
  type Attribute,
  attributeIssue,
  attributesIssue,
  choicesOf,
  formatAttributes,
  parseAttributes,
} from '#shared/products/attributes.ts';

const attributes: Attribute[] = [
  { code: 'Allergens', attributeKind: 'choices', choices: 'milk, nuts, gluten' },
  { code: 'Origin', attributeKind: 'text', choices: '' },
  { code: 'Storage', attributeKind: 'choice', choices: 'cool, dry' },
];
const issueOf = (text: string, before = ''): string => {
  const issue = attributesIssue(text, attributes, before);
  return issue === undefined ? '' : inEnglish(issue);
};
const neat = (text: string): string => formatAttributes(parseAttributes(text), attributes);

describe('what a product says besides', () => {
  it('is kept in the order of attributes and choices, each choice once, and nothing blank', () => {
    expect(neat('Storage: dry;Origin: Spain: Murcia ; Allergens: gluten,milk, gluten')).toBe(
      'Allergens: milk, gluten; Origin: Spain: Murcia; Storage: dry',
    );
    expect(neat('Origin: ; Allergens: ,')).toBe('');
    expect(neat(neat('Old: kept; Origin: Spain'))).toBe('Origin: Spain; Old: kept');
  });

  it.each([
    ['Allergens: milk, nuts', ''],
    ['Allergens: milk, soy', 'Allergens has no choice soy. Choose of: milk, nuts, gluten.'],
    ['Storage: cool, dry', 'Storage has no choice cool, dry. Choose of: cool, dry.'],
    ['Colour: red', 'There is no attribute Colour. Make it first.'],
    ['Origin: Spain; Origin: Italy', 'Origin is said twice.'],
    ['Origin: anywhere, but near', ''],
  ])('%s is judged: %s', (text, issue) => {
    expect(issueOf(text)).toBe(issue);
  });

  it('stays right as it was recorded, whatever became of the choice', () => {
    expect(issueOf('Colour: red; Allergens: soy, milk', 'Allergens: milk, soy; Colour: red')).toBe('');
    expect(issueOf('Allergens: soy, lupin', 'Allergens: soy')).toContain('has no choice lupin');
    expect(issueOf('Colour: blue', 'Colour: red')).toContain('There is no attribute Colour');
  });
});

describe('an attribute', () => {
  it('has choices with commas between them, and no sign that stands between what is said', () => {
    expect(choicesOf(' milk,nuts,, milk')).toEqual(['milk', 'nuts']);
    const fieldOf = (code: string, attributeKind: Attribute['attributeKind'], choices = '') =>
      attributeIssue({ code, attributeKind, choices })?.field;
    expect(fieldOf('Allergens', 'choices', 'milk')).toBeUndefined();
    expect(fieldOf('Note', 'text')).toBeUndefined();
    expect(fieldOf('A: B', 'text')).toBe('code');
    expect(fieldOf('Allergens', 'choices', ' , ')).toBe('choices');
    expect(fieldOf('Allergens', 'choice', 'milk; nuts')).toBe('choices');
  });
});
