import { z } from 'zod';
import { lazyScreen } from '#renderer/components/lazyScreen.ts';
import { codeInAddress, screen, switchInAddress } from '#renderer/components/screen.ts';
import { people } from '#shared/people/contract.ts';
import { settings } from '#shared/settings/contract.ts';
import { AddPersonScreen } from './AddPersonScreen.tsx';
import { ChangePasswordScreen } from './ChangePasswordScreen.tsx';
import { FirstRunScreen } from './FirstRunScreen.tsx';
import { PeopleScreen } from './PeopleScreen.tsx';
import { acts } from './personSearch.ts';
import { PersonScreen } from './PersonScreen.tsx';
import { RolesScreen } from './RolesScreen.tsx';

const SettingsScreen = lazyScreen(async () => (await import('./SettingsScreen.tsx')).SettingsScreen);

const QualificationsScreen = lazyScreen(async () => (await import('./QualificationsScreen.tsx')).QualificationsScreen);

export { ArrivalNotice } from './ArrivalNotice.tsx';
export { Door } from './Door.tsx';
export { useIdleLock } from './idleLock.ts';
export { PersonMenu } from './PersonMenu.tsx';
export { usePersonCommands } from './usePersonCommands.ts';

const actInAddress = z.enum(acts).catch('').default('');

export const peopleScreens = [
  screen('/password', {}, ChangePasswordScreen),
  screen('/setup', { sort: codeInAddress, text: codeInAddress, begun: switchInAddress }, PeopleScreen, people.list),
  screen('/setup/first', {}, FirstRunScreen),
  screen('/setup/add', {}, AddPersonScreen, people.add),
  screen('/setup/qualifications', {}, QualificationsScreen, people.listAuthorisations),
  screen(
    '/setup/person',
    { user: codeInAddress, act: actInAddress, subject: codeInAddress, onlyNot: switchInAddress },
    PersonScreen,
    people.list,
  ),
  screen('/setup/roles', { change: codeInAddress }, RolesScreen, people.listRoles),
  screen('/setup/settings', {}, SettingsScreen, settings.getSettings),
];
