/** Plants that come with the program, to try things on. */
export const demoPlants = ['food', 'device'] as const;
export type DemoPlant = (typeof demoPlants)[number];

/** At most so many faults are reported. It is here so that readers of files need not load the contract. */
export const mostFaults = 1000;

/** At most so many rows of a sheet are read into a grid, whatever they are for. */
export const mostTableRows = 2000;

/** What rows of a workbook can be read into. */
export const tablesRead = ['plan', 'planTable'] as const;
export type TableRead = (typeof tablesRead)[number];
