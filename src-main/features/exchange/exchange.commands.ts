import { msg, type Message } from '#shared/kernel/message.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CommandContext, CommandsOf } from '#main/context/context.ts';
import type { DemoPlant, Fault, ImportResult } from '#shared/exchange/contract.ts';
import { dateOf, dayNumber } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { addDemoWork } from './demoWork.ts';
import { insistOnFit } from './corrections.ts';
import { shiftDays } from './demoDates.ts';
import { insistOnConfirmed } from '#main/features/security/confirmation.queries.ts';
import { labelLastLot } from '#main/features/labels/labels.actions.ts';
import { isSetUp } from '#main/features/security/identity.queries.ts';
import { addDemoPeople } from '#main/features/people/people.actions.ts';
import { keepView } from '#main/features/views/views.actions.ts';
import { markAsDemo } from '#main/store/entries.ts';
import { isUsed } from './import/stored.queries.ts';
import { sourceOf } from './source.ts';
import { type ImportOutcome, runImport } from './runImport.ts';

export const exchangeCommands: CommandsOf<'exchange', 'uploads' | 'policies'> = {
  async import({ source, corrections, reason }, context) {
    const { authState, person } = context.actor;
    // An import says in which status goods are, which is for those who may sign to say.
    if (authState === 'person') insistOnConfirmed(context.work.db, { user: person.id, name: person.name });
    const taken = await runImport(context.work, sourceOf(source, context), context, { corrections, reason });
    insistOnFit(taken.unfit);
    const result = insistOnNoFaults(taken);
    if (source.kind === 'upload') await context.uploads.drop(source.upload);
    return result;
  },

  async importDemo({ plant }, context) {
    // A store with the mark of a demo never becomes a plant's own again, so only an unused one gets it.
    if (isUsed(context.work)) {
      throw new LotlineError(
        'CONFLICT',
        msg`This store is in use already. A demo plant goes into a new store only: name a file that is not there yet.`,
      );
    }
    markAsDemo(context.work, plant);
    if (!isSetUp(context.work.db)) addDemoPeople(context.work, context.now);
    const result = insistOnNoFaults(await importDemo(plant, context));
    await addDemoWork(context, plant);
    if (plant === 'food') {
      await keepReport(context);
      // As if the pallet of jars that was filled last had just been labelled.
      await labelLastLot(context, 'JAM-RAS');
    }
    return result;
  },
};

async function importDemo(plant: DemoPlant, context: CommandContext<'policies'>): Promise<ImportOutcome> {
  const folder = fileURLToPath(new URL(`../../../resources/demo/${plant}`, import.meta.url));
  // Part of the program, and held to its shape by a test.
  const { lastDay } = JSON.parse(readFileSync(`${folder}/plant.json`, 'utf8')) as { lastDay: string };
  const today = dateOf(context.now, context.offsetMinutes);
  const days = (dayNumber(today) ?? 0) - (dayNumber(lastDay) ?? 0);
  return await runImport(context.work, { kind: 'path', path: folder }, context, {
    change: (event) => shiftDays(event, days),
  });
}

/** An example among the reports, of whoever fills the plant. It is not written by itself: nobody named a folder for it. */
async function keepReport({ work, actor }: Pick<CommandContext, 'work' | 'actor'>): Promise<void> {
  const view = { person: actor.person.id, list: 'reports', name: 'Waiting for a decision, by product' } as const;
  await keepView(work, view, { report: 'quarantine', groupedBy: 'product' });
}

function insistOnNoFaults({ result, errors, faultCount }: ImportOutcome): ImportResult {
  if (errors.length === 0) return result;
  const message = msg`${faultsMessage(errors.length, faultCount)}; nothing was imported. Mend the export and import it again.`;
  throw new LotlineError('IMPORT_REJECTED', message, { errors: errors.map(plain), faultCount });
}

function faultsMessage(listed: number, count: number): Message {
  if (count === 1) return msg`One fault was found`;
  return listed === count
    ? msg`${{ count }} faults were found`
    : msg`${{ count }} faults were found, of which the first ${{ count: listed }} are listed`;
}

const plain = ({ file, row, column, code, message }: Fault) => ({ file, row, column, code, message });
