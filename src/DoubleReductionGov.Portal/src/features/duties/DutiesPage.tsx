import { useQuery } from '@tanstack/react-query';
import { Card, Table, Tag } from 'antd';
import { api, type Duty } from '../../api/client';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { EmptyBlock, Loaded } from '../../shared/states';
import styles from './duties.module.css';
import { OfficersCard } from './OfficersCard';

const dutiesQuery = api.queryOptions('get', '/api/administration/duty');

export default function DutiesPage() {
  const can = useCan();
  const duties = useQuery(dutiesQuery);
  return (
    <>
      <PageHeader title={t('duties.title')} subtitle={t('duties.subtitle')} />
      {can(permissions.users) && <OfficersCard />}
      <Card title={t('duties.pairs')}>
        <Loaded query={duties}>
          {({ items }) => (
            <Table<Duty>
              aria-label={t('duties.table')}
              rowKey="name"
              size="middle"
              pagination={false}
              scroll={{ x: 800 }}
              dataSource={items}
              locale={{ emptyText: <EmptyBlock text={t('duties.empty')} /> }}
              columns={[
                { title: t('duties.rule'), dataIndex: 'displayName', width: 200 },
                { title: t('duties.first'), dataIndex: ['first', 'displayName'], width: 180 },
                { title: t('duties.second'), dataIndex: ['second', 'displayName'], width: 180 },
                { title: t('duties.holders'), key: 'users', render: (_, duty) => <Holders duty={duty} /> },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function Holders({ duty: { users, userCount } }: { duty: Duty }) {
  if (userCount === 0) return <Tag color="success">{t('duties.none')}</Tag>;
  return (
    <span className={styles.holders}>
      {users.map(({ id, name, userName }) => (
        <Tag key={id} color="warning">
          {name ? `${name} ${userName}` : userName}
        </Tag>
      ))}
      {userCount > users.length && t('duties.more', { count: userCount })}
    </span>
  );
}
