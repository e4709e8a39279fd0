import {
  type Asked,
  api,
  ask,
  type Draft,
  type SecretCommand,
  useAsk,
  useDraft,
  useSecretCommand,
} from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { z } from 'zod';
import { type Edit, type Product, type Typed, typedShape } from './typed.ts';

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

export type Editing = SecretCommand<Edit, Outputs['products']['edit']>;
export const useEdit = (): Editing => useSecretCommand(api.products.edit);
