import type { WallChart } from '../../api/client';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks, lightMeaning, lightsWorstFirst, lightWord } from '../../shared/light';
import { countLights, doneCount, overallProgress } from './chart';
import styles from './wallChart.module.css';

/** The numbers of the whole city. */
export function TotalsStrip({ chart }: { chart: WallChart }) {
  const lights = countLights(chart.cells);
  return (
    <div className={styles.totals}>
      <div className={styles.total}>
        <span>{t('wallChart.totals.progress')}</span>
        <strong>
          {overallProgress(chart.counties)}
          <small>%</small>
        </strong>
      </div>
      <div className={styles.total}>
        <span>{t('wallChart.totals.cells')}</span>
        <strong>
          {chart.cells.length}
          <small>{t('wallChart.totals.items')}</small>
        </strong>
      </div>
      <div className={styles.total}>
        <span>{t('wallChart.totals.done')}</span>
        <strong>
          {doneCount(chart.cells)}
          <small>{t('wallChart.totals.items')}</small>
        </strong>
      </div>
      {lightsWorstFirst.map((light) => (
        <div key={light} className={styles.total} style={{ borderLeftColor: lightLooks[light].fill }}>
          <span>
            <LightMark light={light} /> {lightWord(light)} {lightMeaning(light)}
          </span>
          <strong style={{ color: lightLooks[light].ink }}>
            {lights[light]}
            <small>{t('wallChart.totals.items')}</small>
          </strong>
        </div>
      ))}
    </div>
  );
}
