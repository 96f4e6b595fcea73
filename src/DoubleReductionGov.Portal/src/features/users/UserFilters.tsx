import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { t } from '../../shared/language';
import type { ListSearch } from '../../shared/listSearch';
import { organisationsQuery, rolesQuery } from './api';
import { type FilterKey, userStates } from './userFilter';
import styles from './users.module.css';

export function UserFilters({ search }: { search: ListSearch<FilterKey> }) {
  const roles = useQuery(rolesQuery);
  const organisations = useQuery(organisationsQuery);
  const { values, change, reset } = search;
  return (
    <search className={styles.filters}>
      <Input.Search
        key={values.filter ?? ''}
        allowClear
        className={styles.search}
        defaultValue={values.filter}
        placeholder={t('users.search')}
        aria-label={t('users.search')}
        onSearch={(filter) => change({ filter: filter.trim() })}
      />
      <Select
        allowClear
        className={styles.filter}
        value={values.roleId}
        placeholder={t('users.role.all')}
        aria-label={t('field.role')}
        onChange={(roleId) => change({ roleId })}
        options={roles.data?.items.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      />
      <Select
        allowClear
        className={styles.filter}
        showSearch={{ optionFilterProp: 'label' }}
        value={values.organisationId}
        placeholder={t('users.organisation.all')}
        aria-label={t('field.organisation')}
        onChange={(organisationId) => change({ organisationId })}
        options={organisations.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        allowClear
        className={styles.filter}
        value={values.state}
        placeholder={t('users.state.all')}
        aria-label={t('field.state')}
        onChange={(state) => change({ state })}
        options={userStates.map((state) => ({ value: state, label: t(`users.state.${state}`) }))}
      />
      {Object.keys(values).length > 0 && <Button onClick={reset}>{t('action.reset')}</Button>}
    </search>
  );
}
