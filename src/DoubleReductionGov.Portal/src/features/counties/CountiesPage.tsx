import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Card, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { CountyListItem } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import filters from '../../shared/filters.module.css';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { permissions } from '../../shared/permissions';
import { RowMenu } from '../../shared/RowMenu';
import { SearchInput } from '../../shared/SearchInput';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { activateCounty, countiesQuery } from './api';
import { CountyDrawer } from './CountyDrawer';
import { DeactivateDialog } from './DeactivateDialog';

type Work = { kind: 'create' } | { kind: 'edit' | 'deactivate'; county: CountyListItem };

export default function CountiesPage() {
  const can = useCan();
  const search = useListSearch(['filter']);
  const counties = useQuery({ ...countiesQuery(search.query), placeholderData: keepPreviousData });
  const [work, setWork] = useState<Work | null>(null);
  const close = () => setWork(null);
  return (
    <>
      <PageHeader title={t('counties.title')} subtitle={t('counties.subtitle')}>
        <ActionButton
          allowed={can(permissions.countiesManage)}
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setWork({ kind: 'create' })}
        >
          {t('counties.new')}
        </ActionButton>
      </PageHeader>
      <Card>
        <search className={filters.filters}>
          <SearchInput
            value={search.values.filter}
            label={t('counties.search')}
            onSearch={(filter) => search.change({ filter })}
          />
        </search>
        <Loaded query={counties}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('counties.table')}
              rowKey="id"
              columns={columnsOf(can(permissions.countiesManage), setWork)}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('counties.empty')}
              width={820}
            />
          )}
        </Loaded>
      </Card>
      {work?.kind === 'deactivate' && <DeactivateDialog county={work.county} onClose={close} />}
      {(work?.kind === 'create' || work?.kind === 'edit') && (
        <CountyDrawer county={work.kind === 'edit' ? work.county : null} onClose={close} />
      )}
    </>
  );
}

function columnsOf(mayManage: boolean, onWork: (work: Work) => void): TableColumnsType<CountyListItem> {
  return [
    {
      title: t('counties.name'),
      key: 'name',
      sorter: true,
      render: (_, { name }) => <strong>{name}</strong>,
    },
    { title: t('counties.code'), dataIndex: 'code', width: 140 },
    {
      title: t('counties.database'),
      key: 'database',
      width: 220,
      render: (_, { hasOwnDatabase, connection }) => (
        <>
          <Tag color={hasOwnDatabase ? 'processing' : 'default'}>
            {t(hasOwnDatabase ? 'counties.database.own' : 'counties.database.shared')}
          </Tag>
          {connection && <div>{connection}</div>}
        </>
      ),
    },
    {
      title: t('field.state'),
      key: 'state',
      width: 100,
      render: (_, { isActive }) => (
        <Tag color={isActive ? 'success' : 'default'}>{t(isActive ? 'state.active' : 'state.inactive')}</Tag>
      ),
    },
    {
      title: t('counties.created'),
      key: 'creationTime',
      sorter: true,
      width: 160,
      render: (_, { creationTime }) => formatTime(creationTime),
    },
    {
      title: t('field.action'),
      key: 'action',
      width: 80,
      render: (_, county) => mayManage && <CountyMenu county={county} onWork={onWork} />,
    },
  ];
}

function CountyMenu({ county, onWork }: { county: CountyListItem; onWork: (work: Work) => void }) {
  const { modal } = App.useApp();
  const activate = useAction(() => activateCounty(county), { done: t('counties.activated') });
  const askActivate = () =>
    modal.confirm({
      title: t('counties.activate.sure', { name: county.name }),
      content: t('counties.activate.hint'),
      okText: t('counties.activate'),
      onOk: () => activate.mutate(undefined),
    });
  return (
    <RowMenu
      label={county.name}
      items={[
        { text: t('action.edit'), run: () => onWork({ kind: 'edit', county }) },
        !county.isActive && { text: t('counties.activate'), run: askActivate },
        county.isActive && {
          text: t('counties.deactivate'),
          danger: true,
          run: () => onWork({ kind: 'deactivate', county }),
        },
      ]}
    />
  );
}
