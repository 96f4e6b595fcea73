import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { browserName } from '../../shared/browser';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { Loaded } from '../../shared/states';
import { historyQuery } from './api';
import styles from './profile.module.css';

export function HistoryTab() {
  const search = useListSearch([]);
  const { skipCount, maxResultCount } = search.query;
  const history = useQuery({
    ...historyQuery(skipCount, maxResultCount),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <p className={styles.soft}>{t('profile.log.hint')}</p>
      <Loaded query={history}>
        {({ items, totalCount }) => (
          <DataTable
            label={t('profile.log.table')}
            rowKey="id"
            rows={items}
            total={totalCount}
            search={search}
            width={760}
            columns={[
              { title: t('field.time'), dataIndex: 'creationTime', width: 150, render: formatTime },
              { title: t('securityLog.action'), dataIndex: 'actionName', width: 220 },
              { title: t('log.address'), dataIndex: 'clientIpAddress', width: 140 },
              { title: t('securityLog.browser'), dataIndex: 'browserInfo', render: browserName },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
