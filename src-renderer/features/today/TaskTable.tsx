import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { dayOf, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Link, UnitLink } from '#renderer/components/links.tsx';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import type { Duty, Task, WaitingGoods } from '#shared/today/contract.ts';
import type { TaskGroup } from '#shared/today/vocabulary.ts';
import { placeOfTask, daysBetween, unitOf } from './taskWords.ts';
import type { TodayAnswer } from './today.hooks.ts';
import styles from './today.module.css';

type Rows = { day: string; at: number; choose: (index: number) => void; decide: (task: Task, letter: string) => void };
type Props = Rows & {
  groups: TodayAnswer['groups'];
  closed: readonly TaskGroup[];
  onFold: (group: TaskGroup) => void;
};

/** What waits, by when it is due; a group can be folded. */
export function TaskTable({ groups, closed, onFold, ...rows }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <table className={styles.tasks} aria-label={t('today.title')}>
      <thead>
        <tr>
          <th scope="col">{t('today.what')}</th>
          <th scope="col">{t('today.why')}</th>
          <th scope="col" className={styles.figure}>
            {t('today.age')}
          </th>
          <th scope="col">{t('today.due')}</th>
          <th scope="col">{t('today.action')}</th>
        </tr>
      </thead>
      {groups.map(({ group, total, tasks }, place) => {
        const isClosed = closed.includes(group);
        const open = groups.slice(0, place).filter((one) => !closed.includes(one.group));
        const start = open.reduce((sum, one) => sum + one.tasks.length, 0);
        return (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={styles.group} data-group={group}>
                <button type="button" aria-expanded={!isClosed} onClick={() => onFold(group)}>
                  <Icon name="next" size={14} /> {t(`today.groups.${group}`)}{' '}
                  <span className={styles.total}>{total}</span>
                </button>
              </th>
            </tr>
            {!isClosed &&
              tasks.map((task, index) => <TaskRow key={keyOf(task)} task={task} index={start + index} {...rows} />)}
            {!isClosed && tasks.length < total && (
              <tr>
                <td colSpan={5} className="muted">
                  {t('common.more', { count: total - tasks.length })}
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}

const keyOf = (task: Task): string =>
  JSON.stringify('lot' in task ? unitOf(task.lot) : [task.kind, task.user, task.report, task.entry]);

function TaskRow({ task, index, day, at, choose, decide }: Rows & { task: Task; index: number }): ReactNode {
  const { t } = useTranslation();
  const { kind, due, since } = task;
  const age = since === '' ? undefined : daysBetween(dayOf(new Date(since)), day);
  const count = 'lot' in task ? 0 : task.count;
  return (
    <tr
      data-index={index}
      tabIndex={index === at ? 0 : -1}
      data-chosen={index === at}
      onFocus={() => choose(index)}
      onMouseEnter={() => choose(index)}
    >
      <td>{'lot' in task ? <Goods lot={task.lot} /> : <Subject {...task} />}</td>
      <td>
        <Link {...placeOfTask(task)}>
          {due !== '' && due < day && <Icon name="warning" size={14} />}{' '}
          {t(`today.reasons.${kind}`, { count, days: due === '' ? 0 : Math.abs(daysBetween(due, day)) })}
        </Link>
        {'lot' in task && task.also.map((other) => `, ${t(`today.beside.${other}`)}`)}
      </td>
      <td className={styles.figure}>{age !== undefined && t('today.days', { count: age })}</td>
      <td className={styles.date}>{due !== '' && <PlainDateText date={due} />}</td>
      <td>{'lot' in task && <Actions task={task} decide={decide} />}</td>
    </tr>
  );
}

function Goods({ lot }: { lot: ListedLot }): ReactNode {
  return (
    <>
      <UnitLink unit={unitOf(lot)} /> {lot.productName}{' '}
      <span className={styles.nowrap}>
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

const letters = ['A', 'Q', 'R'] as const;

/** What may be decided about goods, each with its key. Another status than the one they are in. */
function Actions({ task, decide }: { task: WaitingGoods; decide: Rows['decide'] }): ReactNode {
  const { t } = useTranslation();
  const { lot } = task;
  return (
    <span className={styles.actions}>
      {letters
        .filter((letter) => !lot.statuses.includes(letter))
        .map((letter) => (
          <Button
            key={letter}
            size="compact-xs"
            variant="default"
            tabIndex={-1}
            // What is read aloud has what is seen, and the lot.
            aria-label={t('today.decideOn', { act: `${letter} ${t(`today.acts.${letter}`)}`, lot: lot.lot })}
            onClick={() => decide(task, letter)}
          >
            <kbd className={styles.letter}>{letter}</kbd> {t(`today.acts.${letter}`)}
          </Button>
        ))}
    </span>
  );
}
