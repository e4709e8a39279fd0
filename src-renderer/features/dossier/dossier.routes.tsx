import { codeInAddress, countInAddress, screen, switchInAddress, unitInAddress } from '#renderer/components/screen.ts';
import { dossier } from '#shared/dossier/contract.ts';
import { CheckScreen } from './CheckScreen.tsx';
import { DocumentScreen } from './DocumentScreen.tsx';
import { PartnerScreen } from './PartnerScreen.tsx';
import { ProductScreen } from './ProductScreen.tsx';
import { UnitScreen } from './UnitScreen.tsx';

export const dossierScreens = [
  screen(
    '/unit',
    {
      ...unitInAddress,
      offset: countInAddress,
      asOf: codeInAddress,
      decide: switchInAddress,
      from: codeInAddress,
      to: codeInAddress,
      location: codeInAddress,
    },
    UnitScreen,
    dossier.get,
  ),
  screen('/check', { text: codeInAddress }, CheckScreen, dossier.checkSerial),
  screen('/product', { code: codeInAddress, offset: countInAddress, asOf: codeInAddress }, ProductScreen, dossier.get),
  screen('/document', { number: codeInAddress, offset: countInAddress }, DocumentScreen, dossier.get),
  screen('/partner', { code: codeInAddress, offset: countInAddress }, PartnerScreen, dossier.get),
];
