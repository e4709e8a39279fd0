import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSigner } from '#renderer/client/index.ts';
import { productPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
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
      actions={<Link {...productPlace(code)}>{t('products.back', { code })}</Link>}
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
