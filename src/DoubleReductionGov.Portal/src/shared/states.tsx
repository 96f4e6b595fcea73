import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Empty, Result, Spin } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ApiError, isStatus } from '../api/apiError';
import { t } from './language';
import { paths } from './paths';

export function LoadingBlock({ height = 320 }: { height?: number | string }) {
  return (
    <div
      role="status"
      aria-label={t('page.loading')}
      style={{ display: 'grid', placeItems: 'center', height }}
    >
      <Spin size="large" />
    </div>
  );
}

export function EmptyBlock({ text = t('page.empty'), children }: { text?: ReactNode; children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text} style={{ margin: 0, padding: '12px 0' }}>
      {children}
    </Empty>
  );
}

function HomeLink() {
  return (
    <Link to={paths.home}>
      <Button type="primary">{t('action.home')}</Button>
    </Link>
  );
}

export function ForbiddenBlock() {
  return (
    <Result status="403" title={t('error.403.title')} subTitle={t('error.403.hint')} extra={<HomeLink />} />
  );
}

export function NotFoundBlock() {
  return (
    <Result status="404" title={t('error.404.title')} subTitle={t('error.404.hint')} extra={<HomeLink />} />
  );
}

/** What the server said if it said anything, else that it could not be reached. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return error instanceof TypeError ? t('error.network') : t('error.unexpected');
}

export function ErrorBlock({ error, retry }: { error: unknown; retry?: () => void }) {
  if (isStatus(error, 403) && !error.code) return <ForbiddenBlock />;
  if (isStatus(error, 404)) return <NotFoundBlock />;
  const again = retry && (
    <Button type="primary" onClick={retry}>
      {t('action.retry')}
    </Button>
  );
  return <Result status="warning" title={t('error.load')} subTitle={messageOf(error)} extra={again} />;
}

interface LoadedProps<T> {
  query: UseQueryResult<T, unknown>;
  height?: number | string;
  children: (data: T) => ReactNode;
}

/** Waiting, failed or there: the three looks of anything that is fetched. */
export function Loaded<T>({ query, height, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorBlock error={query.error} retry={() => void query.refetch()} />;
  return <LoadingBlock height={height} />;
}
