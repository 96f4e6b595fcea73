import { CalendarOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { api, dataOf, http, type ReferenceDate } from '../api/client';
import { DayInput } from '../shared/DayInput';
import type { Day } from '../shared/dates';
import { t } from '../shared/language';
import { permissions } from '../shared/permissions';
import { useCan } from '../shared/session';
import { useAction } from '../shared/useAction';
import styles from './HeaderTools.module.css';

/** The day for which lights and planned progress are computed; the city's leader may fix another one. */
export function ReferenceDateControl() {
  const can = useCan();
  const reference = useQuery(api.queryOptions('get', '/api/programme/reference-date'));
  if (!reference.data) return null;
  const { date, isFixed, realDate } = reference.data;
  const label = (
    <Button
      type="text"
      className={styles.tool}
      icon={<CalendarOutlined />}
      aria-label={`${t('reference.label')} ${date}`}
    >
      <span>
        <span className={styles.label}>{t('reference.label')} </span>
        {date}
      </span>
      {isFixed && <span className={styles.badge}>{t('reference.fixed')}</span>}
    </Button>
  );
  if (!can(permissions.referenceDate))
    return <Tooltip title={t('reference.hint', { date: realDate })}>{label}</Tooltip>;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('reference.choose')}
      content={<ReferenceDatePanel key={date} reference={reference.data} />}
    >
      {label}
    </Popover>
  );
}

function ReferenceDatePanel({ reference }: { reference: ReferenceDate }) {
  const [date, setDate] = useState<Day | null>(reference.date);
  const save = useAction(
    (day: Day | null) => dataOf(http.PUT('/api/programme/reference-date', { body: { date: day } })),
    { done: t('reference.saved') },
  );
  return (
    <div className={styles.panel}>
      <p>{t('reference.hint', { date: reference.realDate })}</p>
      <DayInput value={date} onChange={setDate} allowClear={false} aria-label={t('reference.label')} />
      <div className={styles.buttons}>
        <Button type="primary" disabled={!date} loading={save.isPending} onClick={() => save.mutate(date)}>
          {t('reference.set')}
        </Button>
        <Button disabled={!reference.isFixed} onClick={() => save.mutate(null)}>
          {t('reference.reset')}
        </Button>
      </div>
    </div>
  );
}
