import { ActionIcon, Box, Button, Group } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft, useFindHits } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { FindBox, type FindBoxHandle } from '#renderer/components/FindBox.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import type { Hit } from '#shared/dossier/contract.ts';
import { nothingTyped, type Scope, type SupplierLot, type Suspect, typedSuspect, unitOf } from './scopes.ts';
import { SupplierLotForm } from './SupplierLotForm.tsx';

type Named = Pick<Scope, 'suspects' | 'supplierLots' | 'workOrders'>;
type Props = Named & { onChange: (change: Partial<Named>) => void };

const isSuspect = ({ kind, unit }: Hit): boolean => unit !== null || kind === 'supplierLot';
const same = (a: readonly string[], b: readonly string[]): boolean => a.every((part, index) => part === b[index]);

/** The suspects: lots, serials and supplier's lots, added one by one and taken off again. */
export function Suspects({ suspects, supplierLots, workOrders, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const find = useFindHits();
  const draft = useDraft('recall suspect', nothingTyped, typedSuspect);
  const box = useRef<FindBoxHandle>(null);
  const [isOpen, setOpen] = useState(false);

  /** What was added counts at once, before the address has it: scans follow one another quickly. */
  const added = useRef({ suspects, supplierLots });
  useLayoutEffect(() => {
    added.current = { suspects, supplierLots };
  }, [suspects, supplierLots]);

  function addHit({ kind, unit, supplier, label }: Hit): void {
    if (kind === 'supplierLot') addSupplierLot([supplier, label]);
    if (unit === null) return;
    const suspect: Suspect = [unit.product, unit.lot, unit.sublot, unit.serial];
    if (added.current.suspects.some((known) => same(known, suspect))) return;
    const all = [...added.current.suspects, suspect];
    added.current = { ...added.current, suspects: all };
    onChange({ suspects: all });
  }

  function addSupplierLot(lot: SupplierLot): void {
    if (added.current.supplierLots.some((known) => same(known, lot))) return;
    const all = [...added.current.supplierLots, lot];
    added.current = { ...added.current, supplierLots: all };
    onChange({ supplierLots: all });
  }

  const isNamed = suspects.length + supplierLots.length + workOrders.length > 0;
  const isTyped = draft.value.supplier !== '' || draft.value.supplierLot !== '';
  return (
    <>
      <Group align={isNamed ? 'center' : 'flex-end'} gap="8px 16px" mb="sm">
        {isNamed && (
          <Group component="ul" gap={8} aria-label={t('recalls.suspects')}>
            {suspects.map((suspect) => (
              <Chosen
                key={suspect.join(' ')}
                said={suspect.filter((part) => part !== '').join(' · ')}
                onRemove={() => onChange({ suspects: suspects.filter((known) => known !== suspect) })}
              >
                <UnitLink unit={unitOf(suspect)} withProduct />
              </Chosen>
            ))}
            {supplierLots.map((lot) => {
              const said = t('recalls.supplierLotSaid', { supplier: lot[0], supplierLot: lot[1] });
              return (
                <Chosen
                  key={lot.join(' ')}
                  said={said}
                  onRemove={() => onChange({ supplierLots: supplierLots.filter((known) => known !== lot) })}
                >
                  <span className="mono">{said}</span>
                </Chosen>
              );
            })}
            {workOrders.map((workOrder) => {
              const said = t('recalls.madeBySaid', { workOrder });
              return (
                <Chosen
                  key={workOrder}
                  said={said}
                  onRemove={() => onChange({ workOrders: workOrders.filter((known) => known !== workOrder) })}
                >
                  <span>{said}</span>
                </Chosen>
              );
            })}
          </Group>
        )}
        <Box flex={1} miw={isNamed ? 240 : 320} maw={isNamed ? 360 : 480}>
          <FindBox
            label={t('recalls.addUnit')}
            // Once something is suspect, what follows from it is what the screen is for: the form folds to one box.
            labelled={!isNamed}
            placeholder={t(isNamed ? 'recalls.addAnother' : 'find.unitPlaceholder')}
            find={find}
            accepts={isSuspect}
            onPick={addHit}
            handle={box}
            typed={{ text: draft.value.unit, onText: (unit) => draft.set({ ...draft.value, unit }) }}
          />
        </Box>
        {!isNamed || isOpen || isTyped ? (
          <SupplierLotForm
            draft={draft}
            onAdd={(lot) => {
              addSupplierLot(lot);
              setOpen(false);
              box.current?.focus();
            }}
          />
        ) : (
          <Button variant="subtle" onClick={() => setOpen(true)}>
            {t('recalls.alsoSupplierLot')}
          </Button>
        )}
      </Group>
      <DraftNotice draft={draft} />
    </>
  );
}

function Chosen({ said, onRemove, children }: { said: string; onRemove: () => void; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group
      component="li"
      gap={4}
      h={28}
      pl={8}
      bd="1px solid var(--l-hairline)"
      bg="var(--l-raised)"
      style={{ borderRadius: 6 }}
    >
      {children}
      <ActionIcon aria-label={t('common.remove', { what: said })} onClick={onRemove}>
        <Icon name="cross" size={12} />
      </ActionIcon>
    </Group>
  );
}
