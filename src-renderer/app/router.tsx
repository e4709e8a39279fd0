import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { type ReactNode, Suspense, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkingSession } from '#renderer/client/index.ts';
import { parseSearch, stringifySearch, withoutBlanks } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { ScreenNotFetchedError } from '#renderer/components/lazyScreen.ts';
import type { Screen } from '#renderer/components/screen.ts';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { auditScreens } from '#renderer/features/audit/audit.routes.tsx';
import { backupScreens } from '#renderer/features/backups/backups.routes.tsx';
import { dossierScreens } from '#renderer/features/dossier/dossier.routes.tsx';
import { exchangeScreens } from '#renderer/features/exchange/exchange.routes.tsx';
import { locationScreens } from '#renderer/features/locations/locations.routes.tsx';
import { lotScreens } from '#renderer/features/lots/lots.routes.tsx';
import { movementScreens } from '#renderer/features/movements/movements.routes.tsx';
import { partnerScreens } from '#renderer/features/partners/partners.routes.tsx';
import { peopleScreens } from '#renderer/features/people/people.routes.tsx';
import { productScreens } from '#renderer/features/products/products.routes.tsx';
import { recallScreens } from '#renderer/features/recalls/recalls.routes.tsx';
import { reportScreens } from '#renderer/features/reports/reports.routes.tsx';
import { serialScreens } from '#renderer/features/serials/serials.routes.tsx';
import { todayScreens } from '#renderer/features/today/today.routes.tsx';
import { traceScreens } from '#renderer/features/trace/trace.routes.tsx';
import { welcomeScreens } from '#renderer/features/welcome/welcome.routes.tsx';
import { Forbidden } from './shell/Forbidden.tsx';
import { AppShell } from './shell/AppShell.tsx';
import { lackingFor } from './shell/screens.ts';
import { useReturn } from './useReturn.ts';

const screens: readonly Screen[] = [
  ...welcomeScreens,
  ...todayScreens,
  ...traceScreens,
  ...recallScreens,
  ...reportScreens,
  ...lotScreens,
  ...serialScreens,
  ...exchangeScreens,
  ...auditScreens,
  ...productScreens,
  ...partnerScreens,
  ...locationScreens,
  ...movementScreens,
  ...dossierScreens,
  ...peopleScreens,
  ...backupScreens,
];

/** Every screen at its address behind the #, inside the frame. */
export function createAppRouter() {
  const root = createRootRoute({ component: AppShell, notFoundComponent: NotFound });
  const routes = screens.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      validateSearch: screen.readSearch,
      component: () => <Mounted screen={screen} />,
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    history: createHashHistory(),
    parseSearch,
    stringifySearch,
    defaultErrorComponent: Crashed,
  });
}

/** Gives a screen the question in its address and a way to change it. */
function Mounted({ screen }: { screen: Screen }): ReactNode {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  useReturn(screen.path);
  const lacking = lackingFor(screen.path, useContext(WorkingSession)?.permissions);
  if (lacking !== undefined) return <Forbidden permission={lacking} />;
  const drawn = screen.render(search, (change, step) => {
    void navigate({
      to: screen.path,
      search: withoutBlanks({ ...search, ...change }),
      replace: step !== 'step',
    });
  });
  return <Suspense fallback={<Loading />}>{drawn}</Suspense>;
}

function NotFound(): ReactNode {
  const { t } = useTranslation();
  return <Page title={t('app.notFound')} lead={t('app.notFoundHelp')} />;
}

function Crashed({ error, reset }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('app.crashed')} lead={t('app.crashedHelp')}>
      <FailureState
        failure={{ kind: 'failed', code: 'INTERNAL', message: error instanceof Error ? error.message : '' }}
        retry={error instanceof ScreenNotFetchedError ? () => window.location.reload() : reset}
      />
    </Page>
  );
}
