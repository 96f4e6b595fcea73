import { SettingOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Pagination } from 'antd';
import { Link } from 'react-router';
import { t } from '../../shared/language';
import { pageSize, useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { markAllRead, noticesQuery } from './api';
import { NoticeList } from './NoticeList';
import styles from './notices.module.css';

export default function NoticesPage() {
  const search = useListSearch(['unread']);
  const unreadOnly = search.values.unread === 'true';
  const { skipCount, maxResultCount } = search.query;
  const notices = useQuery({
    ...noticesQuery({ skipCount, maxResultCount, unreadOnly }),
    placeholderData: keepPreviousData,
  });
  const markAll = useAction(markAllRead, { done: t('notices.marked') });
  return (
    <>
      <PageHeader title={t('notices.title')} subtitle={t('notices.subtitle')}>
        <Link to={paths.noticePreference}>
          <Button icon={<SettingOutlined />}>{t('notices.preference')}</Button>
        </Link>
        <Button loading={markAll.isPending} onClick={() => markAll.mutate(undefined)}>
          {t('notices.markAll')}
        </Button>
      </PageHeader>
      <Card>
        <div className={styles.filters}>
          <Checkbox
            checked={unreadOnly}
            onChange={({ target }) => search.change({ unread: target.checked ? 'true' : null })}
          >
            {t('notices.unreadOnly')}
          </Checkbox>
        </div>
        <Loaded query={notices}>
          {({ items, totalCount }) => (
            <>
              <NoticeList notices={items} empty={t(unreadOnly ? 'notices.emptyUnread' : 'notices.empty')} />
              <Pagination
                className={styles.pager}
                align="end"
                current={search.page}
                pageSize={pageSize}
                total={totalCount}
                hideOnSinglePage
                showSizeChanger={false}
                showTotal={(total) => t('page.total', { total })}
                onChange={(page) => search.change({ page: String(page) })}
              />
            </>
          )}
        </Loaded>
      </Card>
    </>
  );
}
