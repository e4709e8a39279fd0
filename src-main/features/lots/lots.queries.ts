import type { QueriesOf } from '#main/context/context.ts';
import { singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import { askList } from '#main/store/lists.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { judgeDecision, meaningOf, needsWitness } from '#shared/lots/statusDecision.ts';
import { conversionQueries } from './conversion.queries.ts';
import { dateQueries } from './dates.queries.ts';
import { goodsOf, sentenceOf } from './decisions.queries.ts';
import { lotSource } from './lotList.queries.ts';
import { loweredIn, planMerge, shortenedIn } from './merge.queries.ts';
import { lyingAt, productToRegroup } from './regroup.queries.ts';

/** What a merge would make that is refused. */
const noMerge = {
  ...{ lot: '', sublot: '', quantity: '', unitOfMeasure: '', status: '' },
  ...{ expiresOn: '', bestBeforeOn: '', useByOn: '', retestOn: '', areAlike: true, lowered: [], shortened: [] },
};

function refusalOf(error: unknown): LotlineError {
  if (isLotlineError(error)) return error;
  throw error;
}

export const lotQueries: QueriesOf<'lots'> = {
  ...conversionQueries,
  ...dateQueries,

  list: (question, context) => askList(lotSource, question, context),

  async previewMerge(asked, context) {
    const plan = await planMerge(context.read, asked, context).catch(refusalOf);
    if (plan instanceof LotlineError) return { ...noMerge, code: plan.code, message: plan.text };
    const { product, from, own, into, status, dates } = plan;
    const shown = (date: string | null): string => date ?? '';
    return {
      ...into,
      quantity: formatQuantity([...from, ...own].reduce((sum, { taken }) => sum + BigInt(taken), 0n)),
      unitOfMeasure: product.unitOfMeasure,
      status,
      expiresOn: shown(dates.expiresOn),
      bestBeforeOn: shown(dates.bestBeforeOn),
      useByOn: shown(dates.useByOn),
      retestOn: shown(dates.retestOn),
      areAlike: plan.areAlike,
      lowered: loweredIn(plan).map(({ lot, sublot, status: statusFrom, taken }) => ({
        ...{ lot, sublot, statusFrom },
        quantity: formatQuantity(BigInt(taken)),
      })),
      shortened: shortenedIn(plan).map(({ lot, sublot, dates: were }) => ({
        ...{ lot, sublot },
        expiresOn: shown(were.expiresOn),
      })),
      code: '',
      message: '',
    };
  },

  async lyingAt({ product: code, location }, { read }) {
    const product = await productToRegroup(read, code);
    const lines = await lyingAt(read, { product: product.id, location });
    return {
      unitOfMeasure: product.unitOfMeasure,
      packUnits: product.packUnits ?? '',
      lines: lines.map(({ lot, sublot, status, quantity, dates }) => ({
        ...{ lot, sublot, status },
        quantity: formatQuantity(BigInt(quantity)),
        expiresOn: dates.expiresOn ?? '',
      })),
    };
  },

  async previewStatus(decided, context) {
    const goods = goodsOf(context.reader.db, decided, context);
    const verdict = judgeDecision({ ...decided, ...goods });
    const places = new Map<string, bigint>();
    for (const { location, quantity } of goods.lines)
      places.set(location, (places.get(location) ?? 0n) + BigInt(quantity));
    return {
      quantity: formatQuantity(goods.quantity),
      unitOfMeasure: goods.unitOfMeasure,
      places: [...places].map(([location, quantity]) => ({ location, quantity: formatQuantity(quantity) })),
      serials: goods.lines.filter(({ serial }) => serial !== '').length,
      meaning: meaningOf(decided),
      needsWitness: needsWitness({ ...decided, ...goods }) && singlePersonOf(context.reader.db) === '',
      // In the language of the command line; screens have theirs from signing.prepare.
      statement: inEnglish(sentenceOf(decided, goods, '')).trim(),
      ...(verdict.ok ? { code: '', message: '' } : { code: verdict.code, message: verdict.message }),
    };
  },
};
