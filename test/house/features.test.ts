import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '#main/app/features.ts';
import { featureOrder } from '../../scripts/lint/folders.ts';
import { root } from './lintCopy.ts';

describe('the features of the program', () => {
  const names: readonly string[] = features.map(({ name }) => name);

  it('stand in the one order of features', () => {
    expect(names).toEqual(featureOrder.filter((name) => names.includes(name)));
  });

  it('are each put together in a file of their own, and none is left out', () => {
    const folders = readdirSync(join(root, 'src-main/features')).sort();
    for (const name of folders)
      expect(existsSync(join(root, `src-main/features/${name}/${name}.feature.ts`)), name).toBe(true);
    expect([...names].sort()).toEqual(folders);
  });
});
