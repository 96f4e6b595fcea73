import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { ApiClient } from '../../api/client';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import filters from '../../shared/filters.module.css';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { RowMenu } from '../../shared/RowMenu';
import { SearchInput } from '../../shared/SearchInput';
import { SecretOnce } from '../../shared/SecretOnce';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { clientsQuery, updateClient } from './api';
import { ClientDrawer } from './ClientDrawer';
import { SecretsDrawer } from './SecretsDrawer';

interface Secret {
  clientId: string;
  secret: string;
}
type Work =
  | { kind: 'create' }
  | { kind: 'edit' | 'secrets'; client: ApiClient }
  | { kind: 'secret'; shown: Secret };

export default function ApiClientsPage() {
  const search = useListSearch(['filter']);
  const clients = useQuery({ ...clientsQuery(search.query), placeholderData: keepPreviousData });
  const [work, setWork] = useState<Work | null>(null);
  return (
    <>
      <PageHeader title={t('apiClients.title')} subtitle={t('apiClients.subtitle')}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setWork({ kind: 'create' })}>
          {t('apiClients.new')}
        </Button>
      </PageHeader>
      <Card>
        <search className={filters.filters}>
          <SearchInput
            value={search.values.filter}
            label={t('apiClients.search')}
            onSearch={(filter) => search.change({ filter })}
          />
        </search>
        <Loaded query={clients}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('apiClients.table')}
              rowKey="id"
              columns={columnsOf(setWork)}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('apiClients.empty')}
            />
          )}
        </Loaded>
        <Alert
          type="info"
          style={{ marginTop: 16 }}
          title={t('apiClients.howTo', { address: `${window.location.origin}/connect/token` })}
        />
      </Card>
      {work && <OpenWork work={work} onWork={setWork} />}
    </>
  );
}

function OpenWork({ work, onWork }: { work: Work; onWork: (work: Work | null) => void }) {
  const close = () => onWork(null);
  const show = (shown: Secret) => onWork({ kind: 'secret', shown });
  if (work.kind === 'secrets') return <SecretsDrawer client={work.client} onSecret={show} onClose={close} />;
  if (work.kind === 'secret')
    return (
      <SecretOnce
        title={t('apiClients.secret.title')}
        hint={t('apiClients.secret.hint')}
        secrets={[
          { label: t('apiClients.clientId'), value: work.shown.clientId },
          { label: t('apiClients.secret'), value: work.shown.secret },
        ]}
        onClose={close}
      />
    );
  return <ClientDrawer client={work.kind === 'edit' ? work.client : null} onSecret={show} onClose={close} />;
}

function columnsOf(onWork: (work: Work) => void): TableColumnsType<ApiClient> {
  return [
    {
      title: t('apiClients.clientId'),
      key: 'clientId',
      width: 200,
      render: (_, { clientId }) => <code>{clientId}</code>,
    },
    { title: t('apiClients.name'), dataIndex: 'name' },
    {
      title: t('apiClients.permissions'),
      key: 'permissions',
      width: 110,
      render: (_, { permissions }) => t('apiClients.permissions.count', { count: permissions.length }),
    },
    {
      title: t('apiClients.secrets'),
      key: 'secrets',
      width: 80,
      align: 'right',
      render: (_, { secrets }) => secrets.length,
    },
    { title: t('apiClients.lastUsed'), dataIndex: 'lastUsedAt', width: 160, render: formatTime },
    {
      title: t('field.state'),
      key: 'state',
      width: 90,
      render: (_, { isActive }) => (
        <Tag color={isActive ? 'success' : 'default'}>{t(isActive ? 'state.active' : 'state.inactive')}</Tag>
      ),
    },
    {
      title: t('field.action'),
      key: 'action',
      width: 80,
      render: (_, client) => <ClientMenu client={client} onWork={onWork} />,
    },
  ];
}

function ClientMenu({ client, onWork }: { client: ApiClient; onWork: (work: Work) => void }) {
  const { modal } = App.useApp();
  const { name, permissions, isActive } = client;
  const change = useAction(
    (active: boolean) => updateClient(client, { name, permissions, isActive: active }),
    {
      done: t('apiClients.saved'),
    },
  );
  const askDeactivate = () =>
    modal.confirm({
      title: t('apiClients.deactivate.sure', { name }),
      content: t('apiClients.deactivate.hint'),
      okText: t('apiClients.deactivate'),
      okButtonProps: { danger: true },
      onOk: () => change.mutate(false),
    });
  return (
    <RowMenu
      label={name}
      items={[
        { text: t('action.edit'), run: () => onWork({ kind: 'edit', client }) },
        { text: t('apiClients.secrets'), run: () => onWork({ kind: 'secrets', client }) },
        !isActive && { text: t('apiClients.activate'), run: () => change.mutate(true) },
        isActive && { text: t('apiClients.deactivate'), danger: true, run: askDeactivate },
      ]}
    />
  );
}
