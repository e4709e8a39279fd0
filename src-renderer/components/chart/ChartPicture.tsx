import { Box, Group } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chart, endLabels, limitBeyond, scaleOf, spreadLabels, upTitle } from '#shared/kernel/chart.ts';
import { localDate, localQuantity, useLocale } from '../figures.tsx';
import { ChartDrawing, plotHeight } from './ChartDrawing.tsx';
import styles from './chart.module.css';
import { isDrawn, pointOf, type Spot, spotNear, valueAt, walk } from './chartWalk.ts';

const labelGap = 15;

/**
 * The picture, and over its plot what a pointer or the arrows are at: one line below says it in words. The plot is one
 * stop for the keyboard; Enter opens what the value leads to.
 */
export function ChartPicture({ chart, open }: { chart: Chart; open?: ((spot: Spot) => void) | undefined }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const [spot, setSpot] = useState<Spot>();
  const scale = useMemo(() => scaleOf(chart), [chart]);
  const labels = endLabels(chart, scale);
  // What was drawn before may have had more places.
  const here = spot === undefined || valueAt(chart, spot) === null ? undefined : spot;
  const opened = here !== undefined && isDrawn(chart, here) ? here : undefined;
  const near = ({ clientX, clientY, currentTarget }: MouseEvent): Spot | undefined => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return spotNear(chart, scale, { across: (clientX - left) / width, up: 1 - (clientY - top) / height });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = walk(chart, here, event.key);
    if (next !== undefined) setSpot(next);
    else if (event.key === 'Enter' && opened !== undefined && open !== undefined) open(opened);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Where the press was: what the pointer passed over on its way may not be drawn yet.
  const onClick = (event: MouseEvent): void => {
    const pressed = near(event);
    if (pressed !== undefined && isDrawn(chart, pressed)) open?.(pressed);
  };
  const said = here === undefined ? '' : sayValue(chart, here, locale, (limit) => t('charts.beyond', { limit }));
  const free = spreadLabels(
    labels.map(({ height }) => (1 - height) * plotHeight),
    labelGap,
    0,
    plotHeight,
  );
  return (
    <>
      <Box pos="relative" h={214} data-labelled={labels.length > 0}>
        <ChartDrawing chart={chart} scale={scale} isLabelled={labels.length > 0} />
        <div
          className={styles.plot}
          style={open !== undefined && opened !== undefined ? { cursor: 'pointer' } : {}}
          role="slider"
          tabIndex={0}
          aria-label={chart.description}
          aria-valuemin={1}
          aria-valuemax={chart.across.at.length}
          aria-valuenow={(here?.place ?? 0) + 1}
          aria-valuetext={said === '' ? t(open === undefined ? 'charts.walk' : 'charts.walkAndOpen') : said}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => setSpot(near(event))}
          onPointerLeave={() => setSpot(undefined)}
          onBlur={() => setSpot(undefined)}
          onClick={onClick}
        >
          {here !== undefined && <Marker at={pointOf(chart, scale, here)} />}
        </div>
        <div className={styles.labels} aria-hidden="true">
          {labels.map(({ name, value, tone }, index) => (
            <span key={name} data-tone={tone} style={{ insetBlockStart: (free[index] ?? 0) - labelGap / 2 }}>
              {name} {localQuantity(value, locale)}
            </span>
          ))}
        </div>
      </Box>
      <Group component="p" justify="space-between" wrap="nowrap" m="4px 0 0" mih={16} aria-hidden="true">
        <span>{said}</span>
        <strong>{chart.across.title}</strong>
      </Group>
    </>
  );
}

const Marker = ({ at: { across, up } }: { at: { across: number; up: number } }): ReactNode => (
  <>
    <span className={styles.cursor} style={{ insetInlineStart: `${across * 100}%` }} />
    <span className={styles.ring} style={{ insetInlineStart: `${across * 100}%`, insetBlockEnd: `${up * 100}%` }} />
  </>
);

/** "AP-4: Mean 13.4 °Bx, beyond Upper limit". */
function sayValue(chart: Chart, spot: Spot, locale: string, beyondOf: (limit: string) => string): string {
  const { across, up, limits, series } = chart;
  const at = across.at[spot.place] ?? '';
  const value = valueAt(chart, spot) ?? '';
  const beyond = limitBeyond(limits, value);
  const name = series[spot.series]?.name ?? upTitle(up);
  const figure = `${name} ${localQuantity(value, locale)} ${up.unit}`.trimEnd();
  const place = across.kind === 'date' ? localDate(at, locale) : at;
  return `${place}: ${figure}${beyond === undefined ? '' : `, ${beyondOf(beyond.name)}`}`;
}
