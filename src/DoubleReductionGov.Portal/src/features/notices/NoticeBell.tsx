import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { t } from '../../shared/language';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { markAllRead, noticesQuery, unreadQuery } from './api';
import { NoticeList } from './NoticeList';
import styles from './notices.module.css';
import { useNoticeHub } from './useNoticeHub';

const aMinute = 60_000;

/** The number of unread notices in the header; a click shows the newest. */
export function NoticeBell({ className }: { className?: string }) {
  const [open, setOpen] = useState(false);
  const connected = useNoticeHub();
  const unread = useQuery({ ...unreadQuery, refetchInterval: connected ? false : aMinute });
  const count = unread.data?.count ?? 0;
  return (
    <>
      <Button
        type="text"
        className={className}
        icon={
          <Badge count={count} size="small" overflowCount={99} title="">
            <BellOutlined className={styles.bell} />
          </Badge>
        }
        aria-label={t('notices.bell', { count })}
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={open}
        size={420}
        title={t('notices.title')}
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        <NewestNotices unread={count} onLeave={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function NewestNotices({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const notices = useQuery(noticesQuery({ maxResultCount: 10 }));
  const markAll = useAction(markAllRead, { done: t('notices.marked') });
  return (
    <>
      <div className={styles.tools}>
        <Button size="small" disabled={unread === 0} onClick={() => markAll.mutate(undefined)}>
          {t('notices.markAll')}
        </Button>
        <Link to={paths.notices} onClick={onLeave}>
          {t('notices.all')}
        </Link>
      </div>
      <Loaded query={notices}>
        {({ items }) => <NoticeList notices={items} empty={t('notices.empty')} onLeave={onLeave} />}
      </Loaded>
    </>
  );
}
