import type { ReportCatalogue } from '#main/context/context.ts';
import type { Feature } from '#main/context/feature.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { authorize } from './pipeline/authorize.ts';
import { parseBy } from './pipeline/parse.ts';

/** The reports of all features, in their order. */
export function reportCatalogue(features: readonly Feature[]): ReportCatalogue {
  const all = features.flatMap(({ reports }) => reports);
  return {
    all,
    choose(name, parameters, actor) {
      const report = all.find((one) => one.name === name);
      if (report === undefined)
        throw new LotlineError('NOT_FOUND', msg`There is no report ${name}. Choose one of the catalogue.`);
      authorize(actor, report.permission);
      return { report, parameters: parseBy(report.parameters, parameters) };
    },
  };
}
