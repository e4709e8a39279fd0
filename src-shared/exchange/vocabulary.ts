/** Plants that come with the program, to try things on. */
export const demoPlants = ['food', 'device'] as const;
export type DemoPlant = (typeof demoPlants)[number];

/** At most so many faults are reported. It is here so that readers of files need not load the contract. */
export const mostFaults = 1000;
