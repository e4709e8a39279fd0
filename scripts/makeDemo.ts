import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDevicePlant } from './demo/devicePlant.ts';
import { deviceDays } from './demo/deviceWorks.ts';
import { buildFoodPlant } from './demo/foodPlant.ts';
import { foodDays } from './demo/foodWorks.ts';

/**
 * Writes the demo plants; the same seed gives the same bytes.
 * Usage: node scripts/makeDemo.ts [FOLDER], by default resources/demo.
 * No name, number or sentence of a plant holds a date: whoever loads it shifts its dates up to the present.
 */
const seed = 20260630;

const plants = [
  {
    folder: 'food',
    manifest: {
      name: 'Hollerbach Foods',
      lastDay: foodDays.last,
      story:
        'Verdanne Fruits reports splinters of glass in its apricot purée lot VE-66318, which came in two deliveries and went into base, preserve, nectar and gift boxes.',
    },
    files: buildFoodPlant(seed),
  },
  {
    folder: 'device',
    manifest: {
      name: 'Nordhaler Medical',
      lastDay: deviceDays.last,
      story:
        'Kondor Components reports leaking capacitors in its lot KO-2208, which sit on control boards inside nebulisers at customers, in the store and on the bench.',
    },
    files: buildDevicePlant(seed),
  },
];

const root = process.argv[2] ?? 'resources/demo';
for (const { folder, manifest, files } of plants) {
  const target = join(root, folder);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'plant.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [file, text] of files) writeFileSync(join(target, file), text);
}
