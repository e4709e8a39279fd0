import '@xyflow/react/dist/base.css';
import { Button } from '@mantine/core';
import {
  Controls,
  type EdgeChange,
  type EdgeTypes,
  MiniMap,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer, Loading } from '#renderer/components/states.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { mostNodes } from '#shared/trace/picture.ts';
import { type TracePicture, type TraceSearch, useTracePicture } from '../trace.hooks.ts';
import type { Arrangement } from './arrangement.ts';
import { flowOf, type LinkOnScreen, linkId, type NodeOnScreen } from './flow.ts';
import styles from './graph.module.css';
import { layersOf } from './layers.ts';
import { SelectionPanel } from './SelectionPanel.tsx';
import { TraceLink } from './TraceLink.tsx';
import { TraceNode } from './TraceNode.tsx';
import { useArrangement } from './useArrangement.ts';

const nodeTypes: NodeTypes = { trace: TraceNode };
const edgeTypes: EdgeTypes = { trace: TraceLink };
/** A picture of up to so many nodes and layers is shown whole at first; a larger one around its root, where it can be read. */
const readableWhole = 60;
const readableLayers = 9;

/** The overview's size; its own style would be twice this. */
const overview = { width: 160, height: 100 };

type Props = ScreenProps<TraceSearch> & { unit: Unit };

/** The trace as a picture, left to right from suppliers to customers. */
export function TraceGraph({ unit, search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  const { direction, anyTime, expanded } = search;
  const asked = useTracePicture({ unit, direction, dated: !anyTime, expanded });
  return (
    <section className={styles.graph} aria-label={t('trace.graph.title')}>
      <Answer asked={asked}>{(picture) => <Arranged picture={picture} search={search} setSearch={setSearch} />}</Answer>
    </section>
  );
}

function Arranged({ picture, search, setSearch }: Omit<Props, 'unit'> & { picture: TracePicture }): ReactNode {
  const { t } = useTranslation();
  const arrangement = useArrangement(picture);
  if (arrangement === undefined) {
    return (
      // As large as the picture will be, so that what stands below stays where it is.
      <div className={styles.stage}>
        <Loading what={t('trace.graph.arranging', { count: picture.nodes.length })} />
      </div>
    );
  }
  return <Drawn picture={picture} arrangement={arrangement} search={search} setSearch={setSearch} />;
}

function Drawn({
  picture,
  arrangement,
  search,
  setSearch,
}: Omit<Props, 'unit'> & { picture: TracePicture; arrangement: Arrangement }): ReactNode {
  const { t } = useTranslation();
  const { selected, expanded } = search;
  const { nodes, edges } = useMemo(() => flowOf(picture, arrangement, selected), [picture, arrangement, selected]);
  const select = (id: string | undefined): void => {
    if (id !== undefined && id !== selected) setSearch({ selected: id });
  };
  const chosen = picture.nodes.find(({ id }) => id === selected);
  const link = picture.links.find((candidate) => linkId(candidate) === selected);
  const root = picture.nodes.find((node) => node.kind === 'unit' && node.root)?.id ?? '';
  const isReadable =
    picture.nodes.length <= readableWhole && new Set(layersOf(picture).values()).size <= readableLayers;
  const focus = isReadable ? {} : { nodes: around(picture, root) };
  return (
    <div className={styles.stage}>
      <ReactFlow<NodeOnScreen, LinkOnScreen>
        aria-label={t('trace.graph.title')}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={(_event, { id }) => select(id)}
        onEdgeClick={(_event, { id }) => select(id)}
        onPaneClick={() => select('')}
        // By keyboard: Enter or Space on what has the focus.
        onNodesChange={(changes) => select(newlySelected(changes))}
        onEdgesChange={(changes) => select(newlySelected(changes))}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable
        onlyRenderVisibleElements
        deleteKeyCode={null}
        multiSelectionKeyCode={null}
        selectionKeyCode={null}
        minZoom={0.05}
        maxZoom={1.5}
        fitView
        fitViewOptions={{ padding: 0.06, maxZoom: 1, ...focus }}
        proOptions={{ hideAttribution: true }}
      >
        {!isReadable && (
          <MiniMap
            ariaLabel={t('trace.graph.overview')}
            pannable
            zoomable
            nodeClassName={(node: NodeOnScreen) => (node.selected === true ? 'chosen' : '')}
            className={styles.map ?? ''}
            style={overview}
          />
        )}
        <Controls showInteractive={false} position="bottom-left" className={styles.controls ?? ''} />
        <Follow selected={chosen?.id ?? ''} />
      </ReactFlow>
      {picture.nodes.length < picture.counts.nodes && (
        <p className={styles.note}>
          {t('trace.graph.grouped', { count: picture.nodes.length, total: picture.counts.nodes, most: mostNodes })}{' '}
          {expanded.length > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => setSearch({ expanded: [] })}>
              {t('trace.graph.collapseAll')}
            </Button>
          )}
        </p>
      )}
      {(chosen !== undefined || link !== undefined) && (
        <SelectionPanel picture={picture} node={chosen} link={link} search={search} setSearch={setSearch} />
      )}
    </div>
  );
}

/** The node or link a person just selected, if that is what changed. */
const newlySelected = (changes: readonly (NodeChange | EdgeChange)[]): string | undefined =>
  changes.filter((change) => change.type === 'select').find((change) => change.selected)?.id;

/** Brings what was selected elsewhere, in a list or on the time line, into sight; once, so that a person can look away. */
function Follow({ selected }: { selected: string }): null {
  const flow = useRef(useReactFlow());
  useEffect(() => {
    const { fitView, getZoom } = flow.current;
    if (selected !== '') void fitView({ nodes: [{ id: selected }], maxZoom: getZoom(), minZoom: 0.4 });
  }, [selected]);
  return null;
}

/** The root and what hangs on it directly. */
function around({ links }: TracePicture, root: string): { id: string }[] {
  const near = links.filter(({ from, to }) => from === root || to === root).flatMap(({ from, to }) => [from, to]);
  return [...new Set([root, ...near])].slice(0, readableWhole).map((id) => ({ id }));
}
