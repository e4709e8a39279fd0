import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentPropsWithRef, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/kernel/unit.ts';
import {
  addressOf,
  documentPlace,
  inspectionPlace,
  locationPlace,
  partnerPlace,
  planPlace,
  type Path,
  type Place,
  productPlace,
  tracePlace,
  unitPlace,
  writeAddress,
} from './address.ts';
import { Badge } from './Badge.tsx';
import { Icon } from './icons.tsx';
import { MissingSerials, nameOfSerial } from './missingSerials.ts';

type Anchor = Omit<ComponentPropsWithRef<'a'>, 'href'>;

/**
 * The way to a screen. What does not exist, or is not asked so, does not compile. It is a plain anchor, since a table
 * draws hundreds: the router hears of the address when it changes.
 *
 *     <Link to="/audit" search={{ person }}>{name}</Link>
 *     <Link {...productPlace(code)}>{code}</Link>
 */
export function Link<To extends Path>({ to, search, ...anchor }: Place<To> & Anchor): ReactNode {
  return <a href={addressOf(to, search)} {...anchor} />;
}

/** The way to a screen that the host names, which must be one of the program's own; no address leads elsewhere. */
export const AnyLink = ({ to, ...anchor }: { to: string } & Anchor): ReactNode => (
  <a href={writeAddress(to, {})} {...anchor} />
);

/** The same as a button beside others. */
export function LinkButton<To extends Path>({
  to,
  search,
  ...button
}: Place<To> & ButtonProps & { onClick?: () => void; children: ReactNode }): ReactNode {
  return <Button component="a" href={addressOf(to, search)} {...button} />;
}

/** A lot or serial by its own number, as a link to its page. Stock of no lot is its product's. */
export function UnitLink({ unit, withProduct = false }: { unit: Unit; withProduct?: boolean }): ReactNode {
  const lot = unit.sublot === '' ? unit.lot : `${unit.lot} / ${unit.sublot}`;
  const number = unit.serial === '' ? lot : unit.serial;
  const label = number === '' ? unit.product : number;
  return (
    <>
      <Link className="mono" {...unitPlace(unit)}>
        {withProduct && number !== '' ? `${unit.product} · ${label}` : label}
      </Link>
      {unit.serial !== '' && <MissingMark unit={unit} />}
    </>
  );
}

/** That a serial is missing, wherever it is named. */
function MissingMark({ unit }: { unit: Unit }): ReactNode {
  const { t } = useTranslation();
  if (!useContext(MissingSerials).has(nameOfSerial(unit))) return null;
  return (
    <>
      {' '}
      <Badge tone="rejected" icon="warning">
        {t('serials.missing.title')}
      </Badge>
    </>
  );
}

/** The way to where a lot or serial went, wherever it is shown; goods without a name lead nowhere. */
export function FollowLink({ unit }: { unit: Unit }): ReactNode {
  const { t } = useTranslation();
  if (unit.lot === '' && unit.serial === '') return null;
  const said = t('dossier.follow');
  return (
    <Link {...tracePlace(unit, 'downstream')} aria-label={said} title={said}>
      <Icon name="trace" size={14} />
    </Link>
  );
}

function CodeLink<To extends Path>({ code, place }: { code: string; place: Place<To> }): ReactNode {
  return code === '' ? null : (
    <Link className="mono" {...place}>
      {code}
    </Link>
  );
}

export const ProductLink = ({ code }: { code: string }): ReactNode => (
  <CodeLink code={code} place={productPlace(code)} />
);
export const PartnerLink = ({ code }: { code: string }): ReactNode => (
  <CodeLink code={code} place={partnerPlace(code)} />
);
export const LocationLink = ({ code }: { code: string }): ReactNode => (
  <CodeLink code={code} place={locationPlace(code)} />
);
export const PlanLink = ({ code }: { code: string }): ReactNode => <CodeLink code={code} place={planPlace(code)} />;
export const InspectionLink = ({ code }: { code: string }): ReactNode => (
  <CodeLink code={code} place={inspectionPlace(code)} />
);
export const DocumentLink = ({ number }: { number: string }): ReactNode => (
  <CodeLink code={number} place={documentPlace(number)} />
);
