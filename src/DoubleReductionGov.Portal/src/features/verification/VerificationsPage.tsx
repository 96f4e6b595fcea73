import { useQuery } from '@tanstack/react-query';
import { Card, Segmented, Table, type TableColumnsType, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { WaitingItem } from '../../api/client';
import { type Day, formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { EmptyBlock, Loaded } from '../../shared/states';
import { referenceDateQuery, waitingQuery } from './api';
import styles from './verification.module.css';
import { daysWaiting, inWaitingOrder } from './waitingOrder';

export default function VerificationsPage() {
  const waiting = useQuery(waitingQuery());
  const reference = useQuery(referenceDateQuery());
  return (
    <>
      <PageHeader title={t('verification.title')} subtitle={t('verification.subtitle')} />
      <Loaded query={waiting}>
        {({ items }) => (
          <Loaded query={reference}>
            {({ date, realDate }) => <WaitingTable items={items} today={date} realDay={realDate} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function WaitingTable({ items, today, realDay }: { items: WaitingItem[]; today: Day; realDay: Day }) {
  const [search, setSearch] = useSearchParams();
  const mineOnly = search.get('mine') === '1';
  const ordered = inWaitingOrder(items);
  const mine = ordered.filter((item) => item.mine);
  const scopes = [
    { value: 'all', label: `${t('verification.all')} ${items.length}` },
    { value: 'mine', label: `${t('verification.mine')} ${mine.length}` },
  ];
  return (
    <Card
      title={
        <Segmented
          aria-label={t('verification.scope')}
          options={scopes}
          value={mineOnly ? 'mine' : 'all'}
          onChange={(scope) => setSearch(scope === 'mine' ? { mine: '1' } : {})}
        />
      }
    >
      <Table<WaitingItem>
        rowKey={(item) => `${item.countyId}-${item.taskId}-${item.kind}`}
        size="middle"
        pagination={false}
        scroll={{ x: 1000 }}
        columns={columnsOf(today, realDay)}
        dataSource={mineOnly ? mine : ordered}
        locale={{ emptyText: <EmptyBlock text={t('verification.empty')} /> }}
      />
    </Card>
  );
}

function columnsOf(today: Day, realDay: Day): TableColumnsType<WaitingItem> {
  return [
    {
      title: t('verification.kind'),
      dataIndex: 'kind',
      width: 108,
      render: (kind: WaitingItem['kind']) => (
        <Tag color={kind === 'Claim' ? 'purple' : 'warning'}>{t(`verification.kind.${kind}`)}</Tag>
      ),
    },
    { title: t('field.county'), dataIndex: 'countyName', width: 110 },
    {
      title: t('field.task'),
      key: 'task',
      render: (_, item) => (
        <>
          <Link to={addressOf(item)} state={{ from: paths.verifications }}>
            {item.number} {item.title}
          </Link>
          <div className={styles.soft}>{item.planTitle}</div>
        </>
      ),
    },
    { title: t('field.person'), dataIndex: 'personName', width: 90 },
    {
      title: t('verification.since'),
      dataIndex: 'since',
      width: 150,
      render: (since: string) => <Since since={since} until={[today, realDay]} />,
    },
    {
      title: t('field.due'),
      key: 'due',
      width: 150,
      render: (_, item) => <Due item={item} today={today} />,
    },
    {
      title: t('verification.issuer'),
      key: 'issuer',
      width: 160,
      render: (_, item) => (
        <>
          {item.issuerName} {item.mine && <Tag color="blue">{t('verification.mine')}</Tag>}
        </>
      ),
    },
    {
      title: t('field.action'),
      key: 'open',
      width: 72,
      render: (_, item) => (
        <Link to={addressOf(item)} state={{ from: paths.verifications }}>
          {t(item.mine ? 'verification.open' : 'verification.look')}
        </Link>
      ),
    },
  ];
}

function Since({ since, until }: { since: string; until: [today: Day, realDay: Day] }) {
  const days = daysWaiting(formatTime(since).slice(0, 10), ...until);
  return (
    <>
      {formatTime(since)}
      <div className={styles.soft}>
        {days === 0 ? t('verification.today') : t('verification.waiting', { days })}
      </div>
    </>
  );
}

function Due({ item, today }: { item: WaitingItem; today: Day }) {
  const overdue = today > item.due;
  return (
    <>
      <span className={overdue ? styles.overdue : undefined}>
        {item.due} {overdue && t('verification.overdue')}
      </span>
      {item.newDue && <div className={styles.soft}>{t('verification.newDue', { due: item.newDue })}</div>}
    </>
  );
}

function addressOf(item: WaitingItem): string {
  return paths.countyTask(item.countyId, item.taskId);
}
