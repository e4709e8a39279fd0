import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViews } from '#renderer/client/index.ts';
import { Link } from '#renderer/components/links.tsx';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { ViewsMenu } from '#renderer/components/ViewsMenu.tsx';
import { type AuditSearch, everyEntry, filterInView, useAuditDocument, useEntries, viewOf } from './audit.hooks.ts';
import { EntryTable } from './EntryTable.tsx';
import { Filter, isFiltered } from './Filter.tsx';
import { VerifyPart } from './VerifyPart.tsx';

/** The audit trail: every command, done or refused, and whether the chain still holds. */
export function AuditScreen({ search, setSearch }: ScreenProps<AuditSearch>): ReactNode {
  const { t } = useTranslation();
  const asked = useEntries(search);
  const [appendix, setAppendix] = useState(false);
  const document = useAuditDocument(search, appendix);
  const views = useViews('audit');
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <>
          <Link to="/audit/reviews">{t('reviews.title')}</Link>
          <Checkbox
            size="xs"
            label={t('audit.withAppendix')}
            checked={appendix}
            onChange={(event) => setAppendix(event.currentTarget.checked)}
          />
          <ViewsMenu
            work={views}
            question={viewOf(search)}
            onOpen={(view) => setSearch({ ...everyEntry, ...filterInView.parse(view) }, 'step')}
          />
          <DocumentButtons work={document} />
        </>
      }
    >
      <VerifyPart />
      <Filter
        // The address may change under the form: by the back button, or by a link.
        key={JSON.stringify([search.record, search.person])}
        search={search}
        onFilter={(filter) => setSearch({ ...filter, offset: 0 }, 'step')}
      />
      <Answer asked={asked}>
        {(entries) =>
          entries.total === 0 ? (
            <EmptyState title={t(isFiltered(search) ? 'audit.emptyFiltered' : 'audit.empty')} />
          ) : (
            <EntryTable entries={entries} offset={search.offset} onOffset={(offset) => setSearch({ offset })} />
          )
        }
      </Answer>
    </Page>
  );
}
