import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, saveDocument, useAsk, useMay, useWork } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, PlainDateText } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { LinkButton, UnitLink } from '#renderer/components/links.tsx';
import { Answer, FailureState } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { type ListedFile, pictureTypes } from '#shared/attachments/vocabulary.ts';
import { AttachFile } from './AttachFile.tsx';
import { fetchFile, type FileOwnerNamed, pictureOf } from './files.hooks.ts';
import { PictureOf } from './PictureOf.tsx';
import { WithdrawFile } from './WithdrawFile.tsx';

type OfOwner = Outputs['attachments']['ofOwner'];

/** The certificates and files of a lot, serial, product or partner, and the ways to attach, save and withdraw one. */
export function FilesOn({ owner }: { owner: FileOwnerNamed }): ReactNode {
  const { t } = useTranslation();
  const mayAttach = useMay('attach');
  const asked = useAsk(ask.attachments.ofOwner.queryOptions({ input: owner }));
  return (
    <Section title={t('attachments.onPage')}>
      <Answer asked={asked}>{(answer) => <Files answer={answer} isOfGoods={owner.lot !== undefined} />}</Answer>
      {mayAttach && <AttachFile owner={owner} />}
    </Section>
  );
}

function Files({ answer, isOfGoods }: { answer: OfOwner; isOfGoods: boolean }): ReactNode {
  const { t } = useTranslation();
  const { files, total, holding, certificates } = answer;
  const [shown, setShown] = useState<ListedFile | undefined>(undefined);
  const [withdrawing, setWithdrawing] = useState<ListedFile | undefined>(undefined);
  const { run: save, failure } = useWork('attachments.fetch', async (number: string) => {
    await saveDocument(await fetchFile(number));
  });
  const picture = useWork('attachments.look', pictureOf);
  const look = (file: ListedFile): void => {
    picture.run(file.number);
    setShown(file);
  };
  const columns = useColumns({ isOfGoods, onLook: look, onSave: save, onWithdraw: setWithdrawing });
  if (total === 0) return <p className="muted">{t('attachments.none')}</p>;
  return (
    <>
      <Group gap="md" mb="xs">
        <span role="status">{t('attachments.count', { holding, certificates })}</span>
        {isOfGoods && certificates === 0 && (
          <Badge tone="quarantine" icon="warning">
            {t('attachments.noCertificate')}
          </Badge>
        )}
      </Group>
      {failure !== undefined && <FailureState failure={failure} />}
      <DataTable label={t('attachments.onPage')} rows={files} columns={columns} empty={null} />
      {total > files.length && (
        <Group mt="xs">
          <span>{t('attachments.more', { count: total - files.length })}</span>
          <LinkButton to="/files" size="compact-sm" variant="default">
            {t('attachments.toList')}
          </LinkButton>
        </Group>
      )}
      {shown !== undefined && <PictureOf file={shown} work={picture} onClose={() => setShown(undefined)} />}
      {withdrawing !== undefined && <WithdrawFile file={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}

type Acts = {
  isOfGoods: boolean;
  onLook: (file: ListedFile) => void;
  onSave: (number: string) => void;
  onWithdraw: (file: ListedFile) => void;
};

function useColumns({ isOfGoods, onLook, onSave, onWithdraw }: Acts): TableColumn<ListedFile>[] {
  const { t } = useTranslation();
  const mayWithdraw = useMay('status');
  return [
    {
      id: 'number',
      header: t('attachments.number'),
      cell: ({ number, state }) => (
        <>
          <span className="mono">{number}</span>{' '}
          {state === 'withdrawn' && <Badge tone="rejected">{t('attachments.states.withdrawn')}</Badge>}
        </>
      ),
    },
    { id: 'kind', header: t('attachments.kind'), cell: ({ kind }) => t(`attachments.kinds.${kind}`) },
    ...(isOfGoods
      ? [{ id: 'goods', header: t('attachments.goods'), cell: (row: ListedFile) => <UnitLink unit={row} /> }]
      : []),
    { id: 'certificate', header: t('attachments.certificate'), cell: ({ certificate }) => certificate },
    {
      id: 'issuedOn',
      header: t('attachments.issuedOn'),
      cell: ({ issuedOn }) => (issuedOn === '' ? null : <PlainDateText date={issuedOn} />),
    },
    { id: 'issuer', header: t('attachments.issuer'), cell: ({ issuer }) => issuer },
    {
      id: 'label',
      header: t('attachments.label'),
      wide: true,
      cell: ({ label, withdrawReason }) => (
        <>
          {label}
          {withdrawReason !== '' && <span className="muted"> · {withdrawReason}</span>}
        </>
      ),
    },
    {
      id: 'addedAt',
      header: t('attachments.addedAt'),
      cell: ({ addedAt, addedBy }) => (
        <>
          <MomentText at={addedAt} /> · {addedBy}
        </>
      ),
    },
    {
      id: 'acts',
      header: '',
      cell: (file) => (
        <Group gap={4} wrap="nowrap">
          {pictureTypes.includes(file.type) && (
            <Act text={t('attachments.look')} of={file} onClick={() => onLook(file)} />
          )}
          <Act text={t('attachments.save')} of={file} onClick={() => onSave(file.number)} />
          {mayWithdraw && file.state === 'holds' && (
            <Act text={t('attachments.withdraw')} of={file} onClick={() => onWithdraw(file)} />
          )}
        </Group>
      ),
    },
  ];
}

const Act = ({ text, of, onClick }: { text: string; of: ListedFile; onClick: () => void }): ReactNode => (
  <Button size="compact-xs" variant="default" aria-label={`${text}: ${of.number}`} onClick={onClick}>
    {text}
  </Button>
);
