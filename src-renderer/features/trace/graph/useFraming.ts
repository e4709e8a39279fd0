import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { Arrangement } from './arrangement.ts';
import { boxAround, fittingView, movedView, type Side, type View, viewShowing, zoomedView } from './view.ts';

type Framed = {
  boxes: Arrangement['boxes'];
  /** Where the keyboard or the selection is, which stays in sight; "" while nobody went anywhere. */
  current: string;
  /** What the picture begins with. */
  start: readonly string[];
};
export type Framing = {
  fit: () => void;
  zoom: (times: number) => void;
  /** Shows what lies beyond a side of the frame. */
  move: (side: Side) => void;
  /** The person moved the picture, who may look away from where the keyboard is. */
  moved: () => void;
};

/** Which part of the picture is in its frame: what fits at first, then what the person goes to or moves into it. */
export function useFraming({ boxes, current, start }: Framed): Framing {
  const flow = useReactFlow();
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  const whole = useMemo(() => boxAround(boxes.values()), [boxes]);
  /** A picture that nobody moved is fitted anew where its frame grows or shrinks. */
  const isFitted = useRef(true);
  const frame = { width, height };

  const fitted = (): View => {
    const first = start.flatMap((id) => boxes.get(id) ?? []);
    return fittingView({ whole, start: first.length === 0 ? whole : boxAround(first), frame });
  };
  function go(view: View): void {
    if (width === 0 || height === 0) return;
    const box = boxes.get(current);
    const { x, y, zoom } = box === undefined ? view : viewShowing(box, view, frame);
    if (x !== view.x || y !== view.y) isFitted.current = false;
    void flow.setViewport({ x, y, zoom });
  }

  const settle = useEffectEvent((change: 'frame' | 'place') =>
    go(change === 'frame' && isFitted.current ? fitted() : flow.getViewport()),
  );
  useEffect(() => {
    isFitted.current = true;
  }, [boxes]);
  useEffect(() => settle('frame'), [boxes, width, height]);
  useEffect(() => settle('place'), [current]);

  return {
    fit() {
      isFitted.current = true;
      void flow.setViewport(fitted());
    },
    zoom(times) {
      isFitted.current = false;
      go(zoomedView(flow.getViewport(), times, frame));
    },
    move(side) {
      isFitted.current = false;
      void flow.setViewport(movedView(flow.getViewport(), side, { whole, frame }));
    },
    moved() {
      isFitted.current = false;
    },
  };
}
