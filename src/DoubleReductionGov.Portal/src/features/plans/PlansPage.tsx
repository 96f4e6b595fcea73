import { DeleteOutlined, ImportOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PlanListItem } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { EmptyBlock, Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { plansQuery, removePlan } from './api';
import { ImportDialog } from './ImportDialog';
import { PlanStateTag } from './PlanStateTag';
import styles from './plans.module.css';

export default function PlansPage() {
  const can = useCan();
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const plans = useQuery(plansQuery());
  return (
    <>
      <PageHeader title={t('plans.title')} subtitle={t('plans.subtitle')}>
        <ActionButton
          allowed={can(permissions.plansImport)}
          type="primary"
          icon={<ImportOutlined />}
          onClick={() => setImporting(true)}
        >
          {t('plans.import')}
        </ActionButton>
      </PageHeader>
      <Card>
        <Loaded query={plans}>
          {({ items }) => (
            <Table<PlanListItem>
              rowKey="id"
              size="middle"
              pagination={false}
              scroll={{ x: 900 }}
              columns={columnsOf(can(permissions.plansImport))}
              dataSource={items}
              locale={{ emptyText: <EmptyBlock text={t('plans.empty')} /> }}
            />
          )}
        </Loaded>
      </Card>
      {importing && (
        <ImportDialog
          onImported={(plan) => void navigate(paths.plan(plan.id))}
          onClose={() => setImporting(false)}
        />
      )}
    </>
  );
}

function columnsOf(mayRemove: boolean): TableColumnsType<PlanListItem> {
  return [
    {
      title: t('plans.name'),
      key: 'title',
      render: (_, plan) => (
        <>
          <Link to={paths.plan(plan.id)}>{plan.title}</Link>
          <div className={styles.soft}>{plan.code}</div>
        </>
      ),
    },
    { title: t('plans.year'), dataIndex: 'year', width: 80 },
    {
      title: t('field.state'),
      dataIndex: 'state',
      width: 100,
      render: (state) => <PlanStateTag state={state} />,
    },
    {
      title: t('plans.dates'),
      key: 'dates',
      width: 190,
      render: (_, { start, due }) => `${start} – ${due}`,
    },
    {
      title: t('plans.tasks'),
      key: 'count',
      width: 110,
      render: (_, { taskCount, leafCount }) => `${taskCount} / ${leafCount}`,
    },
    {
      title: t('plans.missing'),
      dataIndex: 'missingCount',
      width: 90,
      render: (count: number) => (count > 0 ? <span className={styles.missing}>{count}</span> : 0),
    },
    {
      title: t('plans.issued'),
      key: 'issued',
      width: 120,
      render: (_, plan) =>
        plan.state === 'Published'
          ? t('plans.issued.of', { count: plan.issuedCounties, total: plan.countyCount })
          : '—',
    },
    {
      title: t('field.action'),
      key: 'remove',
      width: 56,
      render: (_, plan) => mayRemove && plan.state === 'Draft' && <RemoveButton plan={plan} />,
    },
  ];
}

function RemoveButton({ plan }: { plan: PlanListItem }) {
  const remove = useAction(() => removePlan(plan.id), { done: t('plans.removed') });
  return (
    <Popconfirm
      title={t('plans.remove.sure', { title: plan.title })}
      onConfirm={() => remove.mutate(undefined)}
    >
      <Button
        type="text"
        icon={<DeleteOutlined />}
        loading={remove.isPending}
        aria-label={`${t('plans.remove')} ${plan.title}`}
      />
    </Popconfirm>
  );
}
