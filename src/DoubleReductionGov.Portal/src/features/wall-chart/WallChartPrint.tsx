import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { WallChart, WallChartCell } from '../../api/client';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightMeaning, lightsWorstFirst, lightWord } from '../../shared/light';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { wallChartQuery } from './api';
import { cellFinder, sectionsOf } from './chart';
import styles from './print.module.css';

const ink = '#000';

/** One A3 sheet in black on white: the lights are told apart by their shape. */
export default function WallChartPrint() {
  const [search] = useSearchParams();
  const chart = useQuery(wallChartQuery(search.get('plan') ?? undefined));
  return (
    <Loaded query={chart} height="100vh">
      {(data) => (
        <main className={styles.desk}>
          <div className={styles.tools}>
            <Link to={paths.wallChart}>← {t('action.back')}</Link>
            <span>{t('wallChart.print.hint')}</span>
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('wallChart.print.now')}
            </Button>
          </div>
          <Sheet chart={data} />
        </main>
      )}
    </Loaded>
  );
}

function Sheet({ chart }: { chart: WallChart }) {
  return (
    <article className={styles.sheet}>
      <header className={styles.header}>
        <h1>{t('wallChart.print.title')}</h1>
        <div className={styles.facts}>
          <span>{t('wallChart.subtitle', { plan: chart.plan?.title ?? '', today: chart.today })}</span>
          <Legend />
        </div>
      </header>
      <PrintMatrix chart={chart} />
      <footer className={styles.footer}>
        <span>{t('wallChart.print.note')}</span>
        <span className={styles.signature}>{t('wallChart.print.maker')}</span>
        <span className={styles.signature}>{t('wallChart.print.checker')}</span>
        <span className={styles.signature}>{t('wallChart.print.date')}</span>
      </footer>
    </article>
  );
}

function Legend() {
  return (
    <span className={styles.legend}>
      {lightsWorstFirst.map((light) => (
        <span key={light}>
          <LightMark light={light} color={ink} /> {lightWord(light)}（{lightMeaning(light)}）
        </span>
      ))}
    </span>
  );
}

function PrintMatrix({ chart }: { chart: WallChart }) {
  const cellOf = cellFinder(chart.cells);
  const sections = sectionsOf(chart.tasks);
  // The sheet has 228 mm for the lines of the table; a longer plan gets lower lines, not a second sheet.
  const rowHeight = Math.min(9, 228 / (chart.tasks.length + 0.8 * sections.length));
  return (
    <table className={styles.matrix} style={{ fontSize: `${Math.min(3.6, rowHeight * 0.46)}mm` }}>
      <thead>
        <tr>
          <th className={styles.task}>{t('field.task')}</th>
          <th className={styles.lead}>{t('wallChart.matrix.lead')}</th>
          <th className={styles.due}>{t('wallChart.matrix.due')}</th>
          {chart.counties.map((county) => (
            <th key={county.id}>
              {county.name} <LightMark light={county.light} color={ink} /> {county.progress}%
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => (
          <Fragment key={section.title}>
            <tr className={styles.section} style={{ height: `${rowHeight * 0.8}mm` }}>
              <th colSpan={3 + chart.counties.length}>{section.title}</th>
            </tr>
            {section.tasks.map((task) => (
              <tr key={task.planItemId} style={{ height: `${rowHeight}mm` }}>
                <th className={styles.task}>
                  {task.number} {task.title}
                </th>
                <td>{task.leadName}</td>
                <td>{task.due}</td>
                {chart.counties.map((county) => (
                  <td key={county.id}>
                    <PrintCell cell={cellOf(task, county)} />
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function PrintCell({ cell }: { cell: WallChartCell | undefined }) {
  if (!cell) return <>—</>;
  return (
    <span className={styles.cell}>
      <LightMark light={cell.light} color={ink} />
      <strong>{cell.progress}%</strong>
      <span>({cell.planned}%)</span>
      <span className={styles.person}>{cell.personName ?? t('person.none')}</span>
    </span>
  );
}
