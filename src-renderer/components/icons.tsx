import type { ReactNode } from 'react';

/** Line drawings on a grid of 16, in the colour of the text beside them. They say nothing a word does not say too. */
export const drawings = {
  tick: 'M3 8.5 6.5 12 13 4.5',
  magnifier: 'M7 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM10 10l3.5 3.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  lock: 'M4 7.5h8V13H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  trace: 'M3 4h3v8h3M6 8h7M9 12h4',
  recall: 'M2.5 6.5h3l6-3.5v10l-6-3.5h-3zM6 9.7v3.6M14 6.2v3.6',
  import: 'M8 2.5v7M5 7l3 3 3-3M3 12.5h10',
  audit: 'M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5',
  report: 'M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3M6 11V9M8 11V7.5M10 11V8.5',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3',
  up: 'M8 12V4M4.5 7.5 8 4l3.5 3.5',
  down: 'M8 4v8M4.5 8.5 8 12l3.5-3.5',
  next: 'M6 4l4 4-4 4',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM8 5v3l2 1.5',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  views: 'M4 2.5h8v11L8 10.5l-4 3z',
  lots: 'M2.5 5 8 2.5 13.5 5v6L8 13.5 2.5 11zM2.5 5 8 7.5 13.5 5M8 7.5v6',
  serials: 'M3 4v8M5.5 4v8M8 4v8M11 4v8M13 4v8',
  person: 'M8 2.5a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4ZM3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4',
  people:
    'M6 3a2.3 2.3 0 1 1 0 4.6A2.3 2.3 0 0 1 6 3ZM1.5 13c.3-2.4 2-3.6 4.5-3.6s4.2 1.2 4.5 3.6M10.5 3.4a2.2 2.2 0 0 1 0 4M12.2 9.8c1.3.5 2.1 1.6 2.3 3.2',
  documents: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  products: 'M3 3h4.5L13.5 9 9 13.5 3 7.5zM5.5 5.5v.1',
  partners: 'M2.5 13V6l5.5-3 5.5 3v7M6 13V9h4v4',
  locations: 'M8 14s-4.5-4.3-4.5-7.3a4.5 4.5 0 0 1 9 0C12.5 9.700 8 14 8 14ZM8 5.200v3',
  undo: 'M5.5 3.5 2.5 6.5l3 3M2.5 6.5h7a3.2 3.2 0 0 1 0 6.5H6.5',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.4v.1',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={drawings[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
