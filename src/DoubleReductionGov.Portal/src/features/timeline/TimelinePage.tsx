import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Timeline, TimelineRow } from '../../api/client';
import { LightLegend } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { useSession } from '../../shared/session';
import { EmptyBlock, Loaded } from '../../shared/states';
import { cityPlansQuery, countyPlansQuery, timelineQuery } from './api';
import { taskIdsOf } from './chartRows';
import { type Zoom, zooms } from './geometry';
import { TimelineChart } from './TimelineChart';
import { TimelineLegend } from './TimelineLegend';
import styles from './timeline.module.css';

export default function TimelinePage() {
  const [search] = useSearchParams();
  const timeline = useQuery(timelineQuery(search.get('plan') ?? undefined));
  return <Loaded query={timeline}>{(data) => <TimelineOfPlan timeline={data} />}</Loaded>;
}

function TimelineOfPlan({ timeline }: { timeline: Timeline }) {
  const { isCity } = useSession();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [homing, setHoming] = useState(0);
  const zoom = zooms.find((name) => name === search.get('zoom')) ?? 'month';
  const put = (name: string, value: string) =>
    setSearch((before) => {
      before.set(name, value);
      return before;
    });
  const toggle = (id: string) => setOpened(toggled(opened, id));
  const linkOf = useCallback(
    (row: TimelineRow) => (isCity ? null : paths.task(row.parentId ?? row.id)),
    [isCity],
  );
  const { planTitle: title, start, due, today } = timeline;
  if (!title || !start || !due) return <EmptyBlock text={t('timeline.empty')} />;
  const dates = t('timeline.subtitle', { title, start, due, today });
  return (
    <>
      <PageHeader
        title={t('timeline.title')}
        subtitle={isCity ? `${dates} · ${t('timeline.cityHint')}` : dates}
      >
        <LightLegend />
      </PageHeader>
      <div className={styles.tools}>
        <PlanChoice chosen={search.get('plan')} onChange={(id) => put('plan', id)} />
        <Segmented<Zoom>
          aria-label={t('timeline.zoom')}
          value={zoom}
          options={zooms.map((name) => ({ value: name, label: t(`timeline.zoom.${name}`) }))}
          onChange={(name) => put('zoom', name)}
        />
        <Button onClick={() => setHoming(homing + 1)}>{t('timeline.toToday')}</Button>
        <Button onClick={() => setOpened(new Set(opened.size > 0 ? [] : taskIdsOf(timeline.rows)))}>
          {t(opened.size > 0 ? 'timeline.closeAll' : 'timeline.openAll')}
        </Button>
        <TimelineLegend />
      </div>
      {timeline.rows.length === 0 ? (
        <EmptyBlock text={t('timeline.empty')} />
      ) : (
        <TimelineChart
          rows={timeline.rows}
          days={{ start, due, today }}
          zoom={zoom}
          opened={opened}
          homing={homing}
          linkOf={linkOf}
          onToggle={toggle}
        />
      )}
    </>
  );
}

function PlanChoice({ chosen, onChange }: { chosen: string | null; onChange: (id: string) => void }) {
  const { isCity } = useSession();
  const ofCounty = useQuery({ ...countyPlansQuery(), enabled: !isCity });
  const ofCity = useQuery({ ...cityPlansQuery(), enabled: isCity });
  const published = ofCity.data?.items.filter((plan) => plan.state === 'Published');
  const plans = (isCity ? published : ofCounty.data?.plans) ?? [];
  if (plans.length < 2) return null;
  return (
    <Select<string>
      className={styles.plan}
      value={chosen ?? plans[0]?.id}
      aria-label={t('field.plan')}
      options={plans.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={onChange}
    />
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
