import type { ReactNode } from 'react';
import { api } from '#renderer/client/index.ts';
import { goTo, productPlace } from '#renderer/components/address.ts';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { Outputs } from '#shared/contract.ts';
import { products } from '#shared/products/contract.ts';
import { useProductFields } from './productFields.tsx';

type Product = Outputs['products']['get'];

/** Every field of a product. What stays once goods of it moved is shown, and cannot be typed over. */
export function EditForm({ product }: { product: Product }): ReactNode {
  const fields = useProductFields(product, { moved: product.moved, isNew: false });
  return (
    <SignedForm
      name="products.edit"
      operation={products.edit}
      call={api.products.edit}
      title="products.title"
      record={product}
      fields={fields}
      changes
      // Kept under the product alone: a newer version of it does not lose what was typed.
      draft={`product ${product.code}`}
      send={({ code, version }, change) => ({ code, version, change })}
      // Back leads to the product, not to a form of what is done.
      onDone={() => goTo(productPlace(product.code), { instead: true })}
    />
  );
}
