import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chart, limitBeyond, upTitle } from '#shared/kernel/chart.ts';
import { localQuantity, PlainDateText, useLocale } from '../figures.tsx';
import styles from './chart.module.css';
import { isDrawn, type Spot } from './chartWalk.ts';

type Props = { chart: Chart; open?: ((spot: Spot) => void) | undefined };

/** The numbers of a chart: a row for each place, a column for each series, limits above them. */
export function ChartTable({ chart, open }: Props): ReactNode {
  const locale = useLocale();
  const { across, up, series, limits } = chart;
  const said = limits.map(({ name, value }) => `${name} ${localQuantity(value, locale)} ${up.unit}`.trimEnd());
  return (
    <table className={styles.table}>
      <caption>{[chart.description, ...said].join(' · ')}</caption>
      <thead>
        <tr>
          <th scope="col">{across.title}</th>
          {series.map(({ name }) => (
            <th key={name} scope="col" className={styles.figureCell}>
              {upTitle({ title: name, unit: up.unit })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {across.at.map((at, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- Places may have the same name.
          <tr key={place}>
            <th scope="row">{across.kind === 'date' ? <PlainDateText date={at} /> : at}</th>
            {series.map(({ name, values }, index) => (
              <td key={name} className={styles.figureCell}>
                <Cell chart={chart} value={values[place] ?? null} spot={{ series: index, place }} open={open} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { chart: Chart; value: string | null; spot: Spot; open: ((spot: Spot) => void) | undefined };

function Cell({ chart, value, spot, open }: CellProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (value === null) return null;
  const beyond = limitBeyond(chart.limits, value);
  const figure = localQuantity(value, locale);
  return (
    <>
      {beyond !== undefined && <span className={styles.beyond}>{t('charts.beyond', { limit: beyond.name })} </span>}
      {open !== undefined && isDrawn(chart, spot) ? (
        <button type="button" className={styles.opens} onClick={() => open(spot)}>
          {figure}
        </button>
      ) : (
        figure
      )}
    </>
  );
}
