import { type KeyboardEvent, useState } from 'react';
import { goTo, partnerPlace, unitPlace } from '#renderer/components/address.ts';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { TracePicture, TraceSearch } from '../trace.hooks.ts';
import type { Arrangement } from './arrangement.ts';
import { linkId } from './flow.ts';
import type { Framing } from './useFraming.ts';
import { nextGap, nextNode, placeIn, type Way } from './walk.ts';

type PictureNode = TracePicture['nodes'][number];
type Walked = ScreenProps<TraceSearch> & { picture: TracePicture; boxes: Arrangement['boxes'] };
type Acts = Pick<Framing, 'fit' | 'zoom' | 'move'> & { leave: () => void };

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
export const zoomStep = 1.25;

/** The node the keyboard is at, and what keys do there: the picture is one stop for it. */
export function useWalk({ picture, boxes, search: { selected, expanded }, setSearch }: Walked) {
  const [walked, setWalked] = useState({ at: '', before: '' });
  const nodeOf = (id: string): PictureNode | undefined => picture.nodes.find((node) => node.id === id);
  // What is selected in a list, too, is where one walks on from.
  const current = placeIn(picture, selected, walked.at);
  const isOpen = nodeOf(selected) !== undefined || picture.links.some((link) => linkId(link) === selected);

  function go(to: string | undefined): void {
    if (to === undefined || to === current) return;
    setWalked({ at: to, before: current });
    // Once something is shown beside the picture, that is what one walks on to.
    if (isOpen) setSearch({ selected: to });
  }

  function open(): void {
    const node = nodeOf(current);
    if (selected !== current) setSearch({ selected: current });
    else if (node?.kind === 'unit') goTo(unitPlace(node.unit));
    else if (node?.kind === 'partner') goTo(partnerPlace(node.code));
    else if (node?.kind === 'group' && !expanded.includes(current)) setSearch({ expanded: [...expanded, current] });
  }

  function close(): void {
    setWalked({ at: current, before: '' });
    setSearch({ selected: '' });
  }

  const onKeyDown =
    ({ fit, zoom, move, leave }: Acts) =>
    (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target, currentTarget } = event;
      if (target !== currentTarget || ctrlKey || metaKey || altKey) return;
      const way = ways[key];
      const act: Readonly<Record<string, () => void>> = {
        Enter: open,
        Escape: isOpen ? close : leave,
        '+': () => zoom(zoomStep),
        '=': () => zoom(zoomStep),
        '-': () => zoom(1 / zoomStep),
        0: fit,
        f: fit,
        b: () => go(nextGap(picture, boxes, { current, back: shiftKey })),
      };
      const does =
        way === undefined
          ? act[key.length === 1 ? key.toLowerCase() : key]
          : shiftKey
            ? () => move(way)
            : () => go(nextNode(picture, boxes, { current, way, before: walked.before }));
      if (does === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      does();
    };
  return { current, go, close, onKeyDown };
}
