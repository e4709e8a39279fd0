import { operations } from '#main/app/operations.ts';
import { z } from 'zod';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { section } from './table.ts';

export async function runOperations(given: Given): Promise<ExitCode> {
  const listed = [...operations.values()].map(({ name, meta, input }) => ({
    name,
    kind: meta.kind,
    permission: meta.permission,
    input: z.toJSONSchema(input, { io: 'input' }),
  }));
  await answer(given, listed, () =>
    section(
      'Operations',
      { Name: ({ name }) => name, Kind: ({ kind }) => kind, Permission: ({ permission }) => permission },
      listed,
    ),
  );
  return exitCodes.done;
}
