import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { type Goods, type GoodsFigure, goodsOf } from '#shared/recalls/goods.ts';
import type { RecallView } from './askRecall.ts';
import { GoodsText } from './GoodsText.tsx';
import styles from './recalls.module.css';

/** So many products stand under one figure; the mass balance below has all of them. */
const mostNamed = 5;

/** The answer in figures: what is at customers, at how many, what is still here, and what went into open orders. */
export function RecallFigures({ view, actions }: { view: RecallView; actions: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const worst = view.balances[0];
  return (
    <>
      <div className={styles.figures}>
        <GoodsFigurePart view={view} figure="atCustomers" />
        <section>
          <h2>{t('recalls.customers')}</h2>
          <p className={styles.figure}>
            <Quantity value={String(view.totals.customers)} />
          </p>
        </section>
        <GoodsFigurePart view={view} figure="onHand" />
        <GoodsFigurePart view={view} figure="inProcess" />
      </div>
      <div className={styles.foot}>
        <span>{t('recalls.unitsAffected', { count: view.totals.affected })}</span>
        {worst !== undefined && (
          <span>
            {t('recalls.balance.worst')}: <span className="mono">{worst.product}</span>{' '}
            <Quantity value={worst.balancePercent} unit="%" />
          </span>
        )}
        {actions}
      </div>
    </>
  );
}

function GoodsFigurePart({ view, figure }: { view: RecallView; figure: GoodsFigure }): ReactNode {
  const { t } = useTranslation();
  const goods = goodsOf(view.products, figure);
  const left = goods.length - mostNamed;
  return (
    <section>
      <h2>{t(`recalls.${figure}`)}</h2>
      {goods.length === 0 && <p className={styles.figure}>{t('recalls.nothing')}</p>}
      {goods.slice(0, mostNamed).map((one) => (
        <div key={one.product}>
          <p className={styles.figure}>
            <GoodsText goods={one} />
          </p>
          {figure === 'atCustomers' && <Returned view={view} goods={one} />}
        </div>
      ))}
      {left > 0 && <p className="muted">{t('recalls.moreProducts', { count: left })}</p>}
    </section>
  );
}

/** What came back is told where anything did. */
function Returned({ view, goods: { product } }: { view: RecallView; goods: Goods }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const sums = view.products.find((row) => row.product === product);
  if (sums === undefined || sums.returned === '0') return null;
  const said = { shipped: localQuantity(sums.shipped, locale), returned: localQuantity(sums.returned, locale) };
  return <p className="muted">{t('recalls.returnedDetail', said)}</p>;
}
