import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { ApplicationConfiguration } from '../api/client';
import { configurationQuery } from '../shared/session';

interface Options {
  /** Where the page is opened, with its query string. */
  at: string;
  /** The pattern of the address, if it has parts that vary. */
  route?: string;
  /** Who is signed in; without it the page itself has to ask. */
  configuration?: ApplicationConfiguration;
}

/** One page with everything around it that it needs; links lead to "elsewhere". */
export function renderPage(page: ReactNode, { at, route = at.split('?')[0], configuration }: Options) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  if (configuration) client.setQueryData(configurationQuery.queryKey, configuration);
  const router = createMemoryRouter(
    [
      { path: route, element: page },
      { path: '*', element: <p>elsewhere</p> },
    ],
    { initialEntries: [at] },
  );
  const rendered: RenderResult = render(
    <QueryClientProvider client={client}>
      <ConfigProvider locale={zhCN} theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
        <App>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  );
  return { ...rendered, router };
}
