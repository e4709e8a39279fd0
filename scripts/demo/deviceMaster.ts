import { exampleGtin, type PartnerNotes, partnerRows } from './partnerRows.ts';
import type { Row } from './plantBook.ts';

/** Nordhaler Medical, a fictional maker of mesh nebulisers: products, places and partners. */
const stocked = { stock_managed: 'yes', trace_detail: 'detailed', expiry_status: 'R', retest_status: 'Q' };
const byLot = { ...stocked, lot_tracking: 'mandatory', serial_tracking: 'none', unit: 'EA' };
const bySerial = { ...stocked, lot_tracking: 'none', serial_tracking: 'received-issued', unit: 'EA' };

export const deviceProducts: Row[] = [
  { ...byLot, code: 'CAP-220', name: 'Capacitor 220 µF', category: 'COMPONENT', standard_cost: '0.18' },
  { ...byLot, code: 'PCB-N2', name: 'Circuit board, bare', category: 'COMPONENT', standard_cost: '4.6' },
  {
    ...byLot,
    code: 'HOUSING',
    name: 'Housing, moulded',
    category: 'COMPONENT',
    lot_tracking: 'lot-sublot',
    standard_cost: '7.9',
  },
  {
    ...byLot,
    code: 'BATTERY',
    name: 'Battery pack, lithium-ion',
    category: 'COMPONENT',
    shelf_life_days: '540',
    retest_days: '180',
    standard_cost: '11.2',
  },
  {
    ...bySerial,
    code: 'MESH',
    name: 'Mesh plate, laser-drilled',
    category: 'COMPONENT',
    serial_tracking: 'global',
    standard_cost: '23.5',
  },
  {
    ...stocked,
    code: 'THREADLOCK',
    name: 'Thread locker',
    category: 'CONSUMABLE',
    unit: 'g',
    lot_tracking: 'none',
    serial_tracking: 'none',
    trace_detail: 'none',
    standard_cost: '0.35',
  },
  { ...bySerial, code: 'BOARD', name: 'Control board, tested', category: 'SUBASSEMBLY', standard_cost: '38' },
  {
    ...bySerial,
    code: 'NEB-200',
    name: 'Mesh nebuliser',
    category: 'DEVICE',
    standard_cost: '148',
    gtin: exampleGtin('47120', 1),
  },
  {
    ...byLot,
    code: 'CHARGER',
    name: 'Charging dock',
    category: 'ACCESSORY',
    serial_tracking: 'on-issue',
    standard_cost: '19.4',
    gtin: exampleGtin('47120', 2),
  },
  {
    ...byLot,
    code: 'MASK',
    name: 'Mask set, silicone',
    category: 'ACCESSORY',
    shelf_life_days: '1095',
    standard_cost: '6.3',
    gtin: exampleGtin('47120', 3),
  },
];

export const deviceLocations: Row[] = [
  ['DOCK', 'Receiving dock', 'dock'],
  ['PARTS', 'Parts store', 'storage'],
  ['SMT', 'Board line', 'production'],
  ['ASSEMBLY', 'Final assembly, clean room', 'production'],
  ['BURN-IN', 'Burn-in rig', 'production'],
  ['DEVICES', 'Device store', 'storage'],
  ['QUARANTINE', 'Quarantine cage', 'quarantine'],
  ['REJECTS', 'Reject cage', 'reject'],
  ['DISPATCH', 'Dispatch', 'shipping'],
].map(([code = '', name = '', kind = '']) => ({ code, name, site: 'NORDHALER', kind }));

const suppliers: PartnerNotes[] = [
  ['S-KONDOR', 'Kondor Components', 'DE', 'Elektronikpark 6, 80687 München', '+49 89 99998 301'],
  ['S-VOLTANNE', 'Voltanne Passives', 'FR', '11 avenue des Ondes, 38000 Grenoble', '+33 4 65 71 53 02'],
  ['S-LEITBAHN', 'Leitbahn Leiterplatten', 'DE', 'Kupferweg 14, 50829 Köln', '+49 221 4710 303'],
  ['S-FORMWERK', 'Formwerk Kunststofftechnik', 'DE', 'Spritzgasse 5, 60435 Frankfurt am Main', '+49 69 90009 304'],
  ['S-MESHLINE', 'Meshline Microparts', 'IE', '2 Laser Court, Galway', '+353 20 915 0305'],
  ['S-NORRLUND', 'Norrlund Batterier', 'SE', 'Batterivägen 9, 411 04 Göteborg', '+46 31 390 06 06'],
  ['S-TARNSIDE', 'Tarnside Mouldings', 'GB', '40 Mill Lane, Sheffield', '+44 114 496 0307'],
];

const customers: PartnerNotes[] = [
  ['K-201', 'Klinikum Lindenau', 'DE', 'Klinikweg 1, 10249 Berlin', '+49 30 23125 201'],
  ['K-202', 'Lungenzentrum Elbhöhe', 'DE', 'Elbhöhe 30, 22587 Hamburg', '+49 40 66969 202'],
  ['K-203', 'Sanitätshaus Rosenhag', 'DE', 'Rosenstraße 17, 80331 München', '+49 89 99998 203'],
  ['K-204', 'Kinderklinik Am Park', 'DE', 'Am Park 8, 50935 Köln', '+49 221 4710 204'],
  ['K-205', 'Reha-Zentrum Taunusblick', 'DE', 'Taunusblick 2, 60487 Frankfurt am Main', '+49 69 90009 205'],
  ['K-206', 'Homecare Lindwurm', 'DE', 'Gewerbering 44, 12681 Berlin', '+49 30 23125 206'],
  ['K-207', 'Hôpital des Tilleuls', 'FR', '70 rue des Tilleuls, 75013 Paris', '+33 1 99 00 52 07'],
  ['K-208', 'Souffle Assistance', 'FR', '19 rue du Parc, 69003 Lyon', '+33 4 65 71 52 08'],
  ['K-209', 'Clinique du Grand Pré', 'FR', '4 allée du Grand Pré, 33000 Bordeaux', '+33 5 36 49 52 09'],
  ['K-210', 'Marlowe Respiratory Supply', 'GB', '9 Tanner Street, London', '+44 20 7946 0210'],
  ['K-211', 'Ashdown Children’s Hospital', 'GB', '1 Ashdown Road, Birmingham', '+44 121 496 0211'],
  ['K-212', 'Lungkliniken Norrtorp', 'SE', 'Norrtorpsvägen 3, 171 64 Solna', '+46 8 465 004 12'],
  ['K-213', 'Andas Hjälpmedel', 'SE', 'Kyrkogatan 21, 411 15 Göteborg', '+46 31 390 06 13'],
  ['K-214', 'Liscarra Medical Distribution', 'IE', '15 Quay Street, Galway', '+353 20 915 0214'],
  ['K-215', 'Saltmarsh Breathing Care', 'US', '410 Harbor Avenue, Portland, ME', '+1 207 555 0115'],
  ['K-216', 'Service Partner Nordlicht', 'DE', 'Werkstattweg 12, 22761 Hamburg', '+49 40 66969 216'],
];

export const devicePartners: Row[] = [
  ...partnerRows('supplier', suppliers, 300),
  ...partnerRows('customer', customers, 400),
];
