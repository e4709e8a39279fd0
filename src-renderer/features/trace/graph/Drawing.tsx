import { Box, Group } from '@mantine/core';
import { type EdgeTypes, type NodeTypes, ReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#renderer/components/figures.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { TracePicture, TraceSearch } from '../trace.hooks.ts';
import type { Arrangement } from './arrangement.ts';
import { Beyond } from './Beyond.tsx';
import { elementIdOf, flowOf, type LinkOnScreen, linkId, namesOf, type NodeOnScreen } from './flow.ts';
import styles from './graph.module.css';
import { PictureBar } from './PictureBar.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import { TraceLink } from './TraceLink.tsx';
import { TraceNode } from './TraceNode.tsx';
import { useFraming } from './useFraming.ts';
import { useWalk } from './useWalk.ts';
import { largestScale, smallestScale } from './view.ts';

const nodeTypes: NodeTypes = { trace: TraceNode };
const edgeTypes: EdgeTypes = { trace: TraceLink };
/** In a larger picture only what is in sight is drawn. */
const drawnAtOnce = 300;

type Props = ScreenProps<TraceSearch> & {
  picture: TracePicture;
  arrangement: Arrangement;
  height: string;
  leave: () => void;
};

/** A supplier, or several drawn as one. */
const isSupplier = (node: TracePicture['nodes'][number]): boolean =>
  (node.kind === 'partner' && node.side === 'supplier') || (node.kind === 'group' && node.of === 'supplier');

/** A picture with what controls it above, and beside it what is known of the selected node or link. */
export function Drawing({ picture, arrangement, height, search, setSearch, leave }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const stage = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  /** Who came by the keyboard sees where it is. */
  const [isByKey, setIsByKey] = useState(false);
  const { boxes } = arrangement;
  const { selected } = search;
  const { current, go, close, onKeyDown } = useWalk({ picture, boxes, search, setSearch });
  const root = picture.nodes.find((node) => node.kind === 'unit' && node.root)?.id ?? '';
  // Asked where goods are from, the suppliers are the answer.
  const suppliers = picture.nodes.filter(isSupplier).map(({ id }) => id);
  const start = picture.direction === 'upstream' && suppliers.length > 0 ? suppliers : [root];
  const isHome = current === root && selected === '' && !isByKey;
  const framing = useFraming({ boxes, current: isHome ? '' : current, start });
  const names = useMemo(() => namesOf(picture, { t, locale }), [picture, t, locale]);
  const { nodes, edges } = useMemo(
    () => flowOf(picture, arrangement, names, { selected, current }),
    [picture, arrangement, names, selected, current],
  );
  const node = picture.nodes.find(({ id }) => id === selected);
  const link = picture.links.find((candidate) => linkId(candidate) === selected);
  const isLarge = nodes.length > drawnAtOnce;
  // Nodes are drawn a moment after the picture: nothing is pointed at before somebody walks here.
  const active = hasFocus ? nodes.findIndex(({ id }) => id === current) : -1;

  function select(id: string): void {
    go(id);
    setSearch({ selected: id });
  }
  function closePanel(): void {
    close();
    stage.current?.focus();
  }
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    closePanel();
  };
  return (
    <>
      <PictureBar picture={picture} framing={framing} search={search} setSearch={setSearch} />
      <Group gap={0} align="stretch" style={{ borderTop: '1px solid var(--l-hairline)' }}>
        <Box flex="1 1 320px" miw={0} h={height} pos="relative">
          <ReactFlow<NodeOnScreen, LinkOnScreen>
            ref={stage}
            className={styles.stage ?? ''}
            tabIndex={0}
            aria-label={t('trace.graph.walked')}
            aria-activedescendant={active < 0 ? undefined : elementIdOf(active)}
            onFocus={({ target, currentTarget }) => {
              setHasFocus(target === currentTarget);
              setIsByKey(currentTarget.matches(':focus-visible'));
            }}
            onBlur={() => {
              setHasFocus(false);
              setIsByKey(false);
            }}
            onKeyDown={onKeyDown({ ...framing, leave })}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodeClick={(_event, { id }) => select(id)}
            onEdgeClick={(_event, { id }) => setSearch({ selected: id })}
            onPaneClick={() => setSearch({ selected: '' })}
            onMove={(event) => {
              if (event !== null) framing.moved();
            }}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            // What it would tell readers aloud of its own is in English, and of keys it does not have here.
            ariaLabelConfig={{
              'node.a11yDescription.default': t('trace.graph.keys'),
              'node.a11yDescription.keyboardDisabled': t('trace.graph.keys'),
              'edge.a11yDescription.default': t('trace.graph.keys'),
            }}
            onlyRenderVisibleElements={isLarge}
            deleteKeyCode={null}
            multiSelectionKeyCode={null}
            selectionKeyCode={null}
            panActivationKeyCode={null}
            // The wheel scrolls the page; with Ctrl it enlarges the picture.
            zoomOnScroll={false}
            preventScrolling={false}
            minZoom={smallestScale}
            maxZoom={largestScale}
            proOptions={{ hideAttribution: true }}
          />
          <Beyond boxes={boxes} move={framing.move} />
        </Box>
        {(node !== undefined || link !== undefined) && (
          <Box
            flex="0 1 304px"
            mah={height}
            style={{ overflowY: 'auto', borderInlineStart: '1px solid var(--l-hairline)' }}
            onKeyDown={closeOnEscape}
          >
            <SelectionPanel
              picture={picture}
              node={node}
              link={link}
              search={search}
              setSearch={setSearch}
              close={closePanel}
            />
          </Box>
        )}
      </Group>
    </>
  );
}
