import type { CommandContext } from '#main/context/context.ts';
import { servicesFor } from './contextOf.ts';
import type { BusParts } from './parts.ts';
import type { Run } from './prepare.ts';

/** Lets every feature do what follows from the movements that a command posted, within its unit of work. */
export async function react(parts: BusParts, run: Run, context: CommandContext): Promise<void> {
  if (context.work.journal.marks().movement.count === 0) return;
  for (const feature of parts.features)
    for (const { posted } of feature.reactions) await posted({ ...context, ...servicesFor(parts, feature, run) });
}
