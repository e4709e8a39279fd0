import { useTranslation } from 'react-i18next';

/** Says a word the host names by a key that is not known beforehand; the host's own word when there is no text for it. */
export function useWord(): (key: string, otherwise: string) => string {
  const { t } = useTranslation();
  // The typed texts know only their own keys; here the key comes with the data.
  const loose = t as unknown as (key: string, options: { defaultValue: string }) => unknown;
  return (key, otherwise) => {
    const text = loose(key, { defaultValue: otherwise });
    return typeof text === 'string' ? text : otherwise;
  };
}

/** The name of a record as people read it: a setting has words, everything else is called by its code. */
export function useRecordName(): (record: string, code: string) => string {
  const say = useWord();
  return (record, code) => (record === 'setting' ? say(`audit.settings.${code}`, code) : code);
}
