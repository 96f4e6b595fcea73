import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Table, Tag } from 'antd';
import { useState } from 'react';
import type { AccessToken } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { SecretOnce } from '../../shared/SecretOnce';
import { EmptyBlock, Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { revokeToken, tokensQuery } from './api';
import styles from './profile.module.css';
import { TokenDialog } from './TokenDialog';

export function TokensTab() {
  const tokens = useQuery(tokensQuery);
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const show = (token: string) => {
    setAdding(false);
    setShown(token);
  };
  return (
    <>
      <p className={styles.soft}>{t('profile.tokens.hint')}</p>
      <div className={styles.buttons}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('profile.tokens.new')}
        </Button>
      </div>
      <Loaded query={tokens}>{({ items }) => <TokenTable tokens={items} />}</Loaded>
      {adding && <TokenDialog onCreated={show} onClose={() => setAdding(false)} />}
      {shown && (
        <SecretOnce
          title={t('profile.tokens.shown')}
          hint={t('profile.tokens.shown.hint')}
          secrets={[{ label: t('profile.tokens.token'), value: shown }]}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function TokenTable({ tokens }: { tokens: AccessToken[] }) {
  return (
    <Table<AccessToken>
      aria-label={t('profile.tokens.table')}
      rowKey="id"
      size="middle"
      pagination={false}
      scroll={{ x: 860 }}
      dataSource={tokens}
      locale={{ emptyText: <EmptyBlock text={t('profile.tokens.empty')} /> }}
      columns={[
        {
          title: t('profile.tokens.name'),
          key: 'name',
          render: (_, { name, prefix }) => (
            <>
              <strong>{name}</strong>
              <div>
                <code>{prefix}…</code>
              </div>
            </>
          ),
        },
        {
          title: t('profile.tokens.scopes'),
          key: 'scopes',
          width: 90,
          align: 'right',
          render: (_, { scopes }) => scopes.length,
        },
        { title: t('profile.tokens.created'), dataIndex: 'createdAt', width: 150, render: formatTime },
        { title: t('profile.tokens.expires'), dataIndex: 'expiresAt', width: 150, render: formatTime },
        { title: t('profile.tokens.lastUsed'), dataIndex: 'lastUsedAt', width: 150, render: formatTime },
        {
          title: t('field.state'),
          key: 'state',
          width: 90,
          render: (_, token) => <TokenState token={token} />,
        },
        {
          title: t('field.action'),
          key: 'action',
          width: 90,
          render: (_, token) => !token.isRevoked && <RevokeButton token={token} />,
        },
      ]}
    />
  );
}

function TokenState({ token: { isRevoked, expiresAt } }: { token: AccessToken }) {
  if (isRevoked) return <Tag>{t('profile.tokens.state.revoked')}</Tag>;
  return Date.parse(expiresAt) < Date.now() ? (
    <Tag color="warning">{t('profile.tokens.state.expired')}</Tag>
  ) : (
    <Tag color="success">{t('profile.tokens.state.valid')}</Tag>
  );
}

function RevokeButton({ token: { id, name } }: { token: AccessToken }) {
  const { modal } = App.useApp();
  const revoke = useAction(() => revokeToken(id), { done: t('profile.tokens.revoked') });
  const ask = () =>
    modal.confirm({
      title: t('profile.tokens.revoke.sure', { name }),
      okText: t('profile.tokens.revoke'),
      okButtonProps: { danger: true },
      onOk: () => revoke.mutate(undefined),
    });
  return (
    <Button size="small" danger aria-label={`${t('profile.tokens.revoke')} ${name}`} onClick={ask}>
      {t('profile.tokens.revoke')}
    </Button>
  );
}
