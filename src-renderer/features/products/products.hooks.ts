import {
  type Asked,
  api,
  ask,
  type Draft,
  type Signing,
  type Unsigned,
  useAsk,
  useDraft,
  useSigning,
} from '#renderer/client/index.ts';
import { asGtin14, isGtin } from '#shared/kernel/gtin.ts';
import { z } from 'zod';
import { type Product, type Typed, typedShape } from './typed.ts';

export const useProduct = (code: string): Asked<Product> =>
  useAsk({
    ...ask.products.get.queryOptions({ input: { code } }),
    // What is compared and signed is what the editor read; another version is shown when it is asked for.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

const untouched: Typed = {};
/** Kept under the product alone: a newer version of it does not lose what was typed. */
export const useTyped = (code: string): Draft<Typed> => useDraft(`product ${code}`, untouched, typedShape);

const typedReason = z.string();
export const useReason = (code: string): Draft<string> => useDraft(`product ${code}, why`, '', typedReason);

export const useEdit = (input: Unsigned<'products', 'edit'>, onSigned: () => void): Signing =>
  useSigning('products.edit', api.products.edit, { input, onSigned });

/** The other products that have a GTIN, however many of its leading zeros they have it with. */
export function useOtherBearers(gtin: string, code: string): readonly string[] {
  // Announced as a shop's barcode it is looked for as that alone.
  const input = { text: `]E0${asGtin14(gtin)}`, limit: 20 };
  const { data } = useAsk({ ...ask.dossier.find.queryOptions({ input }), enabled: isGtin(gtin) });
  if (!isGtin(gtin) || data?.scanned?.gtin !== asGtin14(gtin) || data.scanned.notFound !== undefined) return [];
  return data.hits.map(({ label }) => label).filter((label) => label !== code);
}
