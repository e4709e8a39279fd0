import { Box, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '#renderer/client/index.ts';
import { Icon } from '#renderer/components/icons.tsx';
import { Small } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { permissions } from '#shared/kernel/permissions.ts';
import type { Role } from '#shared/people/contract.ts';
import { useRoles } from './people.hooks.ts';
import { RoleForm } from './RoleForm.tsx';
import { useRoleName } from './words.ts';

/** A role's code while it is changed, "+" while a new one is made. */
type Search = { change: string };
const newRole = '+';
/** Everybody may sign in; no role gives that. */
const given = permissions.filter((permission) => permission !== 'enter');

/** What each role may do, as a grid; an administrator changes a role with a reason. */
export function RolesScreen({ search, setSearch }: ScreenProps<Search>): ReactNode {
  const { t } = useTranslation();
  const isPerson = useSession().data?.authState === 'person';
  const mayChange = useMay('people') && isPerson;
  const asked = useRoles();
  const canAct = mayChange && search.change === '';
  return (
    <SetUpPage
      at="/setup/roles"
      lead={t('people.rolesLead')}
      actions={
        canAct && (
          <Button variant="default" onClick={() => setSearch({ change: newRole }, 'step')}>
            {t('people.newRole')}
          </Button>
        )
      }
    >
      {!mayChange && <p className="muted">{t('people.noRight')}</p>}
      <Answer asked={asked}>
        {({ roles }) =>
          roles.length === 0 ? (
            <EmptyState title={t('people.empty')}>
              <p>{t('people.emptyHelp')}</p>
            </EmptyState>
          ) : (
            <>
              {mayChange && search.change !== '' && (
                <RoleForm
                  key={search.change}
                  role={roles.find(({ code }) => code === search.change)}
                  roles={roles}
                  onDone={() => setSearch({ change: '' })}
                />
              )}
              <Grid roles={roles} onChange={canAct ? (code) => setSearch({ change: code }, 'step') : undefined} />
            </>
          )
        }
      </Answer>
    </SetUpPage>
  );
}

type GridProps = { roles: readonly Role[]; onChange: ((code: string) => void) | undefined };

function Grid({ roles, onChange }: GridProps): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  return (
    // What scrolls must be reachable by keyboard.
    <div className="tableBox" tabIndex={0}>
      <Table highlightOnHover horizontalSpacing={6} verticalSpacing={6} aria-label={t('people.rolesTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" pl="sm">
              {t('people.permission')}
            </Table.Th>
            {roles.map(({ code, people }) => (
              <Table.Th key={code} scope="col" ta="center">
                {roleName(code)}
                <Small>{t('people.count', { count: people })}</Small>
                {onChange !== undefined && (
                  <Box mt={4}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('people.changeRole', { role: roleName(code) })}
                      onClick={() => onChange(code)}
                    >
                      {t('people.changeRoleShort')}
                    </Button>
                  </Box>
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {given.map((permission) => (
            <Table.Tr key={permission}>
              <Table.Th scope="row" miw={190} px="sm">
                {t(`people.permissions.${permission}`)}
                <Small>{t(`people.permissionHelp.${permission}`)}</Small>
              </Table.Th>
              {roles.map(({ code, permissions: held }) => (
                <Table.Td key={code} ta="center" c={held.includes(permission) ? 'var(--l-link)' : 'dimmed'}>
                  {held.includes(permission) ? (
                    <>
                      <Icon name="tick" />
                      <span className="hidden">{t('people.yes')}</span>
                    </>
                  ) : (
                    <>
                      <span aria-hidden="true">·</span>
                      <span className="hidden">{t('people.no')}</span>
                    </>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
