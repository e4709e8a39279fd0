import { defineFeature } from '#main/context/feature.ts';
import { suppliers } from '#shared/suppliers/contract.ts';
import { notApprovedReport } from './notApproved.report.ts';
import { supplierCommands } from './suppliers.commands.ts';
import { approvedSuppliers } from './suppliers.policies.ts';
import { supplierQueries } from './suppliers.queries.ts';
import { suppliersReport } from './suppliers.report.ts';

export const suppliersFeature = defineFeature({
  name: 'suppliers',
  contract: suppliers,
  commands: supplierCommands,
  queries: supplierQueries,
  policies: [approvedSuppliers],
  reports: [suppliersReport, notApprovedReport],
});
