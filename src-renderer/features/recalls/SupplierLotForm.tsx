import { Autocomplete, Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, keepWhile, useAsk } from '#renderer/client/index.ts';
import type { SupplierLot, TypedSuspect } from './scopes.ts';
import { findSuppliers, recordedSupplierLot } from './supplierLots.ts';

type Props = { draft: Draft<TypedSuspect>; onAdd: (lot: SupplierLot) => void };

/** Adds everything from a supplier's lot; suppliers are offered while their code or name is typed. */
export function SupplierLotForm({ draft, onAdd }: Props): ReactNode {
  const { t } = useTranslation();
  const { supplier, supplierLot } = draft.value;
  const [isLooking, setLooking] = useState(false);
  const wanted = supplier.trim();
  const { data: suppliers = [] } = useAsk({
    queryKey: [['partners', 'list'], 'suppliers', wanted],
    queryFn: ({ signal }) => findSuppliers(wanted, signal),
    placeholderData: keepWhile,
  });
  const names = new Map(suppliers.map(({ code, name }) => [code, name]));
  const isComplete = wanted !== '' && supplierLot.trim() !== '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isComplete || isLooking) return;
    const typed: SupplierLot = [wanted, supplierLot.trim()];
    draft.set({ ...draft.value, supplier: '', supplierLot: '' });
    setLooking(true);
    // Without its host the page cannot look it up; the question itself then says so.
    const recorded = await recordedSupplierLot(typed).catch(() => typed);
    setLooking(false);
    onAdd(recorded);
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Group align="flex-end" gap={8} role="group" aria-label={t('recalls.bySupplierLot')}>
        <span className="muted" style={{ lineHeight: '36px' }}>
          {t('recalls.or')}
        </span>
        <Autocomplete
          label={t('fields.supplier')}
          role="combobox"
          value={supplier}
          onChange={(text) => draft.set({ ...draft.value, supplier: text })}
          data={[...names.keys()]}
          // The host has looked already, in codes and names.
          filter={({ options }) => options}
          renderOption={({ option }) => (
            <Stack component="span" gap={0}>
              <span className="mono">{option.value}</span>
              <span className="muted">{names.get(option.value)}</span>
            </Stack>
          )}
          comboboxProps={{ withinPortal: false, width: 320, position: 'bottom-start' }}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label={t('fields.supplierLot')}
          value={supplierLot}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => draft.set({ ...draft.value, supplierLot: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" disabled={!isComplete} loading={isLooking}>
          {t('common.add')}
        </Button>
      </Group>
    </form>
  );
}
