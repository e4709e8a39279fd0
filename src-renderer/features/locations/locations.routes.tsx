import { ask } from '#renderer/client/index.ts';
import { codeInAddress, countInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { locationList } from '#shared/locations/vocabulary.ts';
import { LocationScreen } from './LocationScreen.tsx';

export const locationScreens: readonly Screen[] = [
  listScreen({
    list: locationList,
    path: '/locations',
    page: (input) => ask.locations.listWithStock.queryOptions({ input }),
  }),
  screen('/location', { code: codeInAddress, offset: countInAddress }, LocationScreen),
];
