import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { filesOfUnits } from '#main/features/attachments/files.queries.ts';
import { attributesSaid } from '#main/features/products/settings.queries.ts';
import { readAuditExtract } from '#main/features/audit/auditExtract.queries.ts';
import { decisionSignatures } from '#main/features/lots/decisionSignatures.queries.ts';
import { countImpossible, readWholeRecall } from '#main/features/recalls/recalls.queries.ts';
import { everything } from '#main/features/trace/traced.queries.ts';
import { traceQueries } from '#main/features/trace/trace.queries.ts';
import { auditQuestion } from '#shared/audit/contract.ts';
import { mostScopes, recallQuestion } from '#shared/recalls/contract.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';
import { traceQuestion } from '#shared/trace/contract.ts';
import { auditReport, mostAuditRows } from './auditReport.ts';
import { recallReport } from './recallReport.ts';
import { readChanges, readScopes } from './scopes.queries.ts';
import { scopesReport } from './scopesReport.ts';
import { tracePicture } from './tracePicture.ts';
import { traceReport } from './traceReport.ts';

/** The reports of what screens show, each with the question of its screen. */
export const reportsOfScreens = [
  /** A trace, every list complete. */
  defineReport({
    name: 'trace',
    group: 'traceability',
    permission: 'trace',
    formats: reportFormats,
    screen: '/trace',
    parameters: z.object({ question: traceQuestion }).strict(),
    async make({ question }, view) {
      const answer = await traceQueries.view({ ...question, ...everything }, view);
      const other = await traceQueries.view({ ...question, dated: !question.dated, offset: 0, limit: 1 }, view);
      return traceReport({
        answer,
        dated: question.dated,
        otherCounts: other.counts,
        picture: tracePicture(answer, view.frame),
        signatures: decisionSignatures(view.reader.db, answer.roots),
        files: await filesOfUnits(view.read, answer.roots),
        attributes: await attributesSaid(view.read),
        frame: view.frame,
      });
    },
  }),

  /** A recall simulation, every list complete. */
  defineReport({
    name: 'recall',
    group: 'traceability',
    permission: 'recall',
    formats: reportFormats,
    screen: '/recall',
    parameters: z.object({ question: recallQuestion }).strict(),
    async make({ question }, view) {
      const { frame } = view;
      const { answer, deliveries } = await readWholeRecall(question, view);
      const trace = await traceQueries.view(
        { roots: answer.suspects, direction: 'downstream', dated: question.dated, ...everything },
        view,
      );
      const impossible = question.dated ? { units: 0, customers: 0 } : await countImpossible(question, view);
      return recallReport({ answer, deliveries, question, impossible, picture: tracePicture(trace, frame), frame });
    },
  }),

  /** Scopes of a recall side by side, and what drops out from the first to each other one, whole. */
  defineReport({
    name: 'scopes',
    group: 'traceability',
    permission: 'recall',
    formats: reportFormats,
    screen: '/recall',
    parameters: z.object({ questions: z.array(recallQuestion).min(2).max(mostScopes) }).strict(),
    make: async ({ questions }, view) =>
      scopesReport({
        scopes: await readScopes(questions, view),
        changes: await readChanges(questions, view),
        frame: view.frame,
      }),
  }),

  /**
   * The audit trail as it is filtered: entries, and what they changed. What imports and the like wrote is counted; with
   * `appendix` it follows whole. The document says where it leaves rows out.
   */
  defineReport({
    name: 'audit',
    group: 'compliance',
    permission: 'audit',
    formats: reportFormats,
    screen: '/audit',
    parameters: z.object({ question: auditQuestion, appendix: z.boolean().default(false) }).strict(),
    async make({ question, appendix }, { reader, step, format, frame }) {
      const asked = { question, most: mostAuditRows[format], appendix, step };
      const extract = await readAuditExtract(reader.db, asked);
      return auditReport({ extract, question, format, appendix, frame });
    },
  }),
];
