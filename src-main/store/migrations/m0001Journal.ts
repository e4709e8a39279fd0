import type { Migration } from './migration.ts';

/**
 * The first store. Shapes are stored: never edit this file once a store was made with it; add a migration.
 *
 * Units and runs share one sequence of ids, the nodes of the trace graph. A leaf unit (goods without
 * tracking, or goods of a lot-tracked product that have no lot yet) takes two ids, its own and the next:
 * what is consumed from it hangs on the second, so that no walk leads through it.
 */
export const m0001Journal: Migration = {
  name: 'm0001Journal',
  schema: 'f0f6cd316a598b39fd63a5f89afe32ce059ee354c2de63d7f0379a864e5fee59',
  statements: [
    `create table head (
    id integer not null primary key,
    store_id text not null,
    created_at integer not null,
    demo text not null,
    seq integer not null,
    hash blob not null,
    movement_digest blob not null,
    version_digest blob not null,
    writes integer not null,
    clean_exit integer not null
  ) strict`,
    `create table product (
    id integer not null primary key,
    code text not null,
    name text not null,
    category text not null,
    unit text not null,
    lot_tracking text not null,
    serial_tracking text not null,
    stock_managed integer not null,
    trace_detail text not null,
    shelf_life_days integer null,
    use_by_days integer null,
    retest_days integer null,
    expiry_status text not null,
    retest_status text not null,
    standard_cost integer null,
    gtin text not null,
    version integer not null
  ) strict`,
    'create unique index product_code on product (code)',
    `create table partner (
    id integer not null primary key,
    code text not null,
    name text not null,
    kind text not null,
    country text not null,
    email text not null,
    address text not null,
    phone text not null,
    gln text not null,
    version integer not null
  ) strict`,
    'create unique index partner_code on partner (code)',
    `create table place (
    id integer not null primary key,
    code text not null,
    name text not null,
    site text not null,
    kind text not null,
    version integer not null
  ) strict`,
    'create unique index place_code on place (code)',
    `create table lot (
    id integer not null primary key,
    product_id integer not null references product (id),
    lot text not null,
    sublot text not null,
    supplier_id integer null references partner (id),
    supplier_lot text not null,
    manufacturer text not null,
    manufacturer_lot text not null,
    manufactured_on text null,
    expires_on text null,
    best_before_on text null,
    use_by_on text null,
    retest_on text null,
    reference text not null,
    version integer not null
  ) strict`,
    'create unique index lot_number on lot (product_id, lot, sublot)',
    "create index lot_supplier_lot on lot (supplier_lot, supplier_id) where supplier_lot <> ''",
    'create index lot_by_number on lot (lot)',
    `create table unit (
    id integer not null primary key,
    product_id integer not null references product (id),
    lot text not null,
    sublot text not null,
    serial text not null,
    leaf integer not null
  ) strict`,
    'create unique index unit_key on unit (product_id, lot, sublot, serial)',
    "create index unit_serial on unit (serial, product_id) where serial <> ''",
    `create table run (
    id integer not null primary key,
    work_order text not null,
    run text not null
  ) strict`,
    'create unique index run_key on run (work_order, run)',
    `create table movement (
    id integer not null primary key,
    entry_seq integer not null,
    at integer not null,
    offset_minutes integer not null,
    recorded_at integer not null,
    kind text not null,
    document text not null,
    line text not null,
    from_unit_id integer not null references unit (id),
    to_unit_id integer not null references unit (id),
    quantity integer not null,
    from_place_id integer null references place (id),
    to_place_id integer null references place (id),
    status_from text not null,
    status_to text not null,
    run_id integer null references run (id),
    equipment text not null,
    partner_id integer null references partner (id),
    unit_cost integer null,
    reason text not null,
    evidence text not null,
    person text not null,
    workstation text not null,
    external_id text null,
    row_key blob null,
    row_start integer null,
    reverses_id integer null references movement (id),
    digest blob not null
  ) strict`,
    'create index movement_unit on movement (to_unit_id, at)',
    'create index movement_from_unit on movement (from_unit_id, at) where from_unit_id <> to_unit_id',
    'create index movement_run on movement (run_id, kind, from_unit_id, to_unit_id, at) where run_id is not null',
    'create index movement_at on movement (at)',
    'create index movement_document on movement (document)',
    'create unique index movement_external on movement (external_id) where external_id is not null',
    'create unique index movement_reverses on movement (reverses_id) where reverses_id is not null',
    `create table balance (
    id integer not null primary key,
    unit_id integer not null references unit (id),
    place_id integer not null references place (id),
    status text not null,
    quantity integer not null
  ) strict`,
    'create unique index balance_key on balance (unit_id, place_id, status)',
    // Triggers rather than a check constraint: the ORM's schema comparison cannot express the latter.
    ...['insert', 'update'].map(
      (act) => `create trigger balance_above_zero_${act} before ${act} on balance when new.quantity <= 0
      begin select raise(abort, 'a balance below or at zero'); end`,
    ),
    `create table serial_link (
    id integer not null primary key,
    work_order text not null,
    parent_unit_id integer not null references unit (id),
    component_unit_id integer not null references unit (id),
    quantity integer not null,
    at integer not null,
    row_key blob null
  ) strict`,
    'create index serial_link_order on serial_link (work_order)',
    'create index serial_link_parent on serial_link (parent_unit_id)',
    'create index serial_link_component on serial_link (component_unit_id)',
    `create table record_version (
    id integer not null primary key,
    entry_seq integer not null,
    record text not null,
    record_key text not null,
    version integer not null,
    content text not null,
    digest blob not null
  ) strict`,
    'create unique index record_version_key on record_version (record, record_key, version)',
    'create index record_version_entry on record_version (entry_seq)',
    `create table audit_entry (
    seq integer not null primary key,
    at integer not null,
    person text not null,
    command_id text not null,
    operation text not null,
    outcome text not null,
    body text not null,
    previous_hash blob not null,
    hash blob not null
  ) strict`,
    'create unique index audit_entry_hash on audit_entry (hash)',
    'create unique index audit_entry_previous on audit_entry (previous_hash)',
    "create unique index audit_entry_command on audit_entry (person, command_id) where outcome = 'done'",
    ...['audit_entry', 'movement', 'record_version'].flatMap((table) => {
      const key = table === 'audit_entry' ? 'seq' : 'id';
      return [
        `create trigger ${table}_no_update before update on ${table} begin select raise(abort, 'append-only'); end`,
        `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'append-only'); end`,
        `create trigger ${table}_no_replace before insert on ${table}
        when exists (select 1 from ${table} where ${key} = new.${key})
        begin select raise(abort, 'append-only'); end`,
      ];
    }),
  ],
};
