import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Timeline } from 'antd';
import type { Change } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t, tOr } from '../../shared/language';
import { EmptyBlock, Loaded } from '../../shared/states';
import { historyQuery, type TaskPlace } from './api';
import styles from './task.module.css';

const colors: Partial<Record<Change['kind'], string>> = {
  Claimed: 'purple',
  Verified: 'green',
  Returned: 'red',
  ExtensionAsked: 'orange',
  ExtensionGranted: 'green',
  ExtensionRefused: 'red',
};

/** Who did what and when, newest first. */
export function HistoryCard({ place }: { place: TaskPlace }) {
  const history = useInfiniteQuery(historyQuery(place));
  return (
    <Card title={t('task.history')}>
      <Loaded query={history} height={120}>
        {({ pages }) => {
          const changes = pages.flatMap((page) => page.items);
          if (changes.length === 0) return <EmptyBlock text={t('task.history.empty')} />;
          return <Timeline items={changes.map(itemOf)} />;
        }}
      </Loaded>
      {history.hasNextPage && (
        <Button block loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('task.history.more')}
        </Button>
      )}
    </Card>
  );
}

function itemOf(change: Change) {
  return { key: change.id, color: colors[change.kind] ?? 'blue', content: <ChangeText change={change} /> };
}

function ChangeText({ change }: { change: Change }) {
  const { kind, subject, from, to, reason } = change;
  return (
    <div className={styles.change}>
      <div>
        <strong>{tOr(`task.kind.${kind}`, kind)}</strong> {subject}
      </div>
      {(from ?? to) !== null && (
        <div>{from === null || to === null ? (to ?? from) : t('task.change', { from, to })}</div>
      )}
      {reason && <div>{reason}</div>}
      <div className={styles.soft}>
        {[formatTime(change.time), change.who, change.organisation].filter(Boolean).join(' · ')}
      </div>
    </div>
  );
}
