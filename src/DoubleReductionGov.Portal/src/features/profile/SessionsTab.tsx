import { useQuery } from '@tanstack/react-query';
import { App, Button, Table, Tag } from 'antd';
import type { Session } from '../../api/client';
import { browserName } from '../../shared/browser';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { endOtherSessions, endSession, sessionsQuery } from './api';
import styles from './profile.module.css';

export function SessionsTab() {
  const { modal } = App.useApp();
  const sessions = useQuery(sessionsQuery);
  const endOthers = useAction(endOtherSessions, { done: t('profile.sessions.endedOthers') });
  const ask = () =>
    modal.confirm({
      title: t('profile.sessions.endOthers.sure'),
      okText: t('profile.sessions.endOthers'),
      onOk: () => endOthers.mutate(undefined),
    });
  return (
    <Loaded query={sessions}>
      {({ items }) => (
        <>
          <div className={styles.buttons}>
            <Button disabled={items.length < 2} loading={endOthers.isPending} onClick={ask}>
              {t('profile.sessions.endOthers')}
            </Button>
          </div>
          <Table<Session>
            aria-label={t('profile.sessions.table')}
            rowKey="id"
            size="middle"
            pagination={false}
            scroll={{ x: 760 }}
            dataSource={items}
            columns={[
              {
                title: t('sessions.device'),
                key: 'device',
                width: 150,
                render: (_, { device, isCurrent }) => (
                  <>
                    {device ?? '—'} {isCurrent && <Tag color="success">{t('sessions.current')}</Tag>}
                  </>
                ),
              },
              { title: t('sessions.browser'), dataIndex: 'browser', render: browserName },
              { title: t('log.address'), dataIndex: 'address', width: 140 },
              { title: t('sessions.signedIn'), dataIndex: 'signedIn', width: 150, render: formatTime },
              {
                title: t('sessions.lastAccessed'),
                dataIndex: 'lastAccessed',
                width: 150,
                render: formatTime,
              },
              {
                title: t('field.action'),
                key: 'action',
                width: 80,
                render: (_, session) => !session.isCurrent && <EndButton session={session} />,
              },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

function EndButton({ session: { id, signedIn } }: { session: Session }) {
  const end = useAction(() => endSession(id), { done: t('sessions.ended') });
  return (
    <Button
      size="small"
      danger
      loading={end.isPending}
      aria-label={`${t('profile.sessions.end')} ${formatTime(signedIn)}`}
      onClick={() => end.mutate(undefined)}
    >
      {t('profile.sessions.end')}
    </Button>
  );
}
