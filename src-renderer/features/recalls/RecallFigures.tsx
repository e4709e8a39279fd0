import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, sayQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { RecallView } from './askRecall.ts';
import styles from './recalls.module.css';
import { sumByUnitOfMeasure } from './sums.ts';

/** The answer in three figures: what is out, at how many customers, and what is still here. */
export function RecallFigures({ view, actions }: { view: RecallView; actions: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const sums = sumByUnitOfMeasure(view.products);
  const out = sums.filter((sum) => sum.shipped !== 0n);
  const here = sums.filter((sum) => sum.onHand !== 0n);
  return (
    <>
      <div className={styles.figures}>
        <section>
          <h2>{t('recalls.out')}</h2>
          {out.length === 0 && <p className={styles.figure}>{t('recalls.nothing')}</p>}
          {out.map((sum) => (
            <div key={sum.unitOfMeasure} className={styles.sum}>
              <p className={styles.figure}>
                <Quantity value={formatQuantity(sum.shipped - sum.returned)} unit={sum.unitOfMeasure} />
              </p>
              <p className="muted">
                {t('recalls.outDetail', {
                  shipped: sayQuantity(formatQuantity(sum.shipped), locale),
                  returned: sayQuantity(formatQuantity(sum.returned), locale),
                })}
              </p>
            </div>
          ))}
        </section>
        <section>
          <h2>{t('recalls.customers')}</h2>
          <p className={styles.figure}>
            <Quantity value={String(view.totals.customers)} />
          </p>
        </section>
        <section>
          <h2>{t('recalls.onHand')}</h2>
          {here.length === 0 && <p className={styles.figure}>{t('recalls.nothing')}</p>}
          {here.map((sum) => (
            <p key={sum.unitOfMeasure} className={styles.figure}>
              <Quantity value={formatQuantity(sum.onHand)} unit={sum.unitOfMeasure} />
            </p>
          ))}
        </section>
      </div>
      <div className={styles.foot}>
        <span>{t('recalls.unitsAffected', { count: view.totals.affected })}</span>
        <span>
          {t('recalls.accounted')}: <Quantity value={view.totals.accountedPercent} /> %{' '}
          <Hint about={t('recalls.accounted')}>{t('recalls.accountedHelp')}</Hint>
        </span>
        {view.counts.breaks > 0 && <span>{t('trace.breaks', { count: view.counts.breaks })}</span>}
        {actions}
      </div>
    </>
  );
}
