import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SigningPerson } from '#renderer/client/index.ts';
import { productAddress } from '#renderer/components/address.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { ProductFields } from './ProductFields.tsx';
import { useEdit, useReason, useTyped } from './products.hooks.ts';
import { type Product, readTyped } from './typed.ts';

type Props = { product: Product; signer: SigningPerson };

/** The fields, what changes by what was typed, and the dialog in which it is signed. */
export function EditForm({ product, signer }: Props): ReactNode {
  const { t } = useTranslation();
  const { code, version } = product;
  const typed = useTyped(code);
  const reason = useReason(code);
  const form = useRef<HTMLFormElement>(null);
  const { changes, change, faults } = readTyped(product, typed.value);
  const signing = useEdit({ code, version, change, reason: reason.value }, () => {
    typed.clear();
    reason.clear();
    // Back leads to the product, not to a form of what is done.
    window.location.replace(productAddress(code));
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const [faulty] = Object.keys(faults);
    const field = faulty === undefined ? null : form.current?.elements.namedItem(faulty);
    if (field instanceof HTMLElement) return field.focus();
    if (changes.length > 0) signing.open();
  }

  return (
    <>
      <form ref={form} onSubmit={submit} onKeyDown={submitOnCtrlEnter} noValidate>
        <DraftNotice draft={typed} />
        <ProductFields product={product} typed={typed.value} faults={faults} onType={typed.set} />
        <Section title={t('products.changes')}>
          {changes.length === 0 ? (
            <p className="muted">{t('products.nothing')}</p>
          ) : (
            <ChangeTable changes={changes} product={product} />
          )}
        </Section>
        <p>
          <Button type="submit" disabled={changes.length === 0}>
            {t('products.goSign')}
          </Button>
        </p>
      </form>
      {/* Beside the form, not in it: what is typed and sent in the dialog is no business of the form's. */}
      <SignDialog signing={signing} title={t('products.title')} signer={signer} reason={reason}>
        <ChangeTable changes={changes} product={product} />
      </SignDialog>
    </>
  );
}
