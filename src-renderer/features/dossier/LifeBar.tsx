import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { dayOf, localDate, localQuantity, PlainDateText, useLocale } from '#renderer/components/figures.tsx';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { statusLetters } from '#shared/lots/vocabulary.ts';
import type { Movements, UnitPage } from './dossier.hooks.ts';
import styles from './dossier.module.css';
import { lifeOf, type Spell, total } from './life.ts';

type Props = { page: UnitPage; movements: Movements; isNewest: boolean; unitOfMeasure: string; now: number };

/** The drawing's own measures; it is as wide as its page. */
const [width, height] = [1000, 48];

/** How much of a lot or serial lay in the plant and in which status, from its first day to now or to the last of it. */
export function LifeBar({ page, movements, isNewest, unitOfMeasure, now }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const isWhole = movements.rows.length === movements.total;
  const spells = isNewest ? lifeOf(page.stock, movements.rows, isWhole, now) : [];
  const [first, last] = [spells[0], spells.at(-1)];
  if (first === undefined || last === undefined) return null;
  const most = spells.reduce((high, spell) => (total(spell) > high ? total(spell) : high), 1n);
  const x = (at: number): number => ((at - first.from) / (last.until - first.from)) * width;
  const day = (at: number): string => dayOf(new Date(at));
  const say = (spell: Spell): string => {
    const lying = statusLetters
      .filter((letter) => spell.lying[letter] > 0n)
      .map((letter) =>
        `${letter} ${localQuantity(formatQuantity(spell.lying[letter]), locale)} ${unitOfMeasure}`.trim(),
      );
    return `${localDate(day(spell.from), locale)}: ${lying.length === 0 ? t('dossier.nothingOnHand') : lying.join(', ')}`;
  };
  const expiry = page.expiresOn === '' ? Number.NaN : Date.parse(page.expiresOn);
  const letters = statusLetters.filter((letter) => spells.some(({ lying }) => lying[letter] > 0n));
  return (
    <figure className={styles.life}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('dossier.life', { spells: spells.slice(0, mostSaid).map(say).join('; ') })}
      >
        {spells.map((spell) => (
          <g key={spell.from}>
            <title>{say(spell)}</title>
            {partsOf(spell, most).map(({ letter, from, until }) => (
              <rect
                key={letter}
                data-status={letter}
                x={x(spell.from)}
                width={x(spell.until) - x(spell.from)}
                y={height - until}
                height={until - from}
              />
            ))}
          </g>
        ))}
        {expiry > first.from && expiry < last.until && (
          <line x1={x(expiry)} x2={x(expiry)} y1={0} y2={height}>
            <title>{`${t('dossier.expiresOn')}: ${localDate(page.expiresOn, locale)}`}</title>
          </line>
        )}
      </svg>
      <Group component="figcaption" justify="space-between" gap="4px 16px" mt={4} fz={12} c="dimmed">
        <PlainDateText date={day(first.from)} />
        <Group gap={8}>
          {letters.map((letter) => (
            <StatusBadge key={letter} status={letter} />
          ))}
        </Group>
        {last.until === now ? t('dossier.now') : <PlainDateText date={day(last.until)} />}
      </Group>
    </figure>
  );
}

/** So many spells are read aloud; the table below has every movement. */
const mostSaid = 12;

/** What lies in each status as a stretch of the bar's height, one on top of the other. */
function partsOf({ lying }: Spell, most: bigint): { letter: string; from: number; until: number }[] {
  let below = 0;
  return statusLetters.flatMap((letter) => {
    if (lying[letter] <= 0n) return [];
    const from = below;
    below += (Number(lying[letter]) / Number(most)) * height;
    return [{ letter, from, until: below }];
  });
}
