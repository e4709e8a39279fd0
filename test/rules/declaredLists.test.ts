import { describe, expect, it } from 'vitest';
import { fileList } from '#shared/attachments/vocabulary.ts';
import { dueList } from '#shared/daily/vocabulary.ts';
import { holdList } from '#shared/holds/vocabulary.ts';
import { planList } from '#shared/inspections/vocabulary.ts';
import type { List, ListColumn } from '#shared/kernel/defineList.ts';
import { textAt } from '#shared/kernel/texts.ts';
import { labelList } from '#shared/labels/vocabulary.ts';
import { locationList } from '#shared/locations/vocabulary.ts';
import { documentList } from '#shared/movements/vocabulary.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { partnerList } from '#shared/partners/vocabulary.ts';
import { productList } from '#shared/products/vocabulary.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { approvalList } from '#shared/suppliers/vocabulary.ts';
import { texts } from '#shared/texts/index.ts';
import { viewedLists } from '#shared/views/vocabulary.ts';

const lists: readonly List[] = [
  ...[lotList, serialList, productList, partnerList, locationList, documentList],
  ...[holdList, labelList, fileList, approvalList, planList, dueList],
];

describe.each(lists.map((list) => [list.name, list] as const))('the list of %s', (name, list) => {
  it('has its words in every language, and keeps views', () => {
    expect(viewedLists).toContain(name);
    const columns = Object.values<ListColumn>(list.cells);
    const paths = [
      ...['title', 'placeholder', 'nothing', 'nothingHelp'].map((text) => `${list.texts}.${text}`),
      ...columns.map(({ header }) => header),
      // Of what is no choice, the values are letters of statuses.
      ...columns.flatMap(({ kind, said = kind.startsWith('choice') ? '' : 'statuses', values = [] }) =>
        values.map((value) => `${said}.${value}`),
      ),
    ];
    for (const path of paths) for (const all of Object.values(texts)) expect(textAt(all, path), path).not.toBe('');
  });

  it('filters and sorts by what its columns say', () => {
    expect(list.columns).toEqual(Object.keys(list.cells));
    for (const [id, { sorts, filters, kind, values }] of Object.entries<ListColumn>(list.cells)) {
      expect(list.sorts.includes(id), id).toBe(sorts === true);
      const isDate = ['date', 'moment', 'expiry'].includes(kind);
      const byKind = isDate ? 'dates' : values === undefined ? 'text' : 'choice';
      expect(list.filters[id]?.kind, id).toBe(filters === undefined ? undefined : byKind);
      // What is chosen among is said, and what goods lie in always is.
      if (kind.startsWith('choice') || kind === 'statuses' || kind === 'status') expect(values, id).not.toBeUndefined();
    }
  });
});
