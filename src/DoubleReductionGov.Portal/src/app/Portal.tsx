import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { ApiError } from '../api/apiError';
import { onSignedOut } from '../api/client';
import { useLanguage } from '../shared/language';
import { configurationQuery } from '../shared/session';
import { createPortalRouter } from './router';
import { styleNonce } from './styleNonce';
import { portalTheme } from './theme';

function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // An answer of the server is final; only a lost connection is worth another try.
        retry: (failures, error) => !((error as unknown) instanceof ApiError) && failures < 1,
      },
    },
  });
  onSignedOut(() => void client.invalidateQueries({ queryKey: configurationQuery.queryKey }));
  return client;
}

export function Portal() {
  const language = useLanguage();
  const [client] = useState(createQueryClient);
  const [router] = useState(createPortalRouter);
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        csp={styleNonce()}
        locale={language === 'en' ? enUS : zhCN}
        theme={portalTheme}
        button={{ autoInsertSpace: false }}
      >
        <App>
          {/* The key redraws every text after the language was switched. */}
          <RouterProvider key={language} router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
