import { screen } from '#renderer/components/screen.ts';
import { today } from '#shared/today/contract.ts';
import { TodayScreen } from './TodayScreen.tsx';

export const todayScreens = [screen('/today', {}, TodayScreen, today.list)];
