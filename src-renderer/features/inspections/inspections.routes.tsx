import { ask } from '#renderer/client/index.ts';
import { codeInAddress, countInAddress, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { inspections } from '#shared/inspections/contract.ts';
import { planList } from '#shared/inspections/vocabulary.ts';
import { ComparePlanScreen } from './ComparePlanScreen.tsx';
import { sampleList } from '#shared/inspections/sampleVocabulary.ts';
import { inspectionList } from '#shared/inspections/inspectionVocabulary.ts';
import { InspectionScreen } from './InspectionScreen.tsx';
import { NewPlan } from './NewPlan.tsx';
import { OpenScreen } from './OpenScreen.tsx';
import { PlanScreen } from './PlanScreen.tsx';
import { PlanTablesScreen } from './PlanTablesScreen.tsx';
import { WritePlanTableScreen } from './WritePlanTableScreen.tsx';
import { WritePlanScreen } from './WritePlanScreen.tsx';

export const inspectionScreens = [
  listScreen({
    list: inspectionList,
    path: '/inspections',
    main: inspections.list,
    page: (input) => ask.inspections.list.queryOptions({ input }),
    isImported: false,
  }),
  listScreen({
    list: sampleList,
    path: '/samples',
    main: inspections.samples,
    page: (input) => ask.inspections.samples.queryOptions({ input }),
    isImported: false,
  }),
  screen('/inspection', { inspection: codeInAddress, reinspection: countInAddress }, InspectionScreen, inspections.get),
  listScreen({
    list: planList,
    path: '/plans',
    main: inspections.plans,
    page: (input) => ask.inspections.plans.queryOptions({ input }),
    isImported: false,
    actions: NewPlan,
  }),
  screen(
    '/inspection/open',
    {
      ...{ product: codeInAddress, lot: codeInAddress, sublot: codeInAddress, serial: codeInAddress },
      ...{ status: codeInAddress, point: codeInAddress },
    },
    OpenScreen,
    inspections.open,
  ),
  screen('/plan', { plan: codeInAddress, planVersion: countInAddress }, PlanScreen, inspections.plan),
  screen(
    '/plan/compare',
    { plan: codeInAddress, planVersion: countInAddress, other: countInAddress },
    ComparePlanScreen,
    inspections.plan,
  ),
  screen('/plan/tables', {}, PlanTablesScreen, inspections.planTables),
  screen('/plan/table', { table: codeInAddress }, WritePlanTableScreen, inspections.savePlanTable),
  screen('/plan/write', { plan: codeInAddress }, WritePlanScreen, inspections.writePlan),
];
