import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { AuditLogItem } from '../../api/client';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import { saveFile } from '../../shared/download';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { AuditFilters } from './AuditFilters';
import { AuditLogDrawer } from './AuditLogDrawer';
import { auditLogsQuery, exportAuditLogs, filterKeys } from './api';
import styles from './auditLog.module.css';

export default function AuditLogPage() {
  const search = useListSearch(filterKeys);
  const logs = useQuery({ ...auditLogsQuery(search), placeholderData: keepPreviousData });
  const [open, setOpen] = useState<string | null>(null);
  const save = useAction((format: 'Csv' | 'Xlsx') =>
    saveFile(exportAuditLogs(search.values, format), `${t('auditLog.file')}.${format.toLowerCase()}`),
  );
  return (
    <>
      <PageHeader
        title={t('auditLog.title')}
        subtitle={
          search.values.from ? t('auditLog.subtitle') : `${t('auditLog.subtitle')} · ${t('auditLog.default')}`
        }
      >
        {(['Csv', 'Xlsx'] as const).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            loading={save.isPending && save.variables === format}
            onClick={() => save.mutate(format)}
          >
            {t(format === 'Csv' ? 'auditLog.export.csv' : 'auditLog.export.xlsx')}
          </Button>
        ))}
      </PageHeader>
      <Card>
        <AuditFilters search={search} />
        <Loaded query={logs}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('auditLog.table')}
              rowKey="id"
              columns={columnsOf(setOpen)}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('auditLog.empty')}
              width={1040}
              loading={logs.isPlaceholderData}
            />
          )}
        </Loaded>
      </Card>
      {open && <AuditLogDrawer id={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function columnsOf(onOpen: (id: string) => void): TableColumnsType<AuditLogItem> {
  return [
    {
      title: t('field.time'),
      key: 'executionTime',
      sorter: true,
      width: 150,
      render: (_, { executionTime }) => formatTime(executionTime),
    },
    {
      title: t('field.userName'),
      key: 'userName',
      width: 150,
      render: (_, { userName, isFromOutside }) => (
        <>
          {userName ?? '—'} {isFromOutside && <Tag color="purple">{t('auditLog.outside')}</Tag>}
        </>
      ),
    },
    {
      title: t('auditLog.action'),
      key: 'action',
      render: (_, { actionName, httpMethod, url }) => (
        <>
          <strong>{actionName ?? '—'}</strong>
          <div className={styles.soft}>
            {httpMethod} {url}
          </div>
        </>
      ),
    },
    {
      title: t('auditLog.status'),
      key: 'status',
      width: 90,
      render: (_, { httpStatusCode, hasException }) => (
        <Tag color={hasException || (httpStatusCode ?? 0) >= 400 ? 'error' : 'success'}>
          {httpStatusCode ?? '—'}
        </Tag>
      ),
    },
    { title: t('auditLog.changes'), dataIndex: 'entityChangeCount', width: 90, align: 'right' },
    {
      title: t('auditLog.duration'),
      key: 'executionDuration',
      sorter: true,
      width: 130,
      align: 'right',
      render: (_, { executionDuration }) => executionDuration,
    },
    { title: t('log.address'), dataIndex: 'clientIpAddress', width: 130 },
    {
      title: t('field.action'),
      key: 'detail',
      width: 80,
      fixed: 'right',
      render: (_, { id, executionTime }) => (
        <Button
          type="link"
          size="small"
          aria-label={`${t('log.detail')} ${formatTime(executionTime)}`}
          onClick={() => onOpen(id)}
        >
          {t('log.detail')}
        </Button>
      ),
    },
  ];
}
