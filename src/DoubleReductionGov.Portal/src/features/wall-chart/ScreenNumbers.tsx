import type { Light, WallChart, WallChartCounty } from '../../api/client';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks, lightsWorstFirst, lightWord } from '../../shared/light';
import { countLights, countyLights, doneCount, overallProgress, sectionTotalsOf } from './chart';
import styles from './screen.module.css';

export function ScreenTotals({ chart }: { chart: WallChart }) {
  const lights = countLights(chart.cells);
  const items = t('wallChart.totals.items');
  return (
    <div className={styles.totals}>
      <Total name={t('wallChart.totals.progress')} value={overallProgress(chart.counties)} unit="%" />
      <Total name={t('wallChart.totals.cells')} value={chart.cells.length} unit={items} />
      <Total name={t('wallChart.totals.done')} value={doneCount(chart.cells)} unit={items} />
      {lightsWorstFirst.map((light) => (
        <Total key={light} name={lightWord(light)} value={lights[light]} unit={items} light={light} />
      ))}
    </div>
  );
}

function Total({ name, value, unit, light }: { name: string; value: number; unit: string; light?: Light }) {
  const glow = light && lightLooks[light].glow;
  return (
    <div className={styles.total}>
      <div className={styles.totalName}>
        {light && <LightMark light={light} size={18} color={glow} />} {name}
      </div>
      <div className={styles.totalValue} style={{ color: glow }}>
        {value}
        <small>{unit}</small>
      </div>
    </div>
  );
}

export function ScreenCounties({ counties }: { counties: WallChartCounty[] }) {
  return (
    <ul className={styles.counties}>
      {counties.map((county) => (
        <li key={county.id}>
          <span className={styles.countyName}>
            <LightMark light={county.light} size={16} color={lightLooks[county.light].glow} /> {county.name}
          </span>
          <span className={styles.track}>
            <span style={{ width: `${county.progress}%`, background: lightLooks[county.light].glow }} />
          </span>
          <span className={styles.countyValue}>{county.progress}%</span>
          <span className={styles.countyLights}>
            {countyLights(county).map(({ light, count }) => (
              <span key={light} style={{ color: lightLooks[light].glow }}>
                <LightMark light={light} size={12} color={lightLooks[light].glow} /> {count}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** For each section of the plan how many county tasks show which light. */
export function ScreenSections({ chart }: { chart: WallChart }) {
  return (
    <ul className={styles.sections}>
      {sectionTotalsOf(chart).map(({ title, lights, count }) => (
        <li key={title}>
          <span className={styles.sectionName}>{title}</span>
          <span className={styles.stack}>
            {lightsWorstFirst
              .filter((light) => lights[light] > 0)
              .map((light) => (
                <span
                  key={light}
                  style={{ width: `${(100 * lights[light]) / count}%`, background: lightLooks[light].glow }}
                >
                  <LightMark light={light} size={12} color="#0a2145" /> {lights[light]}
                </span>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
