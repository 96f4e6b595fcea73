import { DesktopOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { WallChart } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { LightLegend } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { EmptyBlock, Loaded } from '../../shared/states';
import { AttentionList } from './AttentionList';
import { wallChartQuery } from './api';
import { CountyList } from './CountyList';
import { CountyMap } from './CountyMap';
import { attentionOf } from './chart';
import { Matrix } from './Matrix';
import { TotalsStrip } from './TotalsStrip';
import styles from './wallChart.module.css';

export default function WallChartPage() {
  const [search] = useSearchParams();
  const chart = useQuery(wallChartQuery(search.get('plan') ?? undefined));
  return (
    <Loaded query={chart}>
      {(data) =>
        data.plan ? (
          <ChartOfPlan chart={data} plan={data.plan} />
        ) : (
          <EmptyBlock text={t('wallChart.none')}>{t('wallChart.none.hint')}</EmptyBlock>
        )
      }
    </Loaded>
  );
}

function ChartOfPlan({ chart, plan }: { chart: WallChart; plan: NonNullable<WallChart['plan']> }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (countyId: string) => setChosen(countyId === chosen ? null : countyId);
  const attention = attentionOf(chart, chosen);
  return (
    <>
      <ChartHeader chart={chart} plan={plan} />
      <TotalsStrip chart={chart} />
      <div className={styles.overview}>
        <Panel title={t('wallChart.map')}>
          <CountyMap counties={chart.counties} chosen={chosen} onChoose={choose} />
        </Panel>
        <Panel title={t('wallChart.counties')}>
          <CountyList counties={chart.counties} chosen={chosen} onChoose={choose} />
        </Panel>
        <Panel title={t('wallChart.attention.count', { count: attention.length })}>
          <AttentionList items={attention} today={chart.today} />
        </Panel>
      </div>
      <section className={styles.matrixCard}>
        <div className={styles.matrixTitle}>
          <h2>{t('wallChart.matrix')}</h2>
          <span>{t('wallChart.matrix.hint')}</span>
          <LightLegend />
        </div>
        <Matrix chart={chart} chosen={chosen} />
      </section>
    </>
  );
}

function ChartHeader({ chart, plan }: { chart: WallChart; plan: NonNullable<WallChart['plan']> }) {
  const [, setSearch] = useSearchParams();
  const facts = [
    t('wallChart.subtitle', { plan: plan.title, today: chart.today }),
    chart.asOf && t('wallChart.asOf', { time: formatTime(chart.asOf) }),
  ];
  return (
    <PageHeader title={t('wallChart.title')} subtitle={facts.filter(Boolean).join(' · ')}>
      {chart.plans.length > 1 && (
        <Select<string>
          className={styles.plan}
          value={plan.id}
          aria-label={t('field.plan')}
          options={chart.plans.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => setSearch({ plan: id })}
        />
      )}
      <Link to={`${paths.wallChartScreen}?plan=${plan.id}`}>
        <Button type="primary" icon={<DesktopOutlined />}>
          {t('wallChart.screen')}
        </Button>
      </Link>
      <Link to={`${paths.wallChartPrint}?plan=${plan.id}`}>
        <Button icon={<PrinterOutlined />}>{t('wallChart.print')}</Button>
      </Link>
    </PageHeader>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      <div className={styles.panelBody}>{children}</div>
    </section>
  );
}
