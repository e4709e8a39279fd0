import { Anchor, Box, Group } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chart, keyedSeries, upTitle } from '#shared/kernel/chart.ts';
import { lazyPart } from '../lazyScreen.ts';
import { Loading } from '../states.tsx';
import { ChartTable } from './ChartTable.tsx';
import styles from './chart.module.css';
import type { Spot } from './chartWalk.ts';

export type ChartShown = {
  /** Undefined while it is on its way. */
  chart: Chart | undefined;
  /** The words in place of a chart without any value. */
  empty: string;
  /** What a value leads to, such as the lot it was measured at. */
  open?: ((spot: Spot) => void) | undefined;
};

/** The drawing takes a library that is larger than all else of most screens: it comes with the first chart. */
const ChartPicture = lazyPart(async () => (await import('./ChartPicture.tsx')).ChartPicture);

/** A chart: its picture, and the same as a table, which is always there for who is read to. */
export function ChartPart({ chart, empty, open }: ChartShown): ReactNode {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  if (chart === undefined)
    return (
      <div className={styles.instead}>
        <Loading />
      </div>
    );
  const isEmpty = chart.series.every(({ values }) => values.every((value) => value === null));
  return (
    <Box component="figure" className={styles.figure ?? ''} pos="relative" m={0} miw={0} fz={12} lh="16px">
      <Group component="figcaption" gap="4px 16px" mih={24}>
        <strong>{upTitle(chart.up)}</strong>
        {!asTable &&
          keyedSeries(chart).map(({ name, tone }) => (
            <span key={name} className="muted" aria-hidden="true">
              <span className={styles.swatch} data-tone={tone} /> {name}
            </span>
          ))}
        {!isEmpty && (
          <Anchor
            component="button"
            type="button"
            ml="auto"
            fw={asTable ? 600 : 400}
            lh="24px"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {t('charts.asTable')}
          </Anchor>
        )}
      </Group>
      {isEmpty && (
        <div className={styles.instead}>
          <p className="muted">{empty}</p>
        </div>
      )}
      {!isEmpty && asTable && (
        // What scrolls can be scrolled by the keyboard too.
        <Box className="tableBox" mah={234} role="region" aria-label={upTitle(chart.up)} tabIndex={0}>
          <ChartTable chart={chart} open={open} />
        </Box>
      )}
      {!isEmpty && !asTable && (
        <>
          <Suspense
            fallback={
              <div className={styles.instead}>
                <Loading />
              </div>
            }
          >
            <ChartPicture chart={chart} open={open} />
          </Suspense>
          <div className="hidden">
            <ChartTable chart={chart} />
          </div>
        </>
      )}
    </Box>
  );
}
