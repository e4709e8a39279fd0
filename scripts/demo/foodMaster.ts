import { exampleGtin, type PartnerNotes, partnerRows } from './partnerRows.ts';
import type { Row } from './plantBook.ts';

/** Hollerbach Foods, a fictional maker of preserves and fruit drinks: products, places and partners. */
const stocked = { stock_managed: 'yes', serial_tracking: 'none', expiry_status: 'R', retest_status: 'Q' };
const byLot = { ...stocked, lot_tracking: 'mandatory', trace_detail: 'detailed' };
const finished = (item: number) => ({ ...byLot, category: 'FINISHED', unit: 'EA', gtin: exampleGtin('47110', item) });

export const foodProducts: Row[] = [
  {
    ...byLot,
    code: 'APR-PUREE',
    name: 'Apricot purée, aseptic drum',
    category: 'RAW',
    unit: 'kg',
    shelf_life_days: '180',
    standard_cost: '1.92',
  },
  {
    ...byLot,
    code: 'RAS-FROZEN',
    name: 'Raspberries, frozen',
    category: 'RAW',
    unit: 'kg',
    shelf_life_days: '300',
    standard_cost: '3.85',
  },
  {
    ...byLot,
    code: 'APP-CONC',
    name: 'Apple juice concentrate',
    category: 'RAW',
    unit: 'kg',
    shelf_life_days: '240',
    retest_days: '120',
    standard_cost: '1.48',
  },
  {
    ...byLot,
    code: 'SUGAR',
    name: 'Sugar, fine',
    category: 'RAW',
    unit: 'kg',
    lot_tracking: 'optional',
    standard_cost: '0.74',
  },
  {
    ...byLot,
    code: 'PECTIN',
    name: 'Citrus pectin',
    category: 'RAW',
    unit: 'kg',
    shelf_life_days: '365',
    retest_days: '180',
    standard_cost: '11.6',
  },
  {
    ...byLot,
    code: 'JAR-340',
    name: 'Jar 340 g, clear',
    category: 'PACKAGING',
    unit: 'EA',
    trace_detail: 'summary',
    standard_cost: '0.168',
  },
  {
    ...byLot,
    code: 'LID-82',
    name: 'Twist-off lid 82 mm',
    category: 'PACKAGING',
    unit: 'EA',
    trace_detail: 'summary',
    standard_cost: '0.071',
  },
  {
    ...byLot,
    code: 'BTL-750',
    name: 'Bottle 0.75 l, with closure',
    category: 'PACKAGING',
    unit: 'EA',
    trace_detail: 'summary',
    standard_cost: '0.224',
  },
  {
    ...stocked,
    code: 'GLUE',
    name: 'Label glue',
    category: 'CONSUMABLE',
    unit: 'kg',
    lot_tracking: 'none',
    trace_detail: 'none',
    standard_cost: '4.1',
  },
  {
    ...byLot,
    code: 'APR-BASE',
    name: 'Apricot base, cooked',
    category: 'SEMI-FINISHED',
    unit: 'kg',
    shelf_life_days: '21',
    standard_cost: '2.2',
  },
  { ...finished(1), code: 'JAM-APR', name: 'Apricot preserve 340 g', shelf_life_days: '540', standard_cost: '1.24' },
  { ...finished(2), code: 'JAM-RAS', name: 'Raspberry preserve 340 g', shelf_life_days: '540', standard_cost: '1.41' },
  {
    ...finished(3),
    code: 'NEC-APR',
    name: 'Apricot and apple nectar 0.75 l',
    shelf_life_days: '270',
    standard_cost: '1.33',
  },
  { ...finished(4), code: 'GIFT-3', name: 'Gift box, three preserves', shelf_life_days: '360', standard_cost: '4.65' },
  {
    ...byLot,
    code: 'PULP',
    name: 'Fruit pulp for feed',
    category: 'BY-PRODUCT',
    unit: 'kg',
    shelf_life_days: '12',
    standard_cost: '0.05',
  },
];

export const foodLocations: Row[] = [
  ['DOCK', 'Receiving dock', 'dock'],
  ['DRY', 'Dry store', 'storage'],
  ['COLD', 'Cold store', 'storage'],
  ['TANKS', 'Tank room', 'storage'],
  ['LINE1', 'Line 1, cooking and jars', 'production'],
  ['LINE2', 'Line 2, bottling', 'production'],
  ['FINISHED', 'Finished goods store', 'storage'],
  ['QUARANTINE', 'Quarantine cage', 'quarantine'],
  ['REJECTS', 'Reject cage', 'reject'],
  ['LOADING', 'Loading bay', 'shipping'],
].map(([code = '', name = '', kind = '']) => ({ code, name, site: 'HOLLERBACH', kind }));

const suppliers: PartnerNotes[] = [
  ['S-VERDANNE', 'Verdanne Fruits', 'FR', '14 chemin des Vergers, 66000 Perpignan', '+33 4 65 71 20 14'],
  ['S-SERRAL', 'Vergers Serral', 'FR', '3 quai des Primeurs, 13015 Marseille', '+33 4 65 71 33 08'],
  ['S-BEERENHOF', 'Beerenhof Lindner', 'DE', 'Am Waldrand 7, 93047 Regensburg', '+49 89 99998 214'],
  ['S-KELTEREI', 'Kelterei Apfelgrund', 'DE', 'Obstweg 31, 60311 Frankfurt am Main', '+49 69 90009 118'],
  ['S-RUEBE', 'Zuckerkontor Rübenfeld', 'DE', 'Hafenstraße 80, 20457 Hamburg', '+49 40 66969 230'],
  ['S-GELWORKS', 'Gelworks Ingredients', 'IE', '9 Harbour Row, Cork', '+353 20 915 0142'],
  ['S-GLASHUETTE', 'Glashütte Silberau', 'DE', 'Ofenweg 2, 50667 Köln', '+49 221 4710 655'],
  ['S-CAPWELL', 'Capwell Closures', 'GB', '22 Foundry Lane, Leeds', '+44 113 496 0211'],
];

const customers: PartnerNotes[] = [
  ['C-101', 'Feinkost Amselmann', 'DE', 'Marktplatz 4, 10178 Berlin', '+49 30 23125 101'],
  ['C-102', 'Kaufhalle Nordlicht', 'DE', 'Speicherstraße 18, 20457 Hamburg', '+49 40 66969 102'],
  ['C-103', 'Bäckerei Kornblume', 'DE', 'Mühlgasse 9, 80331 München', '+49 89 99998 103'],
  ['C-104', 'Hofladen Sonnleiten', 'DE', 'Sonnleiten 1, 83646 Bad Tölz', '+49 89 99998 104'],
  ['C-105', 'Großhandel Rheinbrücke', 'DE', 'Brückenkopf 25, 50679 Köln', '+49 221 4710 105'],
  ['C-106', 'Hotelküche Seeblick', 'DE', 'Uferpromenade 40, 60594 Frankfurt am Main', '+49 69 90009 106'],
  ['C-107', 'Naturkost Grünspecht', 'DE', 'Lindenallee 12, 10115 Berlin', '+49 30 23125 107'],
  ['C-108', 'Markthalle Elbtor', 'DE', 'Elbtor 3, 22767 Hamburg', '+49 40 66969 108'],
  ['C-109', 'Épicerie du Canal', 'FR', '61 quai du Canal, 75010 Paris', '+33 1 99 00 41 09'],
  ['C-110', 'Comptoir Sucré', 'FR', '8 rue des Halles, 69002 Lyon', '+33 4 65 71 41 10'],
  ['C-111', 'Maison Belloc Traiteur', 'FR', '27 place du Marché, 31000 Toulouse', '+33 5 36 49 41 11'],
  ['C-112', 'Aux Trois Pots', 'FR', '5 rue du Port, 44000 Nantes', '+33 2 61 91 41 12'],
  ['C-113', 'Larkspur Grocers', 'GB', '118 Orchard Street, London', '+44 20 7946 0113'],
  ['C-114', 'Tern & Thistle Deli', 'GB', '14 Castle Wynd, Edinburgh', '+44 131 496 0114'],
  ['C-115', 'Pennyfield Wholesale', 'GB', 'Unit 6, Canal Yard, Manchester', '+44 161 496 0115'],
  ['C-116', 'Morgenröte Café-Kette', 'DE', 'Kanalstraße 77, 80538 München', '+49 89 99998 116'],
  ['C-117', 'Skärgårdens Livs', 'SE', 'Sjögatan 2, 111 30 Stockholm', '+46 8 465 004 17'],
  ['C-118', 'Västerljung Handel', 'SE', 'Hamngatan 19, 411 06 Göteborg', '+46 31 390 06 18'],
  ['C-119', 'Quayside Provisions', 'IE', '30 Merchant Quay, Dublin', '+353 20 915 0119'],
  ['C-120', 'Mastgemeinschaft Eichhof', 'DE', 'Eichhof 1, 93077 Bad Abbach', '+49 89 99998 120'],
];

export const foodPartners: Row[] = [
  ...partnerRows('supplier', suppliers, 100),
  ...partnerRows('customer', customers, 200),
];
