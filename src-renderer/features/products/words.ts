import { useWord } from '#renderer/components/words.ts';
import { type Field, kinds } from './typed.ts';

/** Where the words for the values of a choice stand among the texts. */
const groups: Partial<Record<Field, string>> = {
  lotTracking: 'dossier.lotTrackings',
  serialTracking: 'dossier.serialTrackings',
  traceDetail: 'audit.traceDetails',
  stockManaged: 'common',
};

/** Says what a field holds: a choice in words, everything else as it is. */
export function useFieldText(): (field: Field, text: string) => string {
  const say = useWord();
  return (field, text) => (typeof kinds[field] === 'string' ? text : say(`${groups[field] ?? ''}.${text}`, text));
}
