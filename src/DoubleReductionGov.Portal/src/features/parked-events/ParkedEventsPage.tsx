import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Card, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ParkedEvent } from '../../api/client';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import filters from '../../shared/filters.module.css';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { permissions } from '../../shared/permissions';
import { ReasonDialog } from '../../shared/ReasonDialog';
import { RowMenu } from '../../shared/RowMenu';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { databasesQuery, discardEvent, parkedQuery, retryEvent } from './api';

export default function ParkedEventsPage() {
  const can = useCan();
  const search = useListSearch(['countyId']);
  const { countyId } = search.values;
  const { skipCount, maxResultCount } = search.query;
  const events = useQuery({
    ...parkedQuery({ countyId, skipCount, maxResultCount }),
    placeholderData: keepPreviousData,
  });
  const [discarding, setDiscarding] = useState<ParkedEvent | null>(null);
  return (
    <>
      <PageHeader title={t('parkedEvents.title')} subtitle={t('parkedEvents.subtitle')} />
      <Card>
        {can(permissions.counties) && (
          <DatabaseSelect value={countyId} onChange={(chosen) => search.change({ countyId: chosen })} />
        )}
        <Loaded query={events}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('parkedEvents.table')}
              rowKey="id"
              columns={columnsOf(countyId, setDiscarding)}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('parkedEvents.empty')}
              width={1000}
            />
          )}
        </Loaded>
      </Card>
      {discarding && (
        <DiscardDialog event={discarding} countyId={countyId} onClose={() => setDiscarding(null)} />
      )}
    </>
  );
}

/** Only where a county has a database of its own is there a choice. */
function DatabaseSelect({ value, onChange }: { value?: string; onChange: (countyId?: string) => void }) {
  const counties = useQuery(databasesQuery);
  const own = counties.data?.items.filter((county) => county.hasOwnDatabase) ?? [];
  if (own.length === 0) return null;
  return (
    <div className={filters.filters}>
      <Select
        allowClear
        className={filters.wide}
        value={value}
        placeholder={t('parkedEvents.database.city')}
        aria-label={t('parkedEvents.database')}
        onChange={onChange}
        options={own.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  );
}

function columnsOf(
  countyId: string | undefined,
  onDiscard: (event: ParkedEvent) => void,
): TableColumnsType<ParkedEvent> {
  return [
    { title: t('parkedEvents.name'), dataIndex: 'eventName', width: 200 },
    { title: t('parkedEvents.aggregate'), dataIndex: 'aggregate', width: 220, ellipsis: true },
    { title: t('parkedEvents.error'), dataIndex: 'lastError' },
    { title: t('parkedEvents.attempts'), dataIndex: 'attempts', width: 90, align: 'right' },
    { title: t('parkedEvents.created'), dataIndex: 'creationTime', width: 150, render: formatTime },
    { title: t('parkedEvents.parked'), dataIndex: 'parkedTime', width: 150, render: formatTime },
    {
      title: t('field.action'),
      key: 'action',
      width: 80,
      render: (_, event) => <EventMenu event={event} countyId={countyId} onDiscard={onDiscard} />,
    },
  ];
}

interface MenuProps {
  event: ParkedEvent;
  countyId: string | undefined;
  onDiscard: (event: ParkedEvent) => void;
}

function EventMenu({ event, countyId, onDiscard }: MenuProps) {
  const { modal } = App.useApp();
  const retry = useAction(() => retryEvent(event.id, countyId), { done: t('parkedEvents.retried') });
  const askRetry = () =>
    modal.confirm({
      title: t('parkedEvents.retry.sure'),
      okText: t('parkedEvents.retry'),
      onOk: () => retry.mutate(undefined),
    });
  return (
    <RowMenu
      label={event.eventName}
      items={[
        { text: t('parkedEvents.retry'), run: askRetry },
        { text: t('parkedEvents.discard'), danger: true, run: () => onDiscard(event) },
      ]}
    />
  );
}

interface DiscardProps {
  event: ParkedEvent;
  countyId: string | undefined;
  onClose: () => void;
}

function DiscardDialog({ event, countyId, onClose }: DiscardProps) {
  const discard = useAction((reason: string) => discardEvent(event.id, countyId, reason), {
    done: t('parkedEvents.discarded'),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('parkedEvents.discard.title')}
      label={t('parkedEvents.discard.reason')}
      required
      pending={discard.isPending}
      onGiven={discard.mutate}
      onClose={onClose}
    />
  );
}
