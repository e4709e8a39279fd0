import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { formatRun } from '#renderer/components/columns.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import type { TracePicture } from '../trace.hooks.ts';
import type { NodeOnScreen } from './flow.ts';
import styles from './graph.module.css';

type PictureNode = TracePicture['nodes'][number];
type Goods = Extract<PictureNode, { kind: 'unit' | 'group' }>;

/** One node: what it is, how much of it is here and in which status, and whether the trace has a hole at it. */
export const TraceNode = memo(function TraceNode({ data: { node, nearness } }: NodeProps<NodeOnScreen>): ReactNode {
  return (
    <div
      className={styles.node}
      data-kind={node.kind}
      data-root={node.kind === 'unit' && node.root}
      data-nearness={nearness}
      data-tone={node.kind === 'unit' || node.kind === 'group' ? toneOf(node.statuses) : undefined}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.handle} />
      <Face node={node} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.handle} />
    </div>
  );
});

function Face({ node }: { node: PictureNode }): ReactNode {
  const { t } = useTranslation();
  if (node.kind === 'run') {
    return (
      <>
        <span className={styles.over}>{t('trace.graph.run')}</span>
        <span className={styles.code}>{formatRun(t, node)}</span>
      </>
    );
  }
  if (node.kind === 'partner') {
    return (
      <>
        <span className={styles.over}>{node.name === '' ? t(`fields.${node.side}`) : node.name}</span>
        <span className={styles.code}>{node.code}</span>
      </>
    );
  }
  return (
    <>
      <span className={styles.over}>{productOf(node) || <StepWords node={node} />}</span>
      <span className={styles.code}>{node.kind === 'unit' ? numberOf(node.unit) : <GroupWords node={node} />}</span>
      <GoodsMarks node={node} />
    </>
  );
}

/** All products of a step stand together. */
function StepWords({ node }: { node: Goods }): ReactNode {
  const { t } = useTranslation();
  const isGoods = node.kind === 'group' && (node.of === 'unit' || node.of === 'run');
  return isGoods ? t('trace.graph.level', { depth: node.depth }) : null;
}

function GroupWords({ node: { of, count, rest } }: { node: Extract<PictureNode, { kind: 'group' }> }): ReactNode {
  const { t } = useTranslation();
  return <b>{t(rest ? 'trace.graph.rest' : `trace.graph.groups.${of}`, { count })}</b>;
}

function GoodsMarks({ node: { onHand, unitOfMeasure, statuses, breaks } }: { node: Goods }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={styles.marks}>
      {breaks.length > 0 && (
        <span className={styles.break} title={breaks.map((why) => t(`trace.reasons.${why}`)).join('\n')}>
          <Icon name="warning" size={14} />
          <span className="hidden">{t('trace.breaks', { count: breaks.length })}</span>
        </span>
      )}
      {statuses.slice(0, 2).map((status) => (
        <StatusBadge key={status} status={status} short />
      ))}
      {onHand !== '0' && (
        <span className={styles.onHand}>
          <Quantity value={onHand} unit={unitOfMeasure} />
        </span>
      )}
    </span>
  );
}

const productOf = (node: Goods): string => (node.kind === 'unit' ? node.unit.product : node.product);

/** What tells a unit apart within its product; goods without any name have a dash. */
function numberOf({ lot, sublot, serial }: Extract<Goods, { kind: 'unit' }>['unit']): string {
  if (serial !== '') return serial;
  if (lot === '') return '–';
  return sublot === '' ? lot : `${lot} / ${sublot}`;
}

/** The worst status decides what is visible from afar. */
function toneOf(statuses: readonly string[]): 'rejected' | 'quarantine' | 'released' | undefined {
  const letters = new Set(statuses.map((status) => status.slice(0, 1)));
  if (letters.has('R')) return 'rejected';
  if (letters.has('Q')) return 'quarantine';
  return letters.has('A') ? 'released' : undefined;
}
