import type { PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { SampleKind, SampleState } from './sampleVocabulary.ts';

type ToDraw = { kind: SampleKind; keptAt: string; destroyOn: string; today: PlainDate };

/** What is kept has a place, and a day that is still to come; what is not has neither. */
export function judgeDraw({ kind, keptAt, destroyOn, today }: ToDraw): Verdict {
  if (kind !== 'retained')
    return keptAt === '' && destroyOn === ''
      ? allowed
      : refused('VALIDATION', msg`Only what is kept has a location and a day on which it is destroyed.`, {
          field: keptAt === '' ? 'destroyOn' : 'keptAt',
        });
  if (keptAt === '') return refused('VALIDATION', msg`Say where the sample is kept.`, { field: 'keptAt' });
  if (destroyOn === '') return refused('VALIDATION', msg`Say until when the sample is kept.`, { field: 'destroyOn' });
  return destroyOn > today
    ? allowed
    : refused('VALIDATION', msg`A sample is kept until a day that is still to come.`, { field: 'destroyOn' });
}

const ended: Readonly<Record<Exclude<SampleState, 'kept'>, Message>> = {
  used: msg`It was used up in the test.`,
  out: msg`It is only looked at, and brought back.`,
  returned: msg`It was brought back.`,
  destroyed: msg`It was destroyed already.`,
};

/** Only what is kept is destroyed. */
export const judgeDestroyed = (state: SampleState): Verdict =>
  state === 'kept'
    ? allowed
    : refused(state === 'destroyed' ? 'CONFLICT' : 'ILLEGAL_TRANSITION', ended[state], { field: 'sampleNumber' });
