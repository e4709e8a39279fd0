import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#renderer/components/links.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { questionOf, soonDays } from '#shared/lots/views.ts';
import type { TodayAnswer } from './today.hooks.ts';
import styles from './today.module.css';

/** The views of the list of lots that are counted, in the order of their keys 1 to 4. */
export const countViews = ['expired', 'quarantine', 'expiring', 'rejected'] as const;

/** Four counts, each the way to the list it counts. */
export function Counts({ answer: { counts }, day }: { answer: TodayAnswer; day: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={styles.counts}>
      {countViews.map((view, index) => (
        <li key={view}>
          <Link
            className={styles.count}
            to="/lots"
            search={questionOf(view, day)}
            data-late={view === 'expired' && counts[view] > 0}
          >
            <strong>
              <Quantity value={String(counts[view])} />
            </strong>{' '}
            {t(`lots.views.${view}`, { days: soonDays })} <kbd aria-hidden="true">{index + 1}</kbd>
          </Link>
        </li>
      ))}
    </ul>
  );
}
