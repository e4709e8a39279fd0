import type { ReactNode } from 'react';
import type { Unit } from '#shared/kernel/unit.ts';
import { documentAddress, locationAddress, partnerAddress, productAddress, unitAddress } from './address.ts';

/** A lot or serial by its own number, as a link to its page. Stock of no lot is its product's. */
export function UnitLink({ unit, withProduct = false }: { unit: Unit; withProduct?: boolean }): ReactNode {
  const lot = unit.sublot === '' ? unit.lot : `${unit.lot} / ${unit.sublot}`;
  const number = unit.serial === '' ? lot : unit.serial;
  const label = number === '' ? unit.product : number;
  return (
    <a className="mono" href={unitAddress(unit)}>
      {withProduct && number !== '' ? `${unit.product} · ${label}` : label}
    </a>
  );
}

const codeLink = (code: string, address: string): ReactNode =>
  code === '' ? null : (
    <a className="mono" href={address}>
      {code}
    </a>
  );

export const ProductLink = ({ code }: { code: string }): ReactNode => codeLink(code, productAddress(code));
export const PartnerLink = ({ code }: { code: string }): ReactNode => codeLink(code, partnerAddress(code));
export const DocumentLink = ({ number }: { number: string }): ReactNode => codeLink(number, documentAddress(number));
export const LocationLink = ({ code }: { code: string }): ReactNode => codeLink(code, locationAddress(code));
