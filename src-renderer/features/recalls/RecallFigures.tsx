import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, sayQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { sumByUnitOfMeasure } from '#shared/recalls/sums.ts';
import type { RecallView } from './askRecall.ts';
import styles from './recalls.module.css';

/** The answer in figures: what is out, at how many customers, what is still here, and what went into open orders. */
export function RecallFigures({ view, actions }: { view: RecallView; actions: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const sums = sumByUnitOfMeasure(view.products);
  const out = sums.filter((sum) => sum.shipped !== 0n);
  const lying = [
    { figure: 'onHand', shown: sums.filter((sum) => sum.onHand !== 0n) },
    { figure: 'inProcess', shown: sums.filter((sum) => sum.inProcess !== 0n) },
  ] as const;
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
        {lying.map(({ figure, shown }) => (
          <section key={figure}>
            <h2>{t(`recalls.${figure}`)}</h2>
            {shown.length === 0 && <p className={styles.figure}>{t('recalls.nothing')}</p>}
            {shown.map((sum) => (
              <p key={sum.unitOfMeasure} className={styles.figure}>
                <Quantity value={formatQuantity(sum[figure])} unit={sum.unitOfMeasure} />
              </p>
            ))}
          </section>
        ))}
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
