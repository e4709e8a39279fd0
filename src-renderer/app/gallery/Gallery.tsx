import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnswerPart, Answers, Figure } from '#renderer/components/answers.tsx';
import { Badge, StatusBadge } from '#renderer/components/Badge.tsx';
import { MomentText, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Icon, type IconName } from '#renderer/components/icons.tsx';
import { Facts, Line, Page, Section } from '#renderer/components/layout.tsx';
import { DocumentLink, PartnerLink, ProductLink, UnitLink } from '#renderer/components/links.tsx';
import { Panel, type PanelTone } from '#renderer/components/Panel.tsx';
import { EmptyState, FailureState, Loading } from '#renderer/components/states.tsx';
import { UnitList } from '#renderer/components/UnitList.tsx';
import { Done } from '#renderer/forms/FormFoot.tsx';
import { Charts } from './GalleryCharts.tsx';
import { Forms } from './GalleryForms.tsx';
import { Grids } from './GalleryGrids.tsx';
import { LongLists } from './GalleryLists.tsx';
import { Finding, Lists, Working } from './GalleryParts.tsx';
import { Signing } from './GallerySigning.tsx';

const lot = { product: 'APR-PUREE', lot: 'AP-0028', sublot: '', serial: '' };
const units = Array.from({ length: 6 }, (_, index) => ({
  ...lot,
  lot: `AP-00${index + 28}`,
  quantity: String(index * 12.5),
}));
const icons: readonly IconName[] = ['tick', 'magnifier', 'cross', 'lock', 'clock', 'warning', 'trace', 'recall'];

const parts: Readonly<Record<string, () => ReactNode>> = {
  badges: Badges,
  values: Values,
  states: States,
  working: Working,
  lists: Lists,
  longLists: LongLists,
  finding: Finding,
  signing: Signing,
  forms: Forms,
  charts: Charts,
  grids: Grids,
};

/** Every shared component in every state it has, or those of one part (`?part=signing`). Nothing here is asked of a host. */
export function Gallery(): ReactNode {
  const only = new URLSearchParams(window.location.search).get('part');
  return (
    <main>
      <Page title="Gallery" lead="Every shared component in every state. Names and figures are made up.">
        {Object.entries(parts).map(([name, Part]) => (only === null || only === name) && <Part key={name} />)}
      </Page>
    </main>
  );
}

function Badges(): ReactNode {
  return (
    <Section title="Badges">
      <Line>
        {['A', 'Q', 'Q1', 'R', 'X'].map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
        {['A', 'Q', 'R'].map((status) => (
          <StatusBadge key={status} status={status} short />
        ))}
        <Badge tone="hold" icon="lock">
          On hold
        </Badge>
        <Badge tone="quarantine" icon="warning">
          Unexplained
        </Badge>
        <Badge tone="neutral">Demo</Badge>
      </Line>
      <Line>
        {icons.map((name) => (
          <span key={name}>
            <Icon name={name} /> {name}
          </span>
        ))}
      </Line>
    </Section>
  );
}

function Values(): ReactNode {
  return (
    <Section
      title="Values and links"
      actions={<Hint about="Values and links">Every number, date and code is drawn by one of these.</Hint>}
    >
      <Facts
        facts={[
          ['Pieces', <Quantity key="pieces" value="9007199254740993" unit="EA" />],
          ['Millionths', <Quantity key="millionths" value="0.000001" unit="kg" />],
          ['Below zero', <Quantity key="below" value="-18" unit="EA" />],
          ['Without a unit', <Quantity key="bare" value="1200" />],
          ['Moment', <MomentText key="moment" at="2026-03-29T01:30:00Z" />],
          ['Time of day', <MomentText key="time" at="2026-03-29T01:30:00Z" detail="timeOfDay" />],
          ['Plain date', <PlainDateText key="date" date="2028-02-29" />],
          ['Blank moment', <MomentText key="none" at="" />],
        ]}
      />
      <Line>
        <UnitLink unit={lot} />
        <UnitLink unit={lot} withProduct />
        <UnitLink unit={{ ...lot, sublot: 'B' }} />
        <UnitLink unit={{ ...lot, serial: 'SN-000123' }} />
        <UnitLink unit={{ ...lot, lot: '' }} />
        <ProductLink code="APR-PUREE" />
        <PartnerLink code="C-101" />
        <DocumentLink number="DN-7172" />
      </Line>
      <UnitList
        units={units}
        products={new Map([[lot.product, { name: 'Apricot purée, aseptic drum', unitOfMeasure: 'kg' }]])}
      />
    </Section>
  );
}

const nothing = (): void => undefined;
const tones: readonly PanelTone[] = [
  'plain',
  'accent',
  'danger',
  'control',
  'released',
  'quarantine',
  'rejected',
  'grave',
];

function States(): ReactNode {
  return (
    <Section title="States">
      <Loading />
      <Loading what="Checking the export" />
      <EmptyState title="Add the suspect lots">
        <p>Add lots or serials, or a supplier's lot; as many as you need.</p>
      </EmptyState>
      <FailureState
        failure={{ kind: 'refused', code: 'NOT_FOUND', message: 'There is no product NOPE. Check the code.' }}
      />
      <FailureState failure={{ kind: 'failed', code: 'STORE_FULL', message: '' }} retry={nothing} />
      <FailureState failure={{ kind: 'away', code: 'INTERNAL', message: '' }} retry={nothing} />
      {tones.map((tone) => (
        <Panel key={tone} my={8} tone={tone} icon="warning">
          A panel in {tone}, with <UnitLink unit={lot} /> and <span className="muted">what is beside the point</span>.
        </Panel>
      ))}
      <Answers>
        <AnswerPart title="In stock">
          <Figure>
            <Quantity value="1284" unit="kg" />
          </Figure>
        </AnswerPart>
        <AnswerPart title="Expires">
          <PlainDateText date="2028-02-29" />
        </AnswerPart>
      </Answers>
      <DraftNotice draft={{ restored: true, clear: nothing }} />
      <Done>Saved.</Done>
      <Line>
        <Button>Main</Button>
        <Button variant="default">Other</Button>
        <Button variant="default" disabled>
          Not now
        </Button>
        <Button variant="default" loading>
          At work
        </Button>
      </Line>
    </Section>
  );
}
