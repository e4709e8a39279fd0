import { describe, expect, it } from 'vitest';
import {
  groupPicture,
  mostAlike,
  mostDrawnSingly,
  mostNodes,
  partnerNodeId,
  type Picture,
  type PictureLink,
  type SingleNode,
  unitNodeId,
  type UnitNode,
} from '#shared/trace/picture.ts';

function unitNode(product: string, lot: string, more: Partial<UnitNode> = {}): UnitNode {
  const unit = { product, lot, sublot: '', serial: '' };
  const goods = { onHand: 1_000_000n, unitOfMeasure: 'kg', statuses: ['A'], breaks: [], held: '' as const };
  return { id: unitNodeId(unit), kind: 'unit', unit, depth: 1, root: false, ...goods, ...more };
}

const partnerNode = (code: string): SingleNode => ({
  id: partnerNodeId('customer', code),
  kind: 'partner',
  side: 'customer',
  code,
  name: '',
});

const link = (from: string, to: string, more: Partial<PictureLink> = {}): PictureLink => ({
  from,
  to,
  kind: 'output',
  quantity: 2_000_000n,
  unitOfMeasure: 'kg',
  count: 1,
  ...more,
});

/** One root from which so many lots of one product were made. */
function fan(count: number, more: (index: number) => Partial<UnitNode> = () => ({})): Picture<SingleNode> {
  const root = unitNode('MILK', 'M1', { depth: 0, root: true });
  const made = Array.from({ length: count }, (_, index) => unitNode('YOG', `Y${index}`, more(index)));
  return { nodes: [root, ...made], links: made.map(({ id }) => link(root.id, id)) };
}

describe('a picture of a trace', () => {
  it('is drawn as it is while it is small', () => {
    const { nodes, links } = groupPicture(fan(mostAlike.unit), []);
    expect(nodes).toHaveLength(mostAlike.unit + 1);
    expect(links).toHaveLength(mostAlike.unit);
    const mixed = fan(mostDrawnSingly - 1, (index) => ({ unit: unitNode(`P${index}`, '').unit }));
    expect(groupPicture(mixed, []).nodes).toHaveLength(mostDrawnSingly);
  });

  it('draws more equal ones side by side as one where it is small, too, until they are expanded', () => {
    const whole = fan(43);
    const { nodes, links } = groupPicture(whole, []);
    expect(nodes).toEqual([whole.nodes[0], expect.objectContaining({ id: 'g/unit/1/YOG', count: 43, rest: false })]);
    expect(links).toEqual([link('u/MILK/M1//', 'g/unit/1/YOG', { quantity: 86_000_000n, count: 43 })]);
    expect(groupPicture(whole, ['g/unit/1/YOG']).nodes).toHaveLength(44);
  });

  it('leaves what has a hole or is not released beside its equals, unless it is many', () => {
    const few = groupPicture(
      fan(43, (index) =>
        index === 7
          ? { breaks: ['unlinked'] }
          : index === 9
            ? { statuses: ['Q'] }
            : index === 11
              ? { held: 'whole' }
              : {},
      ),
      [],
    );
    expect(few.nodes.map(({ id }) => id)).toEqual([
      'u/MILK/M1//',
      'g/unit/1/YOG',
      'u/YOG/Y7//',
      'u/YOG/Y9//',
      'u/YOG/Y11//',
    ]);
    expect(few.nodes[1]).toMatchObject({ count: 40, statuses: ['A'], breaks: [], held: '' });
    const many = groupPicture(
      fan(43, (index) => (index > 20 ? { statuses: ['Q'] } : {})),
      [],
    );
    expect(many.nodes[1]).toMatchObject({ count: 43, statuses: ['A', 'Q'] });
    const hardlyAny = groupPicture(
      fan(13, (index) => (index > 1 ? { statuses: ['Q'] } : {})),
      [],
    );
    expect(hardlyAny.nodes).toHaveLength(14);
  });

  it('leaves twice as many suppliers and customers on their own, whom a person looks for', () => {
    const customers = (count: number): Picture<SingleNode> => {
      const partners = Array.from({ length: count }, (_, index) => partnerNode(`C-${index}`));
      const [root] = fan(0).nodes;
      return {
        nodes: [...fan(0).nodes, ...partners],
        links: partners.map(({ id }) => link(root?.id ?? '', id, { kind: 'shipment' })),
      };
    };
    expect(groupPicture(customers(mostAlike.partner), []).nodes).toHaveLength(mostAlike.partner + 1);
    expect(groupPicture(customers(mostAlike.partner + 1), []).nodes[1]).toMatchObject({ of: 'customer', count: 25 });
  });

  it('draws like units as one where it is large, with their number, stock, statuses and breaks, and never a root', () => {
    const whole = fan(200, (index) => (index === 7 ? { statuses: ['Q'], breaks: ['unlinked'], held: 'whole' } : {}));
    const { nodes, links } = groupPicture(whole, []);
    expect(nodes).toEqual([
      expect.objectContaining({ kind: 'unit', root: true }),
      {
        id: 'g/unit/1/YOG',
        kind: 'group',
        of: 'unit',
        product: 'YOG',
        depth: 1,
        count: 200,
        rest: false,
        onHand: 200_000_000n,
        unitOfMeasure: 'kg',
        statuses: ['A', 'Q'],
        breaks: ['unlinked'],
        held: 'part',
      },
    ]);
    expect(links).toEqual([link('u/MILK/M1//', 'g/unit/1/YOG', { quantity: 400_000_000n, count: 200 })]);
  });

  it('draws the members of a group a person expanded', () => {
    const { nodes } = groupPicture(fan(200), ['g/unit/1/YOG']);
    expect(nodes.filter(({ kind }) => kind === 'unit')).toHaveLength(201);
    expect(nodes.filter(({ kind }) => kind === 'group')).toEqual([]);
  });

  it('never draws more nodes than it may; of an expanded group what is not released or has a hole comes first', () => {
    const whole = fan(5000, (index) => (index === 4999 ? { statuses: ['R'] } : {}));
    const { nodes, links } = groupPicture(whole, ['g/unit/1/YOG']);
    expect(nodes.length).toBeLessThanOrEqual(mostNodes);
    expect(nodes.length).toBeGreaterThan(mostNodes - 5);
    expect(nodes).toContainEqual(expect.objectContaining({ statuses: ['R'], kind: 'unit' }));
    const rest = nodes.find(({ kind }) => kind === 'group');
    expect(rest).toMatchObject({ rest: true, count: 5001 - (nodes.length - 1) });
    expect(links).toHaveLength(nodes.length - 1);
  });

  it('does not add up quantities measured differently', () => {
    const whole = fan(200);
    const [root, first, second] = whole.nodes;
    const mixed = [
      link(root?.id ?? '', first?.id ?? ''),
      link(root?.id ?? '', second?.id ?? '', { unitOfMeasure: 'pcs' }),
    ];
    const { links } = groupPicture({ nodes: whole.nodes, links: mixed }, []);
    expect(links).toEqual([expect.objectContaining({ quantity: 0n, unitOfMeasure: '', count: 2 })]);
  });

  it('draws a whole step as one where there are too many products, and its products once it is expanded', () => {
    const whole = fan(0);
    const many = Array.from({ length: 800 }, (_, index) => unitNode(`P${index % 200}`, `L${index}`));
    const crowded = { nodes: [...whole.nodes, ...many], links: many.map(({ id }) => link('u/MILK/M1//', id)) };
    const step = groupPicture(crowded, []);
    expect(step.nodes.map(({ id }) => id)).toEqual(['u/MILK/M1//', 'g/unit/1/']);
    expect(step.nodes[1]).toMatchObject({ count: 800, product: '', depth: 1 });
    expect(step.links).toEqual([expect.objectContaining({ count: 800 })]);
    const products = groupPicture(crowded, ['g/unit/1/']);
    expect(products.nodes).toHaveLength(201);
    const lots = groupPicture(crowded, ['g/unit/1/', 'g/unit/1/P7']);
    expect(lots.nodes).toHaveLength(204);
  });

  it('leaves two of a kind as they are, and draws no link of a group to itself', () => {
    const pair = [unitNode('JAM', 'J1'), unitNode('JAM', 'J2')];
    const whole = fan(200);
    const inside = link(whole.nodes[1]?.id ?? '', whole.nodes[2]?.id ?? '');
    const { nodes, links } = groupPicture({ nodes: [...whole.nodes, ...pair], links: [inside] }, []);
    expect(nodes.filter((node) => node.kind === 'unit' && node.unit.product === 'JAM')).toHaveLength(2);
    expect(links).toEqual([]);
  });

  it('tells apart codes with a slash in them', () => {
    expect(unitNodeId({ product: 'A/B', lot: '', sublot: '', serial: '' })).not.toBe(
      unitNodeId({ product: 'A', lot: 'B', sublot: '', serial: '' }),
    );
  });
});
