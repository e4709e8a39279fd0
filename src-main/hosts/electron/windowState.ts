import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import { parseJson } from '#shared/kernel/json.ts';

const length = z.number().int().min(1).max(100_000);
const place = z.number().int().min(-100_000).max(100_000);
const kept = z.object({ x: place, y: place, width: length, height: length, isMaximized: z.boolean() }).strict();

/** How a window is opened. Without a place it is put in the middle. Lengths are pixels independent of the display's density. */
export type WindowState = {
  bounds: { x?: number; y?: number; width: number; height: number };
  isMaximized: boolean;
};

const usual: WindowState = { bounds: { width: 1280, height: 800 }, isMaximized: false };
/** So much of the upper edge must be visible, or the window could not be moved. */
const grip = { width: 120, height: 40 };

/**
 * How the window was left, as far as it can be seen on the displays there are now.
 * @param displays the parts of each display that windows may cover, the main one first
 */
export function readWindowState(file: string, displays: readonly Rectangle[]): WindowState {
  const left = readKept(file);
  if (left === undefined) return usual;
  const { isMaximized, x, y, ...size } = left;
  if (displays.some((display) => isInSight(left, display))) return { bounds: { x, y, ...size }, isMaximized };
  const most = displays[0] ?? usual.bounds;
  return {
    bounds: { width: Math.min(size.width, most.width), height: Math.min(size.height, most.height) },
    isMaximized,
  };
}

/** A missing or damaged file counts as none. */
function readKept(file: string): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(parseJson(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function isInSight(window: Rectangle, display: Rectangle): boolean {
  const across = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const down = Math.min(window.y + grip.height, display.y + display.height) - Math.max(window.y, display.y);
  return across >= Math.min(grip.width, window.width) && down >= grip.height;
}

/** Keeps how the window is left, for the next start. The file is the old one or the new one, never half of it. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: z.infer<typeof kept> = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // A full or read-only disk costs the place of the window and nothing else.
    }
  });
}
