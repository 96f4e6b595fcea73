import { ExpandOutlined, LogoutOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { WallChart } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { LightLegend } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { wallChartQuery } from './api';
import { CountyMap } from './CountyMap';
import { attentionOf } from './chart';
import { ScaledCanvas } from './ScaledCanvas';
import { ScreenAttention } from './ScreenAttention';
import { ScreenMatrix } from './ScreenMatrix';
import { ScreenCounties, ScreenSections, ScreenTotals } from './ScreenNumbers';
import styles from './screen.module.css';

const refreshMilliseconds = 60_000;

/** The cockpit on the wall of the war room: everything at once, refreshed by itself. */
export default function WallChartScreen() {
  const [search] = useSearchParams();
  const query = wallChartQuery(search.get('plan') ?? undefined);
  const chart = useQuery({
    ...query,
    refetchInterval: refreshMilliseconds,
    refetchIntervalInBackground: true,
  });
  return (
    <ScaledCanvas>
      <Loaded query={chart} height="100%">
        {(data) => <Screen chart={data} />}
      </Loaded>
    </ScaledCanvas>
  );
}

function Screen({ chart }: { chart: WallChart }) {
  const navigate = useNavigate();
  return (
    <main className={styles.screen}>
      <ScreenHeader chart={chart} />
      <ScreenTotals chart={chart} />
      <Panel area="counties" title={t('wallChart.counties')}>
        <ScreenCounties counties={chart.counties} />
      </Panel>
      <Panel area="attention" title={t('wallChart.attention')}>
        <ScreenAttention items={attentionOf(chart)} today={chart.today} />
      </Panel>
      <Panel area="map" title={t('wallChart.map')}>
        <CountyMap
          counties={chart.counties}
          chosen={null}
          dark
          onChoose={() => void navigate(paths.wallChart)}
        />
      </Panel>
      <Panel area="sections" title={t('wallChart.screen.sections')}>
        <ScreenSections chart={chart} />
      </Panel>
      <Panel area="matrix" title={t('wallChart.matrix')} extra={<LightLegend dark />}>
        <ScreenMatrix chart={chart} />
      </Panel>
    </main>
  );
}

function ScreenHeader({ chart }: { chart: WallChart }) {
  const { message } = App.useApp();
  const goFull = () =>
    document.documentElement.requestFullscreen().catch((error: Error) => void message.warning(error.message));
  return (
    <header className={styles.header}>
      <span className={styles.aside}>
        {t('reference.label')} {dayjs(chart.today).format('YYYY-MM-DD dddd')}
      </span>
      <h1>{t('wallChart.screen.title')}</h1>
      <span className={`${styles.aside} ${styles.right}`}>
        {chart.asOf && t('wallChart.asOf', { time: formatTime(chart.asOf).slice(5) })}
        <button type="button" onClick={goFull} aria-label={t('wallChart.screen.full')}>
          <ExpandOutlined />
        </button>
        <Link to={paths.wallChart} aria-label={t('wallChart.screen.exit')}>
          <LogoutOutlined />
        </Link>
      </span>
    </header>
  );
}

interface PanelProps {
  area: string;
  title: string;
  extra?: ReactNode;
  children: ReactNode;
}

function Panel({ area, title, extra, children }: PanelProps) {
  return (
    <section className={styles.panel} style={{ gridArea: area }}>
      <h2>
        {title}
        {extra}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
