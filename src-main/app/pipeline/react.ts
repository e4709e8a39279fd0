import type { CommandContext } from '#main/context/context.ts';
import { servicesFor } from './contextOf.ts';
import type { BusParts } from './parts.ts';
import type { Run } from './prepare.ts';

/** Lets every feature do what follows from what a command wrote, within its unit of work. */
export async function react(parts: BusParts, run: Run, context: CommandContext): Promise<void> {
  const { journal } = context.work;
  const { movement, version } = journal.marks();
  if (movement.count === 0 && version.count === 0) return;
  const written = {
    operation: run.called.operation.name,
    entrySeq: journal.entrySeq,
    movements: movement.count,
    versions: version.count,
  };
  for (const feature of parts.features)
    for (const reaction of feature.reactions)
      await reaction.react(written, { ...context, ...servicesFor(parts, feature, run) });
}
