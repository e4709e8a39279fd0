import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  useNavigate,
  useRouteContext,
  useSearch,
} from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { parseSearch, stringifySearch, withoutBlanks } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { ScreenNotFetchedError } from '#renderer/components/lazyScreen.ts';
import type { Screen } from '#renderer/components/screen.ts';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';
import { lackingFor, screens } from './screens.ts';
import { Forbidden } from './shell/Forbidden.tsx';
import { useFocusBack } from './useFocusBack.ts';
import { useReturn } from './useReturn.ts';

/** One for the page: each router it has had, for one person after another, hears of it while it is shown. */
const history = createHashHistory();

/** Every screen at its address behind the #, for a person who may do what the context says. */
export function createAppRouter(context: { permissions: readonly Permission[] }) {
  const root = createRootRouteWithContext<typeof context>()({ notFoundComponent: NotFound });
  const routes = screens.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      validateSearch: screen.readSearch,
      // Known before anything of the screen is fetched or asked.
      beforeLoad: ({ context: { permissions } }) => ({ lacking: lackingFor(screen, permissions) }),
      component: () => <Mounted screen={screen} />,
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    history,
    context,
    parseSearch,
    stringifySearch,
    defaultErrorComponent: Crashed,
  });
}

/** Gives a screen the question in its address and a way to change it. */
function Mounted({ screen }: { screen: Screen }): ReactNode {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { lacking } = useRouteContext({ strict: false });
  useReturn(screen.path);
  useFocusBack(screen.path);
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
