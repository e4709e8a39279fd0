export const welcome = {
  title: 'Welcome to Lotline',
  emptyLead: 'Lots and serials from the dock to the customer and back. This store is empty: three ways to begin.',
  emptyLeadOnly: 'Lots and serials from the dock to the customer and back. This store is empty.',
  othersImport: 'Somebody who may import fills it.',
  demoLead: 'This is a demo plant. Everything in it is made up, and nothing you do here touches a real one.',
  demo: {
    title: 'Look at a demo plant',
    text: 'Six months of a made-up plant, dated up to today, with a recall waiting in it. It lies in a file of its own: nothing of it gets into this one.',
    commands: 'In a second terminal, in the folder of Lotline:',
    inMenu: 'In the File menu: Open the demo. The same menu leads back.',
  },
  own: {
    commands: 'Your own plant gets a file of its own. In a second terminal, in the folder of Lotline:',
    inMenu: 'Your own plant has a file of its own. In the File menu: Open your own plant.',
  },
  import: {
    title: 'Import your own plant',
    text: 'An export of your ERP: a folder of CSV files or one workbook. It is checked first, and every fault is shown with its cell.',
  },
  nothing: {
    title: 'Start from nothing',
    text: 'No export at hand: fill in empty tables in a spreadsheet, as few rows as you like, and import them.',
    show: 'Show the empty tables',
    save: 'Save the tables you need. A plant needs products, partners and locations; movements tell what happened.',
    fill: 'Fill them in with a spreadsheet program and save them as CSV, all in one folder.',
    take: 'Import the folder. The preview shows what would be new, and what to mend.',
    saveTable: 'Save {{name}} with its columns and no row',
    tables: {
      products: 'What is made, bought and sold, and how it is tracked:',
      partners: 'Suppliers and customers:',
      locations: 'Locations where goods lie:',
      lots: "Lots with their dates and suppliers' lots:",
      movements: 'Every receipt, consumption, output and shipment:',
      serial_links: 'Which serial was built into which:',
    },
  },
  plants: {
    food: {
      story:
        'Hollerbach Foods makes fruit preserves and nectars. Glass splinters were found in apricot purée that supplier S-VERDANNE delivered as its lot VE-66318.',
      recall: {
        title: "Recall the supplier's lot",
        text: 'Every lot made from it, every customer who got any, what is still here, and what nobody can explain.',
      },
      trace: {
        title: 'See where a jar came from',
        text: 'Lot JA-1052, back to the dock: its runs, its ingredients and their suppliers.',
      },
      lot: {
        title: 'Open a lot of the purée',
        text: 'Its status, where it lies, what it went into, and every movement of its life.',
      },
      audit: {
        title: 'Check the proof',
        text: 'Who did what and when, and a verification that recomputes all of it.',
      },
    },
    device: {
      story:
        'Nordhaler Medical makes nebulisers with serial numbers, boards inside them, capacitors inside those. Capacitor lot CP-0043 leaks.',
      recall: {
        title: 'Recall the capacitors',
        text: 'Every board and device they went into, every customer, and one gap in the record.',
      },
      trace: {
        title: 'See where the capacitors went',
        text: 'Lot CP-0043, through boards and devices, to the customers.',
      },
      lot: {
        title: 'Open the lot',
        text: 'Its status, where it lies, what it went into, and every movement of its life.',
      },
      audit: {
        title: 'Check the proof',
        text: 'Who did what and when, and a verification that recomputes all of it.',
      },
    },
  },
  tour: {
    title: 'Tour of Lotline',
    offer: 'New here? {{count}} short steps show where things are. You can leave at any time.',
    start: 'Take the tour',
    refuse: 'No, thanks',
    step: 'Step {{step}} of {{total}}',
    next: 'Next',
    back: 'Back',
    leave: 'Leave the tour',
    done: 'Done',
    steps: {
      find: {
        title: 'One box for everything',
        text: 'Press Ctrl K anywhere and type or scan a lot, a serial, a document, a product or a customer. A few characters will do.',
      },
      trace: {
        title: 'Trace',
        text: 'Where a lot or serial came from, and everywhere it went: as a picture, as lists and along time.',
      },
      recall: {
        title: 'Recall',
        text: 'Add the suspect lots, by lot, serial or supplier’s lot. You read what is at customers, who got it and what is in stock. Scopes can be compared. Asking changes nothing.',
      },
      import: {
        title: 'Import',
        text: 'Drop an export. Everything is checked before anything is written, and the same export can come again every day.',
      },
      audit: {
        title: 'Audit trail',
        text: 'Every command, done or refused, with what it changed. Verify proves that nothing was altered since.',
      },
    },
  },
};
