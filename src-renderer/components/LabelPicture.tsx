import type { ReactNode } from 'react';
import type { LabelDrawing, LabelShape } from '#shared/labels/vocabulary.ts';
import styles from './LabelPicture.module.css';

type Props = { drawing: LabelDrawing; label: string };

/** A label as it is printed: the same drawing as in the PDF, on white in either scheme. */
export function LabelPicture({ drawing: { width, height, shapes }, label }: Props): ReactNode {
  return (
    <svg
      className={styles.paper}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={Math.min(width * 1.5, 420)}
    >
      {shapes.map((shape, at) => (
        // A drawing is drawn anew, never rearranged.
        <Shape key={at} shape={shape} />
      ))}
    </svg>
  );
}

function Shape({ shape }: { shape: LabelShape }): ReactNode {
  switch (shape.kind) {
    case 'box':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={shape.colour} />;
    case 'line':
      return (
        <polyline
          points={shape.points.map((point) => point.join(',')).join(' ')}
          fill="none"
          stroke={shape.colour}
          strokeWidth={shape.width}
        />
      );
    case 'symbol':
      return (
        <path
          shapeRendering="crispEdges"
          d={shape.bars.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h${-width}z`).join('')}
        />
      );
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.face === 'strong' || shape.face === 'codeStrong' ? 600 : 400}
          className={shape.face.startsWith('code') ? styles.code : styles.words}
          fill={shape.colour}
          textLength={shape.width}
          lengthAdjust="spacingAndGlyphs"
        >
          {shape.text}
        </text>
      );
  }
}
