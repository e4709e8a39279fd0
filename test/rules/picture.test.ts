import { describe, expect, it } from 'vitest';
import {
  groupPicture,
  mostDrawnSingly,
  mostNodes,
  type Picture,
  type PictureLink,
  type SingleNode,
  unitNodeId,
  type UnitNode,
} from '#shared/trace/picture.ts';

function unitNode(product: string, lot: string, more: Partial<UnitNode> = {}): UnitNode {
  const unit = { product, lot, sublot: '', serial: '' };
  const goods = { onHand: 1_000_000n, unitOfMeasure: 'kg', statuses: ['A'], breaks: [] };
  return { id: unitNodeId(unit), kind: 'unit', unit, depth: 1, root: false, ...goods, ...more };
}

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
    const { nodes, links } = groupPicture(fan(mostDrawnSingly - 1), []);
    expect(nodes).toHaveLength(mostDrawnSingly);
    expect(links).toHaveLength(mostDrawnSingly - 1);
  });

  it('draws like units as one where it is large, with their number, stock, statuses and breaks, and never a root', () => {
    const whole = fan(200, (index) => (index === 7 ? { statuses: ['Q'], breaks: ['unlinked'] } : {}));
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
