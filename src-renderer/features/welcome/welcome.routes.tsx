import { screen } from '#renderer/components/screen.ts';
import { Tour } from './Tour.tsx';
import { tour } from './tourState.ts';
import { WelcomeScreen } from './WelcomeScreen.tsx';

/** The tour goes through all screens, so the frame draws it, and the one box starts it. */
export { Tour, tour };

export const welcomeScreens = [screen('/', {}, WelcomeScreen)];
