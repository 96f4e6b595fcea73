import { useQuery } from '@tanstack/react-query';
import { Card, Tabs } from 'antd';
import { Link } from 'react-router';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { meQuery } from '../../shared/me';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { AccountTab } from './AccountTab';
import { ExternalTab } from './ExternalTab';
import { HistoryTab } from './HistoryTab';
import { SecondFactorTab } from './SecondFactorTab';
import { SessionsTab } from './SessionsTab';
import { TokensTab } from './TokensTab';

/** Everything that is one's own: no right is needed beyond being signed in. */
export default function ProfilePage() {
  const search = useListSearch(['tab']);
  const me = useQuery(meQuery);
  return (
    <Loaded query={me}>
      {(data) => (
        <>
          <PageHeader
            title={t('profile.title')}
            subtitle={t('profile.subtitle', { name: data.name ?? data.userName, userName: data.userName })}
          >
            <Link to={paths.noticePreference}>{t('profile.tab.notices')}</Link>
          </PageHeader>
          <Card>
            <Tabs
              activeKey={search.values.tab ?? 'account'}
              onChange={(tab) => search.change({ tab })}
              items={[
                { key: 'account', label: t('profile.tab.account'), children: <AccountTab me={data} /> },
                { key: 'factor', label: t('profile.tab.factor'), children: <SecondFactorTab me={data} /> },
                { key: 'sessions', label: t('profile.tab.sessions'), children: <SessionsTab /> },
                { key: 'tokens', label: t('profile.tab.tokens'), children: <TokensTab /> },
                { key: 'external', label: t('profile.tab.external'), children: <ExternalTab /> },
                { key: 'log', label: t('profile.tab.log'), children: <HistoryTab /> },
              ]}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}
