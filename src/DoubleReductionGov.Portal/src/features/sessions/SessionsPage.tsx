import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Card, type TableColumnsType } from 'antd';
import { api, http, type UserSession } from '../../api/client';
import { browserName } from '../../shared/browser';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import filters from '../../shared/filters.module.css';
import { t } from '../../shared/language';
import { type ListSearch, useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { RowMenu } from '../../shared/RowMenu';
import { SearchInput } from '../../shared/SearchInput';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';

const sessionsQuery = (query: ListSearch<'filter'>['query']) =>
  api.queryOptions('get', '/api/administration/user-session', { params: { query } });

const endSession = (id: string) =>
  http.DELETE('/api/administration/user-session/{id}', { params: { path: { id } } });

const endAll = (userId: string) =>
  http.POST('/api/administration/user-session/end-all/{userId}', { params: { path: { userId } } });

/** Who is signed in, from where, since when; whoever should not be is signed out. */
export default function SessionsPage() {
  const search = useListSearch(['filter']);
  const sessions = useQuery({ ...sessionsQuery(search.query), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title={t('sessions.title')} subtitle={t('sessions.subtitle')} />
      <Card>
        <search className={filters.filters}>
          <SearchInput
            value={search.values.filter}
            label={t('sessions.search')}
            onSearch={(filter) => search.change({ filter })}
          />
        </search>
        <Loaded query={sessions}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('sessions.table')}
              rowKey="id"
              columns={columnsOf()}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('sessions.empty')}
              width={980}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function columnsOf(): TableColumnsType<UserSession> {
  return [
    {
      title: t('field.userName'),
      key: 'userName',
      width: 170,
      render: (_, { userName, name }) => (
        <>
          <strong>{userName}</strong>
          <div>{name}</div>
        </>
      ),
    },
    { title: t('sessions.device'), dataIndex: 'device', width: 90 },
    { title: t('sessions.browser'), dataIndex: 'browser', render: browserName },
    { title: t('log.address'), dataIndex: 'address', width: 140 },
    { title: t('sessions.signedIn'), dataIndex: 'signedIn', width: 150, render: formatTime },
    { title: t('sessions.lastAccessed'), dataIndex: 'lastAccessed', width: 150, render: formatTime },
    {
      title: t('field.action'),
      key: 'action',
      width: 80,
      render: (_, session) => <SessionMenu session={session} />,
    },
  ];
}

function SessionMenu({ session: { id, userId, userName } }: { session: UserSession }) {
  const { modal } = App.useApp();
  const end = useAction(() => endSession(id), { done: t('sessions.ended') });
  const endEvery = useAction(() => endAll(userId), { done: t('sessions.endedAll') });
  const ask = (title: string, okText: string, run: () => void) => () =>
    void modal.confirm({ title, okText, okButtonProps: { danger: true }, onOk: run });
  return (
    <RowMenu
      label={userName}
      items={[
        {
          text: t('sessions.end'),
          danger: true,
          run: ask(t('sessions.end.sure', { name: userName }), t('sessions.end'), () =>
            end.mutate(undefined),
          ),
        },
        {
          text: t('sessions.endAll'),
          danger: true,
          run: ask(t('sessions.endAll.sure', { name: userName }), t('sessions.endAll'), () =>
            endEvery.mutate(undefined),
          ),
        },
      ]}
    />
  );
}
