import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSigner } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { localDate, MomentText, PlainDateText, today as dayHere, useLocale } from '#renderer/components/figures.tsx';
import { type PageKeys, usePageKeys } from '#renderer/components/pageKeys.ts';
import { Page } from '#renderer/components/layout.tsx';
import { Link, UnitLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { DecisionDialog } from '#renderer/forms/DecisionDialog.tsx';
import { ImportedPart } from '#renderer/forms/ImportedPart.tsx';
import type { Chosen } from '#renderer/forms/useDecision.ts';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import { questionOf } from '#shared/lots/views.ts';
import type { Task } from '#shared/today/contract.ts';
import type { TaskGroup } from '#shared/today/vocabulary.ts';
import { Counts, countViews } from './Counts.tsx';
import { DaysStrip } from './DaysStrip.tsx';
import { Preview } from './Preview.tsx';
import { TaskTable } from './TaskTable.tsx';
import { type TodayAnswer, useTasks } from './today.hooks.ts';
import styles from './today.module.css';
import { decisionsFor, keyOf, type Letter, unitOf } from './taskWords.ts';

/** What waits today, by what is recorded; where the program opens. */
export function TodayScreen(): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const day = dayHere();
  const asked = useTasks(day);
  return (
    <Page title={t('today.title')} lead={localDate(day, locale)} actions={<Link to="/due">{t('today.fallsDue')}</Link>}>
      <ImportedPart />
      <Answer asked={asked}>{(answer) => <Work answer={answer} day={day} />}</Answer>
      <DaysStrip day={day} />
    </Page>
  );
}

const folded: readonly TaskGroup[] = ['week', 'month'];

/** The task whose page was opened from here, and what was folded then: whoever comes back goes on there. */
type Left = { key: string; row: number; closed: readonly TaskGroup[] };
let left: Left | undefined;

function Work({ answer, day }: { answer: TodayAnswer; day: string }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const box = useRef<HTMLDivElement>(null);
  const leaving = useRef<Left>(undefined);
  const [closed, setClosed] = useState<readonly TaskGroup[]>(left?.closed ?? folded);
  const mayDecide = useMay('status');
  const [deciding, decide] = useState<{ lot: ListedLot; chosen: Chosen }>();
  const groups = answer.groups.filter(({ total }) => total > 0);
  const tasks = groups.flatMap(({ group, tasks: own }) => (closed.includes(group) ? [] : own));
  const [chosen, choose] = useState(() => {
    const same = tasks.findIndex((one) => keyOf(one) === left?.key);
    return same < 0 ? (left?.row ?? 0) : same;
  });
  const at = Math.min(chosen, tasks.length - 1);
  const task = tasks[at];
  const focusRow = (index: number): void => {
    choose(index);
    // What was decided is gone when its dialog is: the next row is there, or the last one.
    const rows = box.current?.querySelectorAll<HTMLElement>('tr[data-index]') ?? [];
    rows[Math.min(index, rows.length - 1)]?.focus();
  };
  useEffect(() => {
    if (left !== undefined) focusRow(at);
    return () => {
      left = leaving.current;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once, on coming back.
  }, []);
  const onClick = ({ target }: MouseEvent): void => {
    const isLink = target instanceof Element && target.closest('a') !== null;
    leaving.current = isLink && task !== undefined ? { key: keyOf(task), row: at, closed } : undefined;
  };
  const decideOn = (waiting: Task, to: Letter): void => {
    if (mayDecide && 'lot' in waiting && decisionsFor(waiting).includes(to))
      decide({ lot: waiting.lot, chosen: { from: '', to, location: '' } });
  };
  const step = (by: 1 | -1): void => focusRow(Math.max(0, Math.min(at + by, tasks.length - 1)));
  const decideKey = (letter: 'A' | 'Q' | 'R') => () => {
    if (task !== undefined) decideOn(task, letter);
  };
  const counts = countViews.map((view, index) => [
    String(index + 1),
    () => goTo({ to: '/lots', search: questionOf(view, day) }),
  ]);
  const keys: PageKeys = {
    ...{ j: () => step(1), k: () => step(-1) },
    ...{ a: decideKey('A'), q: decideKey('Q'), r: decideKey('R') },
    enter: () => box.current?.querySelector<HTMLElement>(`tr[data-index="${at}"] a`)?.click(),
    ...Object.fromEntries(counts),
  };
  usePageKeys(keys, deciding === undefined);
  return (
    <>
      <Counts answer={answer} day={day} />
      {groups.length === 0 ? (
        <p>
          {t('today.nothing')}{' '}
          {answer.next !== null && (
            <>
              {t('today.next')} <UnitLink unit={unitOf(answer.next)} /> {t('today.expires')}{' '}
              <PlainDateText date={answer.next.expiresOn} />.
            </>
          )}
        </p>
      ) : (
        <div className={styles.work} ref={box} onClickCapture={onClick}>
          <TaskTable
            groups={groups}
            day={day}
            closed={closed}
            onFold={(group) =>
              setClosed(closed.includes(group) ? closed.filter((one) => one !== group) : [...closed, group])
            }
            at={at}
            choose={choose}
            decide={decideOn}
          />
          <aside aria-label={t('today.preview')}>{task !== undefined && <Preview task={task} />}</aside>
        </div>
      )}
      {answer.lastBackup !== '' && (
        <p className="muted">
          {t('today.lastBackup')} <MomentText at={answer.lastBackup} />
        </p>
      )}
      {signer !== undefined && deciding !== undefined && (
        <DecisionDialog
          unit={unitOf(deciding.lot)}
          unitOfMeasure={deciding.lot.unitOfMeasure}
          signer={signer}
          isOpen
          asked={deciding.chosen}
          onChoose={(change) => decide({ ...deciding, chosen: { ...deciding.chosen, ...change } })}
          onClose={() => {
            decide(undefined);
            focusRow(at);
          }}
        />
      )}
    </>
  );
}
