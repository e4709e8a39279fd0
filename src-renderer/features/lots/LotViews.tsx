import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#renderer/components/links.tsx';
import { Quantity, today } from '#renderer/components/figures.tsx';
import { lotViews, questionOf, soonDays, viewAsked } from '#shared/lots/views.ts';
import { useLotTotals } from './lots.hooks.ts';
import styles from './lots.module.css';

/** The views that come with the list of lots, each with how many there are, once `isTime` to ask. */
export function LotViews({ asked, isTime }: { asked: Readonly<Record<string, unknown>>; isTime: boolean }): ReactNode {
  const { t } = useTranslation();
  const now = today();
  const totals = useLotTotals(
    lotViews.map((view) => questionOf(view, now)),
    isTime,
  );
  const current = viewAsked(asked, now);
  return (
    <nav aria-label={t('lots.viewsTitle')}>
      <ul className={styles.views}>
        {lotViews.map((view, index) => {
          const total = totals[index];
          return (
            <li key={view}>
              <Link
                to="/lots"
                search={{
                  ...questionOf(view, now),
                  ...(view === 'everything' ? { rows: 'all' } : {}),
                }}
                className={styles.view}
                aria-current={view === current ? 'true' : undefined}
              >
                {t(`lots.views.${view}`, { days: soonDays })}{' '}
                <span className={styles.total}>{total !== undefined && <Quantity value={String(total)} />}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
