/** What every question is called; commands are called as in the audit trail. */
export const questions = {
  jobs: {
    list: 'See running work',
  },
  signing: {
    prepare: 'Read what would be signed',
  },
  people: {
    whoAmI: 'See who is signed in',
    showSetUpCode: 'Have the code for the first administrator shown',
    list: 'List people',
    listAdministrators: 'See who gives rights',
    recoveryCode: 'See who made the recovery code',
    listRoles: 'List roles',
    listAuthorisations: 'List qualifications',
    mayDo: 'See what a person may do',
    listSignatures: 'See the signatures on a record',
    getSettings: 'See the settings',
    listViews: 'List saved views',
  },
  audit: {
    changesSince: 'See what has changed meanwhile',
    list: 'List the entries of the audit trail',
    get: 'Open an entry of the audit trail',
    versions: 'Compare the versions of a record',
    verify: 'Verify the file',
    listReviews: 'List the reviews of the audit trail',
  },
  backups: {
    compare: 'See what a restore would undo',
    examine: 'Examine a backup from a file',
    list: 'List backups and restore tests',
  },
  products: {
    get: 'Open a product',
    settings: 'See what holds of the settings of products, and which level decides',
    listCategories: 'List the categories of products',
    list: 'List products',
    listWithStock: 'List products with their stock',
  },
  partners: {
    get: 'Open a partner',
    list: 'List partners',
    listWithDeliveries: 'List partners with their deliveries',
  },
  locations: {
    get: 'Open a location',
    listAway: 'List locations that are not in the plant',
    listSites: 'List sites',
    listWithStock: 'List locations with their stock',
  },
  numbering: {
    listRules: 'List the rules of numbering',
    ofProduct: 'See how a product is numbered',
    tryPattern: 'Try a pattern of numbers',
    plan: 'Have numbers proposed',
  },
  statuses: {
    list: 'List the statuses and their rules',
    ofProduct: 'See what goods of a product may do in each status',
  },
  holds: {
    list: 'List holds',
    onGoods: 'See what holds goods',
    preview: 'See what a hold would hit',
  },
  lots: {
    list: 'List lots',
    previewStatus: 'See what a change of status would do',
    getDates: 'See the dates of a lot',
    previewConversion: 'See what a conversion must list',
    previewMerge: 'See what a merge of lots would do',
    lyingAt: 'See which lots lie at a location',
  },
  serials: {
    list: 'List serials',
    get: 'See warranty, service and parts of a serial',
    listMissing: 'List missing serials',
    listWarrantyRules: 'See the rules of warranty',
  },
  labels: {
    list: 'List printed labels',
    ofUnit: 'See the labels of a lot or serial',
    preview: 'Preview a label',
  },
  movements: {
    list: 'List the movements of a lot or document',
    listBalances: 'List what lies where',
    listDocuments: 'List documents',
  },
  daily: {
    list: 'List what falls due',
    due: 'See what is due on a day',
    calendar: 'See what falls due on the days of a month',
    state: 'See whether the daily job runs',
  },
  trace: {
    get: 'Trace, whole',
    view: 'Trace, page by page',
    picture: 'Trace as a picture',
  },
  recalls: {
    simulate: 'Simulate a recall, whole',
    view: 'Simulate a recall, page by page',
    listDeliveries: 'List the deliveries to a customer in a recall',
    listDropped: 'See what a narrower recall leaves out',
  },
  reports: {
    list: 'List reports',
    draw: 'Make a report',
    preview: 'Preview a report',
    listIssued: 'List exported documents',
    compare: 'See whether a document is still true',
    listSchedules: 'List scheduled reports',
  },
  exchange: {
    preview: 'Preview an import',
  },
  dossier: {
    checkSerial: 'Check a serial',
    get: 'Open a page',
    find: 'Find or scan',
  },
  today: {
    list: 'See what is to do',
    days: 'See what came, was decided and expires by day',
  },
};
