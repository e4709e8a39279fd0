/** Plants that come with the program, to try things on. */
export const demoPlants = ['food', 'device'] as const;
export type DemoPlant = (typeof demoPlants)[number];
