import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSigner } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { CheckPart } from './CheckPart.tsx';
import { NameForm } from './NameForm.tsx';
import { RuleForm } from './RuleForm.tsx';
import { useStatuses } from './statuses.hooks.ts';
import { NameTable, RuleTable } from './tables.tsx';

/** What is changed: "name" or the level of a rule, and which; "+" while a new one is made. */
export type StatusSearch = { change: string; of: string; act: string; product: string; supplier: string };
const made = '+';

/** What the plant calls its statuses, what goods of each may do, and which level decides that. */
export function StatusesScreen({ search, setSearch }: ScreenProps<StatusSearch>): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('masterData');
  const asked = useStatuses();
  return (
    <SetUpPage at="/setup/statuses" lead={t('statuses.lead')}>
      <p className="muted">{t('statuses.waysOut')}</p>
      {!mayChange && <p className="muted">{t('statuses.noRight')}</p>}
      <Answer asked={asked}>
        {(kept) => <Parts kept={kept} mayChange={mayChange} search={search} setSearch={setSearch} />}
      </Answer>
      <CheckPart product={search.product} supplier={search.supplier} onAsk={(about) => setSearch(about, 'step')} />
    </SetUpPage>
  );
}

type PartsProps = Pick<ScreenProps<StatusSearch>, 'search' | 'setSearch'> & {
  kept: Outputs['statuses']['list'];
  mayChange: boolean;
};

function Parts({ kept: { statuses, rules }, mayChange, search, setSearch }: PartsProps): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const isName = search.change === 'name';
  const isOpen = mayChange && search.change !== '';
  const open = (change: string, of = '', act = ''): void => setSearch({ change, of, act }, 'step');
  const close = (): void => setSearch({ change: '', of: '', act: '' });
  const mayOpen = mayChange && !isOpen;
  return (
    <>
      {isOpen && isName && (
        <NameForm key={search.of} status={statuses.find(({ status }) => status === search.of)} onDone={close} />
      )}
      {isOpen && !isName && signer?.isOwner === true && <NeedsPeople demo={signer.demo} />}
      {isOpen && !isName && signer?.isOwner === false && (
        <RuleForm
          key={`${search.change} ${search.of} ${search.act}`}
          rule={rules.find(
            ({ level, code, act }) => level === search.change && code === search.of && act === search.act,
          )}
          kept={{ statuses, rules }}
          onDone={close}
        />
      )}
      <Section
        title={t('statuses.rules')}
        actions={
          mayOpen && (
            <Button variant="default" onClick={() => open(made)}>
              {t('statuses.newRule')}
            </Button>
          )
        }
      >
        {rules.length === 0 ? (
          <EmptyState title={t('statuses.nothing')}>
            <p>{t('statuses.nothingHelp')}</p>
          </EmptyState>
        ) : (
          <RuleTable rules={rules} onChange={mayOpen ? ({ level, code, act }) => open(level, code, act) : undefined} />
        )}
      </Section>
      <Section
        title={t('statuses.names')}
        actions={
          mayOpen && (
            <Button variant="default" onClick={() => open('name', made)}>
              {t('statuses.newName')}
            </Button>
          )
        }
      >
        <p className="muted">{t('statuses.namesHelp')}</p>
        {statuses.length === 0 ? (
          <p className="muted">{t('statuses.noNames')}</p>
        ) : (
          <NameTable statuses={statuses} onChange={mayOpen ? ({ status }) => open('name', status) : undefined} />
        )}
      </Section>
    </>
  );
}
