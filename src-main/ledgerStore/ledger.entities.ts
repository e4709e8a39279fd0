import { defineEntity, p } from '@mikro-orm/core';

/** The ledger keeps scalar ids; the foreign keys behind them are in the migrations. */

/** A traceable unit, and a node of the trace graph (a leaf owns the next id too). */
export const UnitRecord = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  uniques: [{ name: 'unit_key', properties: ['productId', 'lot', 'sublot', 'serial'] }],
  indexes: [
    {
      name: 'unit_serial',
      expression: "create index `unit_serial` on `unit` (`serial`, `product_id`) where serial <> ''",
    },
  ],
  properties: {
    id: p.integer().primary().autoincrement(false),
    productId: p.integer(),
    lot: p.text(),
    sublot: p.text(),
    serial: p.text(),
    leaf: p.integer(),
  },
});

/** A production run of a work order, and a node of the trace graph. */
export const RunRecord = defineEntity({
  name: 'Run',
  tableName: 'run',
  uniques: [{ name: 'run_key', properties: ['workOrder', 'run'] }],
  properties: { id: p.integer().primary().autoincrement(false), workOrder: p.text(), run: p.text() },
});

/** So much of one unit, from one end to another. Append-only. */
export const Movement = defineEntity({
  name: 'Movement',
  tableName: 'movement',
  indexes: [
    { name: 'movement_unit', properties: ['toUnitId', 'at'] },
    {
      name: 'movement_from_unit',
      expression:
        'create index `movement_from_unit` on `movement` (`from_unit_id`, `at`) where from_unit_id <> to_unit_id',
    },
    {
      // As `saidOf` asks of what was said of the status of some goods (lots/statuses.queries.ts).
      name: 'movement_said',
      expression:
        "create index `movement_said` on `movement` (`to_unit_id`, `at`) where kind = 'status' or (kind = 'adjustment' and status_from not like 'A%' and status_to not like 'A%')",
    },
    {
      name: 'movement_renamed',
      expression: 'create index `movement_renamed` on `movement` (`to_unit_id`, `at`) where from_unit_id <> to_unit_id',
    },
    {
      name: 'movement_run',
      expression:
        'create index `movement_run` on `movement` (`run_id`, `kind`, `from_unit_id`, `to_unit_id`, `at`) where run_id is not null',
    },
    { name: 'movement_at', properties: ['at'] },
    { name: 'movement_document', properties: ['document'] },
    {
      name: 'movement_external',
      expression: 'create unique index `movement_external` on `movement` (`external_id`) where external_id is not null',
    },
    {
      name: 'movement_reverses',
      expression: 'create unique index `movement_reverses` on `movement` (`reverses_id`) where reverses_id is not null',
    },
  ],
  properties: {
    id: p.integer().primary().autoincrement(false),
    entrySeq: p.integer(),
    at: p.integer(),
    offsetMinutes: p.integer(),
    recordedAt: p.integer(),
    kind: p.text(),
    document: p.text(),
    line: p.text(),
    fromUnitId: p.integer(),
    toUnitId: p.integer(),
    quantity: p.integer(),
    fromPlaceId: p.integer().nullable(),
    toPlaceId: p.integer().nullable(),
    statusFrom: p.text(),
    statusTo: p.text(),
    runId: p.integer().nullable(),
    equipment: p.text(),
    partnerId: p.integer().nullable(),
    unitCost: p.integer().nullable(),
    reason: p.text(),
    evidence: p.text(),
    person: p.text(),
    workstation: p.text(),
    externalId: p.text().nullable(),
    rowKey: p.blob().nullable(),
    rowStart: p.integer().nullable(),
    reversesId: p.integer().nullable(),
    digest: p.blob(),
  },
});

/** How much of a unit lies at a place in a status. Computed from the movements; a line of nothing is no line. */
export const Balance = defineEntity({
  name: 'Balance',
  tableName: 'balance',
  uniques: [{ name: 'balance_key', properties: ['unitId', 'placeId', 'status'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    unitId: p.integer(),
    placeId: p.integer(),
    status: p.text(),
    quantity: p.integer(),
  },
});

/** A component in its parent, inside one work order. */
export const SerialLink = defineEntity({
  name: 'SerialLink',
  tableName: 'serial_link',
  indexes: [
    { name: 'serial_link_order', properties: ['workOrder'] },
    { name: 'serial_link_parent', properties: ['parentUnitId'] },
    { name: 'serial_link_component', properties: ['componentUnitId'] },
  ],
  properties: {
    id: p.integer().primary().autoincrement(false),
    workOrder: p.text(),
    parentUnitId: p.integer(),
    componentUnitId: p.integer(),
    quantity: p.integer(),
    at: p.integer(),
    rowKey: p.blob().nullable(),
  },
});
