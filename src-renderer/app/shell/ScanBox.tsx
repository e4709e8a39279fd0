import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useFindHits } from '#renderer/client/index.ts';
import {
  type AnyPlace,
  documentPlace,
  goTo,
  inspectionPlace,
  locationPlace,
  partnerPlace,
  planPlace,
  productPlace,
  supplierLotPlace,
  unitPlace,
} from '#renderer/components/address.ts';
import { FindBox, type FindBoxHandle } from '#renderer/components/FindBox.tsx';
import { useScanner } from '#renderer/components/useScanner.ts';
import { useBoxCommands } from './useBoxCommands.ts';
import type { Hit } from '#shared/dossier/contract.ts';

type Props = { session: Session; isClosed: boolean; showKeys: () => void; onRemark: (remark: string) => void };

/** The one box: Ctrl K goes there from anywhere, and what is scanned outside of a field lands in it. */
export function ScanBox({ session, isClosed, showKeys, onRemark }: Props): ReactNode {
  const { t } = useTranslation();
  const find = useFindHits();
  const commands = useBoxCommands(session, showKeys);
  const box = useRef<FindBoxHandle>(null);
  // Also from inside a field: the box is where a person goes from anywhere.
  useHotkeys(isClosed ? [] : [['mod+K', () => box.current?.focus()]], []);
  useScanner(
    useCallback(
      (code: string) => {
        if (!isClosed) box.current?.take(code);
      },
      [isClosed],
    ),
  );
  return (
    <FindBox
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      find={find}
      onPick={open}
      leaves
      onRemark={onRemark}
      handle={box}
      commands={commands}
      shortcut={t('find.shortcut')}
    />
  );
}

function open(hit: Hit): void {
  goTo(placeOfHit(hit));
}

function placeOfHit({ kind, label, unit, supplier }: Hit): AnyPlace {
  if (kind === 'supplierLot') return supplierLotPlace(supplier, label);
  if (kind === 'document') return documentPlace(label);
  if (kind === 'inspection') return inspectionPlace(label);
  if (kind === 'plan') return planPlace(label);
  if (kind === 'partner') return partnerPlace(label);
  if (kind === 'location') return locationPlace(label);
  if (kind === 'product' || unit === null) return productPlace(label);
  return unitPlace(unit);
}
