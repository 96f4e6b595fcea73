import { lazy, Suspense } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { paths } from '../shared/paths';
import { LoadingBlock, NotFoundBlock } from '../shared/states';
import { AccessGate, HomeRedirect, PageFailure, SignedInGate } from './gates';
import { type Page, pages } from './pages';
import { Shell } from './Shell';

function routeOf(page: Page): RouteObject {
  const Content = lazy(page.load);
  return {
    path: page.path,
    errorElement: <PageFailure />,
    element: (
      <AccessGate page={page}>
        <Suspense fallback={<LoadingBlock />}>
          <Content />
        </Suspense>
      </AccessGate>
    ),
  };
}

const SignInPage = lazy(() => import('../features/account/SignInPage'));

export const portalRoutes: RouteObject[] = [
  {
    path: paths.signIn,
    errorElement: <PageFailure />,
    element: (
      <Suspense fallback={<LoadingBlock height="100vh" />}>
        <SignInPage />
      </Suspense>
    ),
  },
  {
    Component: SignedInGate,
    errorElement: <PageFailure />,
    children: [
      ...pages.filter((page) => page.bare).map(routeOf),
      {
        Component: Shell,
        children: [
          { path: paths.home, Component: HomeRedirect },
          ...pages.filter((page) => !page.bare).map(routeOf),
          { path: '*', Component: NotFoundBlock },
        ],
      },
    ],
  },
];

export function createPortalRouter() {
  return createBrowserRouter(portalRoutes);
}
