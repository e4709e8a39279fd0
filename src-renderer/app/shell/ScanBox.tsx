import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindHits } from '#renderer/client/index.ts';
import {
  documentAddress,
  partnerAddress,
  productAddress,
  supplierLotAddress,
  unitAddress,
} from '#renderer/components/address.ts';
import { FindBox, type FindBoxHandle } from '#renderer/components/FindBox.tsx';
import { useScanner } from '#renderer/components/useScanner.ts';
import { useBoxCommands } from './useBoxCommands.ts';
import type { Hit } from '#shared/dossier/contract.ts';

/** The one box: Ctrl K goes there from anywhere, and what is scanned outside of a field lands in it. */
export function ScanBox({
  permissions,
  showKeys,
}: {
  permissions: readonly string[] | undefined;
  showKeys: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const find = useFindHits();
  const commands = useBoxCommands(permissions, showKeys);
  const box = useRef<FindBoxHandle>(null);
  // Also from inside a field: the box is where a person goes from anywhere.
  useHotkeys([['mod+K', () => box.current?.focus()]], []);
  useScanner(useCallback((code: string) => box.current?.take(code), []));
  return (
    <FindBox
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      find={find}
      onPick={open}
      handle={box}
      commands={commands}
      shortcut={t('find.shortcut')}
    />
  );
}

function open(hit: Hit): void {
  window.location.hash = addressOfHit(hit);
}

function addressOfHit({ kind, label, unit, supplier }: Hit): string {
  if (kind === 'supplierLot') return supplierLotAddress(supplier, label);
  if (kind === 'document') return documentAddress(label);
  if (kind === 'partner') return partnerAddress(label);
  if (kind === 'product' || unit === null) return productAddress(label);
  return unitAddress(unit);
}
