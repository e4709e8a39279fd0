import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './KeyboardMap.module.css';

const keys = [
  ['box', ['Ctrl', 'K']],
  ['filter', ['/']],
  ['down', ['j']],
  ['up', ['k']],
  ['open', ['Enter']],
  ['select', ['Space']],
  ['leave', ['Esc']],
  ['keys', ['?']],
] as const;

/** The keys that work everywhere. Scrolling stays as it is: a locked page would need styles the policy forbids. */
export function KeyboardMap({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('keys.close') }}
      // Mantine draws a <header>, which outside of the page's main part would be a second banner.
      attributes={{ header: { role: 'presentation' } }}
    >
      <dl className={styles.keys}>
        {keys.map(([what, combination]) => (
          <div key={what}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('keys.scan')}</p>
    </Modal>
  );
}
