import { useQuery } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation, useRouteError } from 'react-router';
import { t } from '../shared/language';
import { paths } from '../shared/paths';
import { configurationQuery, sessionOf, useCan } from '../shared/session';
import { ForbiddenBlock, Loaded } from '../shared/states';
import { firstPathOf, mayOpen } from './access';
import { type Page, pages } from './pages';

/** Whoever is not signed in goes to the sign-in page and comes back afterwards. */
export function SignedInGate() {
  const location = useLocation();
  const configuration = useQuery(configurationQuery);
  return (
    <Loaded query={configuration} height="100vh">
      {(data) => {
        if (sessionOf(data).signedIn) return <Outlet />;
        const returnTo = encodeURIComponent(location.pathname + location.search);
        return <Navigate to={`${paths.signIn}?returnTo=${returnTo}`} replace />;
      }}
    </Loaded>
  );
}

export function AccessGate({ page, children }: { page: Page; children: ReactNode }) {
  return mayOpen(page, useCan()) ? children : <ForbiddenBlock />;
}

export function HomeRedirect() {
  return <Navigate to={firstPathOf(pages, useCan())} replace />;
}

/** A page that failed while drawing, or whose code could not be fetched after an update of the portal. */
export function PageFailure() {
  const error = useRouteError();
  return (
    <Result
      status="error"
      title={t('error.unexpected')}
      subTitle={t('error.unexpected.hint')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
      }
    >
      {import.meta.env.DEV && <pre>{String(error instanceof Error ? error.stack : error)}</pre>}
    </Result>
  );
}
