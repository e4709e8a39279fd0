import { dossier } from '#shared/dossier/contract.ts';
import { locations } from '#shared/locations/contract.ts';
import { ask } from '#renderer/client/index.ts';
import { codeInAddress, countInAddress, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { locationList } from '#shared/locations/vocabulary.ts';
import { EditScreen } from './EditScreen.tsx';
import { NewLocation } from './NewLocation.tsx';
import { LocationScreen } from './LocationScreen.tsx';

export const locationScreens = [
  listScreen({
    list: locationList,
    path: '/locations',
    main: locations.listWithStock,
    page: (input) => ask.locations.listWithStock.queryOptions({ input }),
    actions: NewLocation,
  }),
  screen('/location/edit', { code: codeInAddress }, EditScreen, locations.save),
  screen(
    '/location',
    { code: codeInAddress, offset: countInAddress, asOf: codeInAddress },
    LocationScreen,
    dossier.get,
  ),
];
