import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '#shared/kernel/signature.ts';
import { entryPlace, personPlace } from './address.ts';
import { Link } from './links.tsx';
import { Badge } from './Badge.tsx';
import { DataTable, type TableColumn } from './DataTable.tsx';
import { EntryMoment } from './EntryMoment.tsx';
import { Hint } from './Hint.tsx';
import { Section } from './layout.tsx';
import { useWord } from './words.ts';

type Props = {
  signatures: readonly Signature[];
  /** Whether the pages of people and the entries of the audit trail may be opened. */
  mayAudit: boolean;
  /** Leaves out the entry, where the page is about that one. */
  withoutEntry?: boolean;
};

/** Signatures: who, when, in what meaning, what exactly, and whether it was changed since. Nothing where there is none. */
export function SignaturePart({ signatures, mayAudit, withoutEntry = false }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const roleLabels = (roles: string): string =>
    roles
      .split(', ')
      .map((role) => say(`people.roleNames.${role}`, role))
      .join(', ');
  if (signatures.length === 0) return null;
  const columns: TableColumn<Signature>[] = [
    {
      id: 'name',
      header: t('signing.by'),
      cell: ({ name, person, role }) => (
        <>
          <div>{mayAudit ? <Link {...personPlace(person)}>{name}</Link> : name}</div>
          <div className="muted">{roleLabels(role)}</div>
        </>
      ),
    },
    { id: 'meaning', header: t('signing.meaning'), cell: ({ meaning }) => t(`signing.meanings.${meaning}`) },
    { id: 'at', header: t('signing.at'), cell: (signature) => <EntryMoment {...signature} /> },
    {
      id: 'statement',
      header: t('signing.statement'),
      wide: true,
      cell: ({ statement, comment }) => (
        <>
          {statement}
          {comment !== '' && <div className="muted">{t('signing.trimmedComment', { comment })}</div>}
        </>
      ),
    },
    { id: 'state', header: t('signing.state'), cell: ({ superseded }) => <State superseded={superseded} /> },
    ...(mayAudit && !withoutEntry
      ? [
          {
            id: 'entry',
            header: t('signing.entry'),
            figure: true,
            cell: ({ entry }: Signature) => <Link {...entryPlace(entry)}>{entry}</Link>,
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('signing.title')}
      actions={<Hint about={t('signing.superseded')}>{t('signing.supersededHelp')}</Hint>}
    >
      <DataTable label={t('signing.title')} rows={signatures} columns={columns} empty={null} />
    </Section>
  );
}

function State({ superseded }: { superseded: boolean }): ReactNode {
  const { t } = useTranslation();
  return superseded ? (
    <Badge tone="neutral" icon="undo">
      {t('signing.superseded')}
    </Badge>
  ) : (
    <Badge tone="released" icon="tick">
      {t('signing.valid')}
    </Badge>
  );
}
