import { Button, Group } from '@mantine/core';
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icons.tsx';
import { type Chosen, directlyInFolder, droppedFiles } from './chosenFiles.ts';

type Props = {
  onFiles: (chosen: Chosen) => void;
  /** Takes little room, once there is something else to look at. */
  small: boolean;
};

/** Takes a folder, CSV files or a workbook: dropped, or chosen with a button. */
export function FileChooser({ onFiles, small }: Props): ReactNode {
  const { t } = useTranslation();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(onFiles);
  }

  function onChange(event: ChangeEvent<HTMLInputElement>): void {
    const chosen = [...(event.currentTarget.files ?? [])];
    // The same files may be chosen again once they are mended.
    event.currentTarget.value = '';
    if (chosen.length > 0) onFiles(directlyInFolder(chosen));
  }

  return (
    // Dropping is a second way only; the buttons inside do the same by keyboard.
    <Group
      justify="center"
      gap="sm"
      p={small ? '12px 16px' : '40px 24px'}
      bd={`1px dashed var(--l-${over ? 'accent' : 'control'})`}
      bg={`var(--l-${over ? 'selected' : 'raised'})`}
      c="dimmed"
      style={{ borderRadius: 6, flexDirection: small ? 'row' : 'column' }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon name="import" size={24} />
      <p>{t('exchange.drop')}</p>
      <Group gap="sm">
        <Button variant="default" onClick={() => folder.current?.click()}>
          {t('exchange.chooseFolder')}
        </Button>
        <Button variant="default" onClick={() => files.current?.click()}>
          {t('exchange.chooseFiles')}
        </Button>
      </Group>
      <input ref={asFolder(folder)} type="file" hidden aria-label={t('exchange.chooseFolder')} onChange={onChange} />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".csv,.xlsx"
        aria-label={t('exchange.chooseFiles')}
        onChange={onChange}
      />
    </Group>
  );
}

/** Every browser knows `webkitdirectory`; React's types do not. */
const asFolder = (keep: { current: HTMLInputElement | null }) => (input: HTMLInputElement | null) => {
  input?.setAttribute('webkitdirectory', '');
  keep.current = input;
};
