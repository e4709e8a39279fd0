import { type ReactNode, useState } from 'react';
import { ChartPart } from '#renderer/components/chart/ChartPart.tsx';
import { Section } from '#renderer/components/layout.tsx';
import type { Chart, ChartSeries } from '#shared/kernel/chart.ts';

const lots = Array.from({ length: 12 }, (_, index) => `AP-00${index + 28}`);
const days = Array.from({ length: 14 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`);
/** Figures that go up and down and are the same each time. */
const wave = (count: number, about: number, far: number, turn = 1): string[] =>
  Array.from({ length: count }, (_, index) => (about + far * Math.sin(index * turn)).toFixed(2));
const counts = (count: number, turn: number): string[] =>
  Array.from({ length: count }, (_, index) => String((index * turn) % 7));

const tones: readonly ChartSeries['tone'][] = ['first', 'second', 'third', 'fourth', 'alarm'];
const limits: Chart['limits'] = [
  { name: 'Upper limit', value: '13', side: 'upper' },
  { name: 'Target', value: '12', side: 'middle' },
  { name: 'Lower limit', value: '11', side: 'lower' },
];
const brix: Chart = {
  description: 'Brix of twelve lots of apricot purée against its limits',
  across: { title: 'Lot', kind: 'text', at: lots },
  up: { title: 'Brix', unit: '°Bx' },
  series: [{ name: 'Mean', draw: 'line', tone: 'first', values: wave(12, 12, 0.8) }],
  limits,
};
const beyond: Chart = {
  ...brix,
  description: 'Brix of twelve lots, two beyond their limits and one not measured',
  series: [{ name: 'Mean', draw: 'line', tone: 'first', values: wave(12, 12, 1.2).with(5, '10.2').map(notAll) }],
};
function notAll(value: string, index: number): string | null {
  return index === 8 ? null : value;
}
const ph: Chart = {
  description: 'pH on the days it was measured',
  across: { title: 'Day', kind: 'date', at: ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-17', '2026-03-30'] },
  up: { title: 'pH', unit: '' },
  series: [{ name: 'pH', draw: 'dots', tone: 'first', values: ['3.62', '3.6', '3.71', '3.55', '3.8'] }],
  limits: [{ name: 'Upper limit', value: '3.9', side: 'upper' }],
};
const goods: Chart = {
  description: 'Lots received, released and rejected a day',
  across: { title: 'Day', kind: 'date', at: days },
  up: { title: 'Lots', unit: '' },
  series: ['Received', 'Released', 'Rejected'].map((name, index) => ({
    name,
    draw: 'bars',
    tone: (['first', 'second', 'alarm'] as const)[index] ?? 'first',
    values: counts(14, index + 3),
  })),
  limits: [],
};
const five: Chart = {
  description: 'Five lines over twelve lots',
  across: { title: 'Lot', kind: 'text', at: lots },
  up: { title: 'Weight', unit: 'g' },
  series: tones.map((tone, index) => ({
    name: `Line ${index + 1}`,
    draw: 'line',
    tone,
    values: wave(12, 250 + index * 4, 3, index + 1),
  })),
  limits: [],
};
const many: Chart = {
  ...brix,
  description: 'Brix of 120 lots',
  across: { ...brix.across, at: Array.from({ length: 120 }, (_, index) => `AP-${1000 + index}`) },
  series: [{ name: 'Mean', draw: 'dots', tone: 'first', values: wave(120, 12, 1.1, 0.7) }],
};
const one: Chart = {
  ...brix,
  description: 'Brix of one lot',
  across: { ...brix.across, at: ['AP-0028'] },
  series: [{ name: 'Mean', draw: 'line', tone: 'first', values: ['12.4'] }],
};
const none: Chart = { ...brix, series: [{ name: 'Mean', draw: 'line', tone: 'first', values: lots.map(() => null) }] };

const shown: readonly (readonly [title: string, chart: Chart | undefined])[] = [
  ['A line within its limits', brix],
  ['Values beyond limits, and one that is missing', beyond],
  ['Dots over dates', ph],
  ['Bars of a day', goods],
  ['Five lines, each named at its end', five],
  ['Many values', many],
  ['One value', one],
  ['No value yet', none],
  ['On its way', undefined],
];

/** Every kind of chart in every state. What was opened is said above. */
export function Charts(): ReactNode {
  const [opened, setOpened] = useState('');
  return (
    <>
      <p role="status">{opened}</p>
      {shown.map(([title, chart]) => (
        <Section key={title} title={title}>
          <ChartPart
            chart={chart}
            empty="No lot was measured yet."
            open={
              chart &&
              (({ series, place }) =>
                setOpened(`${chart.series[series]?.name} at ${chart.across.at[place]} was opened.`))
            }
          />
        </Section>
      ))}
    </>
  );
}
