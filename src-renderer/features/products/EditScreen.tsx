import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSigner } from '#renderer/client/index.ts';
import { productAddress } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { EditForm } from './EditForm.tsx';
import { useProduct } from './products.hooks.ts';

/** Edits a product: what may change, what changes from which value to which, and the signature. */
export function EditScreen({ search: { code } }: ScreenProps<{ code: string }>): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const asked = useProduct(code);
  return (
    <Page
      title={t('products.title')}
      kind={code}
      actions={<a href={productAddress(code)}>{t('products.back', { code })}</a>}
    >
      {signer?.isOwner === true && <NeedsPeople demo={signer.demo} />}
      {signer?.isOwner === false &&
        (signer.permissions.includes('masterData') ? (
          <Answer asked={asked}>{(product) => <EditForm key={code} product={product} />}</Answer>
        ) : (
          <EmptyState title={t('signing.mayNot')} />
        ))}
    </Page>
  );
}
