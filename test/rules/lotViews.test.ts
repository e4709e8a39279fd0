import { describe, expect, it } from 'vitest';
import { viewAsked } from '#shared/kernel/listViews.ts';
import { lotViews, questionOf, viewsOfLots } from '#shared/lots/views.ts';

const day = '2026-02-10';

describe('the views that come with the list of lots', () => {
  it('count their dates from today: the day itself is not past yet', () => {
    expect(questionOf('expiring', day)).toMatchObject({ expiresOn: '2026-02-10..2026-03-12', onHand: ['yes'] });
    expect(questionOf('expired', day)).toMatchObject({ expiresOn: '..2026-02-09', onHand: ['yes'] });
    expect(questionOf('retest', day)).toMatchObject({ retestOn: '..2026-03-12' });
  });

  it('are known again by what they let through, however the rows are sorted', () => {
    for (const view of lotViews)
      expect(viewAsked(viewsOfLots, { ...questionOf(view, day), sort: '-lot', text: '' }, day)).toBe(view);
    expect(viewAsked(viewsOfLots, { onHand: ['yes'], text: 'jam' }, day)).toBeUndefined();
    expect(viewAsked(viewsOfLots, questionOf('expiring', day), '2026-02-11')).toBeUndefined();
  });
});
