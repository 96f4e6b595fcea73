import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import type { Notice, NoticeSeverity } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { safeReturnPath } from '../../shared/paths';
import { EmptyBlock } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { markRead } from './api';
import styles from './notices.module.css';

const colors: Record<NoticeSeverity, string> = {
  Information: 'default',
  Warning: 'warning',
  Urgent: 'error',
};

interface Props {
  notices: Notice[];
  empty: string;
  /** Called when a notice leads to another page. */
  onLeave?: () => void;
}

export function NoticeList({ notices, empty, onLeave }: Props) {
  if (notices.length === 0) return <EmptyBlock text={empty} />;
  return (
    <ul className={styles.list}>
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} onLeave={onLeave} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice, onLeave }: { notice: Notice; onLeave?: () => void }) {
  const { id, title, text, link, severity, time, readAt } = notice;
  const mark = useAction(() => markRead(id));
  const read = () => readAt === null && mark.mutate(undefined);
  return (
    <li className={readAt === null ? styles.unread : undefined}>
      <div className={styles.head}>
        <strong>{title}</strong>
        {severity !== 'Information' && (
          <Tag color={colors[severity]}>{t(`notices.severity.${severity}`)}</Tag>
        )}
        {readAt === null && <span className="visually-hidden">{t('notices.unread')}</span>}
      </div>
      <p>{text}</p>
      <div className={styles.foot}>
        <time dateTime={time}>{formatTime(time)}</time>
        {link && (
          <Link
            to={safeReturnPath(link)}
            aria-label={`${t('notices.open')} ${title}`}
            onClick={() => {
              read();
              onLeave?.();
            }}
          >
            {t('notices.open')}
          </Link>
        )}
        {readAt === null && (
          <Button
            type="link"
            size="small"
            loading={mark.isPending}
            aria-label={`${t('notices.mark')} ${title}`}
            onClick={read}
          >
            {t('notices.mark')}
          </Button>
        )}
      </div>
    </li>
  );
}
