import { Button } from '@mantine/core';
import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrangement } from './arrangement.ts';
import styles from './graph.module.css';
import type { Framing } from './useFraming.ts';
import { beyond, sides } from './view.ts';

type Props = { boxes: Arrangement['boxes']; move: Framing['move'] };

const arrows = { left: '←', right: '→', up: '↑', down: '↓' } as const;

/** At each edge of the frame how many nodes lie beyond it: a picture that goes on never looks whole. By key it is Shift and an arrow. */
export function Beyond({ boxes, move }: Props): ReactNode {
  const { t } = useTranslation();
  const transform = useStore((store) => store.transform);
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  if (width === 0 || height === 0) return null;
  const [x, y, zoom] = transform;
  const counts = beyond(boxes.values(), { x, y, zoom }, { width, height });
  return sides.map(
    (side) =>
      counts[side] > 0 && (
        <Button
          key={side}
          className={styles.beyond ?? ''}
          data-side={side}
          size="compact-xs"
          variant="default"
          // The picture is one stop for the keyboard.
          tabIndex={-1}
          title={`${t('trace.graph.keyboard.move')} (Shift ${arrows[side]})`}
          onClick={() => move(side)}
        >
          {t(`trace.graph.beyond.${side}`, { count: counts[side] })}
        </Button>
      ),
  );
}
