import {
  codeInAddress,
  countInAddress,
  type Screen,
  screen,
  switchInAddress,
  unitInAddress,
} from '#renderer/components/screen.ts';
import { DocumentScreen } from './DocumentScreen.tsx';
import { PartnerScreen } from './PartnerScreen.tsx';
import { ProductScreen } from './ProductScreen.tsx';
import { UnitScreen } from './UnitScreen.tsx';

export const dossierScreens: readonly Screen[] = [
  screen(
    '/unit',
    {
      ...unitInAddress,
      offset: countInAddress,
      decide: switchInAddress,
      from: codeInAddress,
      to: codeInAddress,
      location: codeInAddress,
    },
    UnitScreen,
  ),
  screen('/product', { code: codeInAddress, offset: countInAddress }, ProductScreen),
  screen('/document', { number: codeInAddress, offset: countInAddress }, DocumentScreen),
  screen('/partner', { code: codeInAddress, offset: countInAddress }, PartnerScreen),
];
