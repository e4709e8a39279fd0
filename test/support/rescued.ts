import { type App } from '#main/app/createApp.ts';
import { createAppOrRescue } from '#main/app/rescue.ts';

/** A store as the hosts with screens open it. */
export const openForScreens = (file: string): Promise<App> => createAppOrRescue({ file, mode: 'create', host: 'http' });
