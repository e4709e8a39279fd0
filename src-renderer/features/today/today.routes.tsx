import { type Screen, screen } from '#renderer/components/screen.ts';
import { TodayScreen } from './TodayScreen.tsx';

export const todayScreens: readonly Screen[] = [screen('/today', {}, TodayScreen)];
