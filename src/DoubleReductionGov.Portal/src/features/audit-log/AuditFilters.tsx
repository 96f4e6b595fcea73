import { Button, Select, Tag } from 'antd';
import filters from '../../shared/filters.module.css';
import { t } from '../../shared/language';
import type { ListSearch } from '../../shared/listSearch';
import { PeriodInput } from '../../shared/PeriodInput';
import { SearchInput } from '../../shared/SearchInput';
import type { FilterKey } from './api';
import { shortTypeName } from './values';

const results = ['ok', 'failed'] as const;

export function AuditFilters({ search: { values, change, reset } }: { search: ListSearch<FilterKey> }) {
  const { entityTypeFullName, entityId } = values;
  return (
    <search className={filters.filters}>
      <PeriodInput from={values.from} to={values.to} onChange={change} />
      <SearchInput
        narrow
        value={values.userName}
        label={t('field.userName')}
        onSearch={(userName) => change({ userName })}
      />
      <SearchInput narrow value={values.url} label={t('auditLog.url')} onSearch={(url) => change({ url })} />
      <Select
        allowClear
        className={filters.narrow}
        value={values.result}
        placeholder={t('auditLog.result.all')}
        aria-label={t('auditLog.result')}
        onChange={(result) => change({ result })}
        options={results.map((result) => ({ value: result, label: t(`auditLog.result.${result}`) }))}
      />
      <SearchInput
        narrow
        value={values.minDuration}
        label={t('auditLog.minDuration')}
        onSearch={(text) => change({ minDuration: /^\d{1,7}$/.test(text) ? text : null })}
      />
      <SearchInput
        narrow
        value={values.correlationId}
        label={t('securityLog.correlation')}
        onSearch={(correlationId) => change({ correlationId })}
      />
      {Object.keys(values).length > 0 && <Button onClick={reset}>{t('action.reset')}</Button>}
      {entityTypeFullName && (
        <Tag closable color="processing" onClose={() => change({ entityTypeFullName: null, entityId: null })}>
          {t('auditLog.entity', { type: shortTypeName(entityTypeFullName), id: entityId ?? '' })}
        </Tag>
      )}
    </search>
  );
}
