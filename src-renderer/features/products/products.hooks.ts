import { type Asked, ask, useAsk } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { useMessage } from '#renderer/components/useMessage.ts';
import { settingSaid } from '#shared/products/settings.ts';
import type { SettingName } from '#shared/products/vocabulary.ts';
import { asGtin14, isGtin } from '#shared/kernel/gtin.ts';

export const useProduct = (code: string): Asked<Outputs['products']['get']> =>
  useAsk({
    ...ask.products.get.queryOptions({ input: { code } }),
    // What is compared and signed is what the editor read; another version is shown when it is asked for.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The other products that have a GTIN, however many of its leading zeros they have it with. */
export function useOtherBearers(gtin: string, code: string): readonly string[] {
  // Announced as a shop's barcode it is looked for as that alone.
  const input = { text: `]E0${asGtin14(gtin)}`, limit: 20 };
  const { data } = useAsk({ ...ask.dossier.find.queryOptions({ input }), enabled: isGtin(gtin) });
  if (!isGtin(gtin) || data?.scanned?.gtin !== asGtin14(gtin) || data.scanned.notFound !== undefined) return [];
  return data.hits.map(({ label }) => label).filter((label) => label !== code);
}

/** How the value of a setting is said. */
export function useSettingText(): (setting: SettingName, value: string) => string {
  const messageText = useMessage();
  return (setting, value) => messageText(settingSaid(setting, value));
}
