import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, Select, type TableColumnsType } from 'antd';
import { api, http, type SecurityLog } from '../../api/client';
import { browserName } from '../../shared/browser';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import { saveFile } from '../../shared/download';
import filters from '../../shared/filters.module.css';
import { t } from '../../shared/language';
import { type ListSearch, useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { PeriodInput } from '../../shared/PeriodInput';
import { SearchInput } from '../../shared/SearchInput';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { securityActions } from './securityActions';

const filterKeys = ['from', 'to', 'userName', 'action', 'clientIpAddress', 'correlationId'] as const;
type FilterKey = (typeof filterKeys)[number];

const logQuery = (query: ListSearch<FilterKey>['query']) =>
  api.queryOptions('get', '/api/administration/security-log', { params: { query } });

const exportLog = (query: Partial<Record<FilterKey, string>>) =>
  http.GET('/api/administration/security-log/export', { params: { query }, parseAs: 'blob' });

export default function SecurityLogPage() {
  const search = useListSearch(filterKeys);
  const log = useQuery({ ...logQuery(search.query), placeholderData: keepPreviousData });
  const save = useAction(() => saveFile(exportLog(search.values), `${t('securityLog.file')}.csv`));
  return (
    <>
      <PageHeader title={t('securityLog.title')} subtitle={t('securityLog.subtitle')}>
        <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate(undefined)}>
          {t('action.export')}
        </Button>
      </PageHeader>
      <Card>
        <LogFilters search={search} />
        <Loaded query={log}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('securityLog.table')}
              rowKey="id"
              columns={columns()}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('securityLog.empty')}
              width={1060}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function LogFilters({ search: { values, change, reset } }: { search: ListSearch<FilterKey> }) {
  return (
    <search className={filters.filters}>
      <PeriodInput from={values.from} to={values.to} onChange={change} />
      <SearchInput
        narrow
        value={values.userName}
        label={t('field.userName')}
        onSearch={(userName) => change({ userName })}
      />
      <Select
        allowClear
        className={filters.wide}
        showSearch={{ optionFilterProp: 'label' }}
        value={values.action}
        placeholder={t('securityLog.action.all')}
        aria-label={t('securityLog.action')}
        onChange={(action) => change({ action })}
        options={securityActions.map((action) => ({
          value: action,
          label: t(`securityLog.action.${action}`),
        }))}
      />
      <SearchInput
        narrow
        value={values.clientIpAddress}
        label={t('log.address')}
        onSearch={(clientIpAddress) => change({ clientIpAddress })}
      />
      <SearchInput
        narrow
        value={values.correlationId}
        label={t('securityLog.correlation')}
        onSearch={(correlationId) => change({ correlationId })}
      />
      {Object.keys(values).length > 0 && <Button onClick={reset}>{t('action.reset')}</Button>}
    </search>
  );
}

function columns(): TableColumnsType<SecurityLog> {
  return [
    { title: t('field.time'), dataIndex: 'creationTime', width: 150, render: formatTime },
    { title: t('securityLog.action'), dataIndex: 'actionName', width: 210 },
    {
      title: t('field.userName'),
      dataIndex: 'userName',
      width: 150,
      render: (name: string | null) => name ?? '—',
    },
    { title: t('securityLog.identity'), dataIndex: 'identity', width: 140, ellipsis: true },
    { title: t('log.address'), dataIndex: 'clientIpAddress', width: 140 },
    { title: t('securityLog.browser'), dataIndex: 'browserInfo', render: browserName },
    { title: t('securityLog.correlation'), dataIndex: 'correlationId', width: 170, ellipsis: true },
  ];
}
