import { Button, Group, Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { dayOf, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Link, UnitLink } from '#renderer/components/links.tsx';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import type { Duty, Task, WaitingGoods } from '#shared/today/contract.ts';
import type { TaskGroup } from '#shared/today/vocabulary.ts';
import { placeOfTask, daysBetween, decisionsFor, keyOf, type Letter, unitOf } from './taskWords.ts';
import type { TodayAnswer } from './today.hooks.ts';

type Rows = { day: string; at: number; choose: (index: number) => void; decide: (task: Task, letter: Letter) => void };
type Props = Rows & {
  groups: TodayAnswer['groups'];
  closed: readonly TaskGroup[];
  onFold: (group: TaskGroup) => void;
};

/** What waits, by when it is due; a group can be folded. */
export function TaskTable({ groups, closed, onFold, ...rows }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Table horizontalSpacing={8} aria-label={t('today.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('today.what')}</Table.Th>
          <Table.Th scope="col">{t('today.why')}</Table.Th>
          <Table.Th scope="col" ta="end">
            {t('today.age')}
          </Table.Th>
          <Table.Th scope="col">{t('today.due')}</Table.Th>
          <Table.Th scope="col">{t('today.action')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {groups.map(({ group, total, tasks }, place) => {
        const isClosed = closed.includes(group);
        const open = groups.slice(0, place).filter((one) => !closed.includes(one.group));
        const start = open.reduce((sum, one) => sum + one.tasks.length, 0);
        return (
          <Table.Tbody key={group}>
            <Table.Tr>
              <Table.Th scope="rowgroup" colSpan={5}>
                <UnstyledButton
                  fz={13}
                  fw={600}
                  {...(group === 'overdue' && { c: 'var(--l-on-rejected)' })}
                  aria-expanded={!isClosed}
                  onClick={() => onFold(group)}
                >
                  <Icon name={isClosed ? 'next' : 'below'} size={14} /> {t(`today.groups.${group}`)}{' '}
                  <span className="muted">{total}</span>
                </UnstyledButton>
              </Table.Th>
            </Table.Tr>
            {!isClosed &&
              tasks.map((task, index) => <TaskRow key={keyOf(task)} task={task} index={start + index} {...rows} />)}
            {!isClosed && tasks.length < total && (
              <Table.Tr>
                <Table.Td colSpan={5} className="muted">
                  {t('common.more', { count: total - tasks.length })}
                </Table.Td>
              </Table.Tr>
            )}
          </Table.Tbody>
        );
      })}
    </Table>
  );
}

function TaskRow({ task, index, day, at, choose, decide }: Rows & { task: Task; index: number }): ReactNode {
  const { t } = useTranslation();
  const { kind, due, since } = task;
  // Goods with a day wait from that day on, and not before it.
  const from = 'lot' in task && due !== '' ? due : since === '' ? '' : dayOf(new Date(since));
  const age = from === '' || from > day ? undefined : daysBetween(from, day);
  // Goods wait for a day, everything else is counted.
  const lotDays = due === '' ? 0 : Math.abs(daysBetween(due, day));
  const count = 'lot' in task ? lotDays : task.count;
  return (
    <Table.Tr
      data-index={index}
      tabIndex={index === at ? 0 : -1}
      {...(index === at && { bg: 'var(--l-selected)' })}
      data-chosen={index === at}
      style={{ verticalAlign: 'top' }}
      onFocus={() => choose(index)}
      onMouseEnter={() => choose(index)}
    >
      <Table.Td>{'lot' in task ? <Goods lot={task.lot} /> : <Subject {...task} />}</Table.Td>
      <Table.Td>
        <Link {...placeOfTask(task)}>
          {due !== '' && due < day && <Icon name="warning" size={14} />} {t(`today.reasons.${kind}`, { count })}
        </Link>
        {'lot' in task && task.also.map((other) => `, ${t(`today.beside.${other}`)}`)}
      </Table.Td>
      <Table.Td ta="end" className="nowrap">
        {age !== undefined && t('today.days', { count: age })}
      </Table.Td>
      <Table.Td className="nowrap">{due !== '' && <PlainDateText date={due} />}</Table.Td>
      <Table.Td>{'lot' in task && <Actions task={task} decide={decide} />}</Table.Td>
    </Table.Tr>
  );
}

function Goods({ lot }: { lot: ListedLot }): ReactNode {
  return (
    <>
      <UnitLink unit={unitOf(lot)} /> {lot.productName}{' '}
      <span className="nowrap">
        <Quantity value={lot.onHand} unit={lot.unitOfMeasure} />{' '}
        {lot.statuses.map((status) => (
          <StatusBadge key={status} status={status} short />
        ))}
      </span>
    </>
  );
}

function Subject({ kind, user, report }: Duty): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {t(`today.subjects.${kind}`)} {report} <span className="mono">{user}</span>
    </>
  );
}

/** What may be decided about goods, each with its key. */
function Actions({ task, decide }: { task: WaitingGoods; decide: Rows['decide'] }): ReactNode {
  const { t } = useTranslation();
  const mayDecide = useMay('status');
  const { lot } = task;
  if (!mayDecide) return null;
  return (
    <Group component="span" wrap="nowrap" gap={4}>
      {decisionsFor(task).map((letter) => (
        <Button
          key={letter}
          size="compact-xs"
          variant="default"
          tabIndex={-1}
          // What is read aloud has what is seen, and the lot.
          aria-label={t('today.decideOn', { act: `${letter} ${t(`today.acts.${letter}`)}`, lot: lot.lot })}
          onClick={() => decide(task, letter)}
        >
          <span className="muted">{letter}</span>&nbsp;{t(`today.acts.${letter}`)}
        </Button>
      ))}
    </Group>
  );
}
