import { Button, Switch, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { ImpossibleLine } from './ImpossibleLine.tsx';
import { RecallAnswerPart } from './RecallAnswerPart.tsx';
import { type RecallSearch, useRecall } from './recalls.hooks.ts';
import { mostScopes } from '#shared/recalls/contract.ts';
import { ScopeTable } from './ScopeTable.tsx';
import { addScope, type Compared, isNamed, openScope, placeOf, removeScope, scopesOf } from './scopes.ts';
import { Suspects } from './Suspects.tsx';
import { UnknownSuspects } from './UnknownSuspects.tsx';

/** Recall: name the suspects; what is affected, where it lies and who got it follows. Scopes stand side by side. */
export function RecallScreen({ search, setSearch }: ScreenProps<RecallSearch>): ReactNode {
  const { t } = useTranslation();
  const asked = useRecall(search);
  const named = isNamed(search);
  const scopes = scopesOf(search);
  const open = placeOf(search);
  const compare = (next: Compared): void => setSearch({ ...next, offset: 0, sort: '' }, 'step');
  return (
    <Page title={t('recalls.title')} lead={t('recalls.lead')}>
      {scopes.length > 1 && (
        <ScopeTable
          scopes={scopes}
          open={open}
          onOpen={(place) => compare(openScope(scopes, place))}
          onRemove={(place) =>
            // The places of the others move up.
            setSearch(
              { ...removeScope(search, place), offset: 0, sort: '', dropped: undefined, droppedOffset: 0 },
              'step',
            )
          }
          dropped={search.dropped}
          droppedOffset={search.droppedOffset}
          onDropped={(dropped, droppedOffset = 0) => setSearch({ dropped, droppedOffset })}
        />
      )}
      {scopes.length > 1 && <h2>{t('recalls.compare.scope', { number: open + 1 })}</h2>}
      <Suspects
        suspects={search.suspects}
        supplierLots={search.supplierLots}
        workOrders={search.workOrders}
        onChange={(change) => setSearch({ ...change, offset: 0, sort: '' }, 'step')}
      />
      <Line>
        <Tooltip
          label={t('trace.datedHelp')}
          multiline
          w={280}
          withinPortal={false}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Switch
            label={t('trace.dated')}
            checked={search.dated}
            onChange={(event) => setSearch({ dated: event.currentTarget.checked, offset: 0 })}
          />
        </Tooltip>
        {named && scopes.length < mostScopes && (
          <Button variant="default" onClick={() => compare(addScope(search))}>
            {t('recalls.compare.add')}
          </Button>
        )}
      </Line>
      {named ? (
        <Answer asked={asked}>
          {(reply) => (
            <>
              <UnknownSuspects unknown={reply.unknown} none={reply.view === undefined} />
              {reply.view !== undefined && (
                <>
                  {scopes.length < mostScopes && (
                    <ImpossibleLine
                      scope={reply.scope}
                      onCompare={() => compare(openScope([...scopes, { ...reply.scope, dated: true }], open))}
                    />
                  )}
                  <RecallAnswerPart
                    reply={reply}
                    view={reply.view}
                    outdated={asked.outdated}
                    search={search}
                    setSearch={setSearch}
                  />
                </>
              )}
            </>
          )}
        </Answer>
      ) : (
        <EmptyState title={t('recalls.startTitle')}>
          <p>{t('recalls.startHelp')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
