import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import type { Point } from './arrangement.ts';
import type { LinkOnScreen } from './flow.ts';
import styles from './graph.module.css';
import { labelPlace } from './labels.ts';

/** A link with elbows, as it was arranged, and its quantity on it. Easy to hit, since a wide unseen line lies under it. */
export const TraceLink = memo(function TraceLink({ id, data }: EdgeProps<LinkOnScreen>): ReactNode {
  if (data === undefined) return null;
  const { point, anchor } = labelPlace(data.corners, data.end);
  return (
    <g className={styles.link} data-kind={data.link.kind} data-nearness={data.nearness}>
      <BaseEdge id={id} path={pathThrough(data.corners)} interactionWidth={14} />
      <text x={point.x} y={point.y} textAnchor={anchor} dominantBaseline="central" aria-hidden="true">
        {data.quantity}
      </text>
    </g>
  );
});

const pathThrough = (corners: readonly Point[]): string =>
  corners.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
