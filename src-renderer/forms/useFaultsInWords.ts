import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { Fault, Faults } from './faults.ts';

/** Says faults in the language of the screen, by the names of their fields. */
export function useFaultsInWords(): (faults: Faults) => Record<string, string> {
  const inWords = useFaultInWords();
  return useCallback(
    (faults) => Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, inWords(fault)])),
    [inWords],
  );
}

/** Says one fault. */
export function useFaultInWords(): (fault: Fault) => string {
  const { t } = useTranslation();
  const read = useMessage();
  return useCallback(
    (fault) => {
      if ('text' in fault) return read(fault.text);
      return fault.key === '' ? '' : t(fault.key, { count: fault.count ?? 0 });
    },
    [t, read],
  );
}
