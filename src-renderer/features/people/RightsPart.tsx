import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { useWord } from '#renderer/components/words.ts';
import { type Right, useRights } from './people.hooks.ts';
import styles from './setup.module.css';
import { useRoleName } from './words.ts';

type Props = { user: string; onlyNot: boolean; onOnlyNot: (onlyNot: boolean) => void };

/** Every operation by feature, with the role it comes from, or why not. */
export function RightsPart({ user, onlyNot, onOnlyNot }: Props): ReactNode {
  const { t } = useTranslation();
  const asked = useRights(user);
  return (
    <Section
      title={t('people.rights')}
      actions={
        <Checkbox
          size="xs"
          label={t('people.onlyNot')}
          checked={onlyNot}
          onChange={(event) => onOnlyNot(event.currentTarget.checked)}
        />
      }
    >
      <p className="muted">{t('people.rightsLead')}</p>
      <Answer asked={asked}>
        {({ operations }) => (
          <>
            <p>{t('people.mayCount', { may: operations.filter(({ may }) => may).length, total: operations.length })}</p>
            <RightsTable rights={operations.filter(({ may }) => !onlyNot || !may)} />
          </>
        )}
      </Answer>
    </Section>
  );
}

const groupsOf = (rights: readonly Right[]): (readonly [string, Right[]])[] => {
  const features = [...new Set(rights.map(featureOf))];
  return features.map((feature) => [feature, rights.filter((right) => featureOf(right) === feature)] as const);
};
const featureOf = ({ operation }: Right): string => operation.slice(0, operation.indexOf('.'));

function RightsTable({ rights }: { rights: readonly Right[] }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  return (
    // What scrolls must be reachable by keyboard.
    <div className={styles.gridBox} tabIndex={0}>
      <table className={styles.rights} aria-label={t('people.rights')}>
        <thead>
          <tr>
            <th scope="col">{t('people.operation')}</th>
            <th scope="col">{t('people.kind')}</th>
            <th scope="col">{t('people.permission')}</th>
            <th scope="col">{t('people.may')}</th>
            <th scope="col">{t('people.because')}</th>
          </tr>
        </thead>
        {groupsOf(rights).map(([feature, group]) => (
          <tbody key={feature}>
            <tr>
              <th scope="rowgroup" colSpan={5}>
                {say(`people.features.${feature}`, feature)}
              </th>
            </tr>
            {group.map((right) => (
              <RightRow key={right.operation} right={right} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function RightRow({ right: { operation, kind, permission, may, roles, code } }: { right: Right }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const roleName = useRoleName();
  const whyMay =
    permission === 'enter'
      ? t('people.everybody')
      : t('people.byRoles', { count: roles.length, roles: roles.map(roleName).join(', ') });
  return (
    <tr>
      <td>
        <span className="mono">{operation}</span>{' '}
        <span className="muted">{say(`audit.operations.${operation}`, '')}</span>
      </td>
      <td>{t(`people.kinds.${kind}`)}</td>
      <td>{t(`people.permissions.${permission}`)}</td>
      <td>
        <Badge tone={may ? 'released' : 'neutral'} icon={may ? 'tick' : 'cross'}>
          {t(may ? 'common.yes' : 'common.no')}
        </Badge>
      </td>
      <td>{may ? whyMay : say(`people.whyNot.${code}`, code)}</td>
    </tr>
  );
}
