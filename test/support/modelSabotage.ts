import type { App } from '#main/app/createApp.ts';
import type { Feature } from '#main/context/feature.ts';
import { selectHistories } from '#main/ledgerStore/histories.ts';
import { selectChanges } from '#main/ledgerStore/loadLate.ts';
import type { RowOf } from '#main/store/insertRows.ts';
import type { Store } from '#main/store/store.ts';
import type { Read } from '#main/store/views.ts';
import type { InText, Work } from '#main/store/work.ts';
import type { ModelPlant } from './modelPlant.ts';

/**
 * Bugs planted from outside, for the checker of the checkers: each bends what the bus hands to the store or gets from
 * it. `strikes` counts how often a bug could do its harm, so that one that never struck is not taken for one
 * that was not caught.
 */
export type Sabotage = {
  opened: (plant: ModelPlant) => Promise<void>;
  /** The features, where the bug is in one of them. */
  features?: readonly Feature[] | undefined;
  strikes: () => number;
};

type Counter = { strikes: number };

function sabotage(plant: (plant: ModelPlant, counter: Counter) => Promise<void> | void): Sabotage {
  const counter = { strikes: 0 };
  return { opened: async (on) => await plant(on, counter), strikes: () => counter.strikes };
}

/** Every unit of work the app begins is handed on changed. */
function bendWork(plant: ModelPlant, bend: (work: Work) => Bent): void {
  const { store } = plant.app;
  const honest = store.work.bind(store);
  const bent: Store['work'] = (job) => honest((work) => job({ ...work, ...onTexts(work, bend(work)) }));
  store.work = bent;
}

type Bent = Partial<Omit<Work, keyof InText> & InText & { typedAll: Read['all'] }>;

/** Statements in text are bent each by its verb; of typed queries those that ask for rows. */
function onTexts(work: Work, bent: Bent): Partial<Work> {
  const verb = (name: keyof InText) => {
    const typedName = name === 'all' ? 'typedAll' : name;
    // Of their arguments only whether the first is a text is looked at.
    const [honest, crooked, bentTyped] = [work[name], bent[name], bent[typedName]] as [Verb, Verb?, Verb?];
    const typed = name === 'all' ? (bentTyped ?? honest) : honest;
    return (asked: unknown, ...values: unknown[]) =>
      typeof asked === 'string' ? (crooked ?? honest)(asked, ...values) : typed(asked, ...values);
  };
  // Each answers as the verb it stands for.
  return { ...bent, all: verb('all'), one: verb('one'), run: verb('run') } as Partial<Work>;
}

type Verb = (asked: unknown, ...values: unknown[]) => unknown;

/** Every call passes through here on its way in and out. */
function bendCall(
  plant: ModelPlant,
  bend: (
    call: Parameters<App['call']>[1],
    go: (call: Parameters<App['call']>[1]) => Promise<unknown>,
  ) => Promise<unknown>,
): void {
  const { app } = plant;
  const honest = app.call.bind(app);
  app.call = (actor, call) => bend(call, (one) => honest(actor, one));
}

/** A temporary trigger belongs to the connection and leaves the store's schema as it is. */
async function trigger(plant: ModelPlant, sql: string): Promise<void> {
  await plant.app.store.work(({ db }) => void db.exec(sql));
}

export const dropsRefusals = (): Sabotage =>
  sabotage((plant, counter) =>
    bendWork(plant, (work) => ({
      seal: (facts) => {
        if (facts.outcome === 'done') return work.seal(facts);
        counter.strikes += 1;
        return { seq: 0, hash: '' };
      },
    })),
  );

export const losesEntries = (): Sabotage =>
  sabotage(async (plant, counter) => {
    counter.strikes += 1;
    await trigger(
      plant,
      'create temp trigger lose before insert on main.audit_entry when new.seq % 10 = 0 begin select raise(ignore); end',
    );
  });

export const forgetsTheHead = (): Sabotage =>
  sabotage((plant, counter) =>
    bendWork(plant, (work) => ({
      seal: (facts) => {
        const sealed = work.seal(facts);
        if (sealed.seq % 10 !== 0) return sealed;
        counter.strikes += 1;
        work.run('update head set seq = seq - 1 where id = 1');
        return sealed;
      },
    })),
  );

export const doublesBalances = (): Sabotage =>
  sabotage(async (plant, counter) => {
    counter.strikes += 1;
    await trigger(
      plant,
      'create temp trigger twice after insert on main.balance when new.id % 5 = 0 begin update balance set quantity = quantity * 2 where id = new.id; end',
    );
  });

export const mistakesStatus = (): Sabotage =>
  sabotage(async (plant, counter) => {
    counter.strikes += 1;
    await trigger(
      plant,
      "create temp trigger mistake after insert on main.balance when new.status = 'Q' begin update balance set status = 'R' where id = new.id; end",
    );
  });

/** Changes the movements that are written. */
const bendMovements = (plant: ModelPlant, bend: (row: MovementRow) => MovementRow[]): void =>
  bendWork(plant, (work) => ({
    add: async (table, rows) => {
      if (table !== 'movement') return await work.add(table, rows);
      // The table was looked at.
      await work.add('movement', (rows as readonly MovementRow[]).flatMap(bend));
    },
  }));

type MovementRow = RowOf<'movement'>;

export const losesMovements = (): Sabotage =>
  sabotage((plant, counter) =>
    bendMovements(plant, (row) => {
      if (Number(row.id) % 7 !== 0) return [row];
      counter.strikes += 1;
      return [];
    }),
  );

export const shipsWhatIsScrapped = (): Sabotage =>
  sabotage((plant, counter) =>
    bendMovements(plant, (row) => {
      if (row.kind !== 'scrap' || row.status_from === 'A') return [row];
      counter.strikes += 1;
      return [{ ...row, kind: 'shipment' }];
    }),
  );

/** Answers a question of the ledger with nothing. */
const answersNothing = (question: object): Sabotage =>
  sabotage((plant, counter) =>
    bendWork(plant, (work) => ({
      typedAll: (asked, ...values) => {
        if (asked !== question) return work.all(asked, ...values);
        counter.strikes += 1;
        return Promise.resolve([]);
      },
    })),
  );

export const forgetsSerials = (): Sabotage => answersNothing(selectHistories);
export const forgetsTheTimeline = (): Sabotage => answersNothing(selectChanges);

export const leavesStrayUnits = (): Sabotage =>
  sabotage((plant, counter) =>
    bendWork(plant, (work) => ({
      seal: (facts) => {
        const sealed = work.seal(facts);
        if (sealed.seq % 15 !== 0) return sealed;
        counter.strikes += 1;
        work.run(
          "insert into unit (id, product_id, lot, sublot, serial, leaf) select max(id) + 10000, 1, 'stray ' || max(id), '', '', 0 from unit",
        );
        return sealed;
      },
    })),
  );

export const keepsNoVersions = (): Sabotage =>
  sabotage((plant, counter) =>
    bendWork(plant, ({ journal }) => {
      journal.recordVersion = () => {
        counter.strikes += 1;
      };
      journal.nextVersions = () => {
        counter.strikes += 1;
        return [];
      };
      return {};
    }),
  );

export const datesByTheClock = (): Sabotage =>
  sabotage((plant, counter) =>
    bendWork(plant, (work) => ({
      seal: (facts) => {
        if (facts.atMoment !== plant.now) counter.strikes += 1;
        return work.seal({ ...facts, atMoment: plant.now });
      },
    })),
  );

export const writesWhenAsked = (): Sabotage =>
  sabotage((plant, counter) =>
    bendCall(plant, async (call, go) => {
      const reply = await go(call);
      if (call.operation !== 'movements.list') return reply;
      counter.strikes += 1;
      await plant.app.store.work(() => undefined);
      return reply;
    }),
  );

export const losesTheWayBack = (): Sabotage =>
  sabotage((plant, counter) =>
    bendCall(plant, async (call, go) => {
      const reply = await go(call);
      // The contract gives a trace these parts.
      const { direction, units } = reply as { direction?: string; units: { depth: number }[] };
      if (call.operation !== 'trace.get' || direction !== 'upstream') return reply;
      counter.strikes += units.some(({ depth }) => depth > 0) ? 1 : 0;
      // Checked just above.
      return { ...(reply as object), units: units.filter(({ depth }) => depth === 0) };
    }),
  );

export const repeatsCommands = (): Sabotage => {
  const known = new Map<string, string>();
  return sabotage((plant, counter) =>
    bendCall(plant, async (call, go) => {
      const { commandId } = call;
      const said = JSON.stringify(call.input);
      const again = commandId !== undefined && known.get(commandId) === said;
      const reply = await go(again ? { ...call, commandId: `${commandId}-again` } : call);
      if (again) counter.strikes += 1;
      if (commandId !== undefined) known.set(commandId, said);
      return reply;
    }),
  );
};

export const roundsQuantities = (): Sabotage =>
  sabotage((plant, counter) =>
    bendCall(plant, async (call, go) => {
      if (call.operation !== 'movements.post') return await go(call);
      const text = JSON.stringify(call.input);
      const rounded = text.replaceAll(/("quantity":"\d+\.\d{5})\d"/g, '$10"');
      counter.strikes += rounded === text ? 0 : 1;
      const input: unknown = JSON.parse(rounded);
      return await go({ ...call, input });
    }),
  );
