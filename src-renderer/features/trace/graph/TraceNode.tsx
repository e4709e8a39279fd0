import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import type { TracePicture } from '../trace.hooks.ts';
import { elementIdOf, type NodeOnScreen } from './flow.ts';
import styles from './graph.module.css';
import { groupName, numberOf } from './names.ts';

type PictureNode = TracePicture['nodes'][number];
type Goods = Extract<PictureNode, { kind: 'unit' | 'group' }>;

/** Lines are hung up on these, where they were arranged anyway. */
const unseen = { visibility: 'hidden' } as const;

/** One node: what it is, how much of it is here and in which status, and whether the trace has a hole at it. */
export const TraceNode = memo(function TraceNode({ data }: NodeProps<NodeOnScreen>): ReactNode {
  const { node, place, said, nearness, isCurrent } = data;
  return (
    // The keyboard is the picture's, which names the node it is at: to those who hear it a part of that picture.
    <div
      id={elementIdOf(place)}
      role="img"
      aria-label={said}
      className={styles.node}
      data-kind={node.kind}
      data-root={node.kind === 'unit' && node.root}
      data-nearness={nearness}
      data-current={isCurrent}
      data-tone={node.kind === 'unit' || node.kind === 'group' ? toneOf(node.statuses) : undefined}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} style={unseen} />
      <Face node={node} />
      <Handle type="source" position={Position.Right} isConnectable={false} style={unseen} />
    </div>
  );
});

function Face({ node }: { node: PictureNode }): ReactNode {
  const { t } = useTranslation();
  if (node.kind === 'run')
    return <Lines over={node.run === '' ? t('trace.graph.run') : t('trace.graph.runOf', node)} code={node.workOrder} />;
  if (node.kind === 'partner')
    return <Lines over={node.name === '' ? t(`fields.${node.side}`) : node.name} code={node.code} />;
  if (node.kind === 'unit')
    return (
      <Lines over={node.unit.product} code={numberOf(node.unit) || '–'} mark={<Marks node={node} />}>
        <OnHand node={node} />
      </Lines>
    );
  return (
    <Lines over={overGroup(node)} code={groupName(t, node)} mark={<Marks node={node} />}>
      <OnHand node={node} />
    </Lines>
  );

  function overGroup({ of, product, depth, rest }: Extract<PictureNode, { kind: 'group' }>): string {
    if (of === 'supplier' || of === 'customer') return t(`fields.${of}`);
    if (product === '') return t('trace.graph.level', { depth });
    return rest ? product : t(of === 'run' ? 'trace.tabs.runs' : 'trace.tabs.units');
  }
}

type LinesProps = { over: string; code: string; mark?: ReactNode; children?: ReactNode };

/** What it belongs to above, its own name below; marks and stock at the end of each. */
const Lines = ({ over, code, mark, children }: LinesProps): ReactNode => (
  <>
    <span className={styles.line}>
      <span>{over}</span>
      {mark}
    </span>
    <span className={styles.line}>
      <b title={code}>{code}</b>
      {children}
    </span>
  </>
);

const OnHand = ({ node: { onHand, unitOfMeasure } }: { node: Goods }): ReactNode =>
  onHand !== '0' && <Quantity value={onHand} unit={unitOfMeasure} />;

function Marks({ node: { statuses, breaks, held } }: { node: Goods }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={styles.marks}>
      {breaks.length > 0 && (
        <span className="warning" title={breaks.map((why) => t(`trace.reasons.${why}`)).join('\n')}>
          <Icon name="warning" size={14} />
        </span>
      )}
      {held !== '' && (
        <span className="warning" title={t(held === 'part' ? 'holds.partly' : 'holds.on')}>
          <Icon name="lock" size={14} />
        </span>
      )}
      {statuses.slice(0, 2).map((status) => (
        <StatusBadge key={status} status={status} short />
      ))}
    </span>
  );
}

/** The worst status decides what is visible from afar. */
function toneOf(statuses: readonly string[]): 'rejected' | 'quarantine' | 'released' | undefined {
  const letters = new Set(statuses.map((status) => status.slice(0, 1)));
  if (letters.has('R')) return 'rejected';
  if (letters.has('Q')) return 'quarantine';
  return letters.has('A') ? 'released' : undefined;
}
