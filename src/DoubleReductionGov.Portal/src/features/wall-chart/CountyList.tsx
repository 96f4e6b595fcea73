import type { WallChartCounty } from '../../api/client';
import { LightMark, LightTag } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks, lightWord } from '../../shared/light';
import { countyLights } from './chart';
import styles from './wallChart.module.css';

interface Props {
  counties: WallChartCounty[];
  chosen: string | null;
  onChoose: (countyId: string) => void;
}

/** In the order of the directory, not a ranking: each county with its light, progress and number of lights. */
export function CountyList({ counties, chosen, onChoose }: Props) {
  return (
    <ul className={styles.counties}>
      {counties.map((county) => (
        <li key={county.id}>
          <button
            type="button"
            className={styles.county}
            aria-pressed={county.id === chosen}
            aria-label={labelOf(county)}
            onClick={() => onChoose(county.id)}
          >
            <span className={styles.countyName}>{county.name}</span>
            <LightTag light={county.light} />
            <span className={styles.countyLights}>
              {countyLights(county).map(({ light, count }) => (
                <span key={light} style={{ color: lightLooks[light].ink }}>
                  <LightMark light={light} size={10} /> {count}
                </span>
              ))}
            </span>
            <span className={styles.countyBar}>
              <span style={{ width: `${county.progress}%`, background: lightLooks[county.light].fill }} />
            </span>
            <span className={styles.countyValue}>{county.progress}%</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function labelOf(county: WallChartCounty): string {
  const lights = countyLights(county).map(({ light, count }) => `${lightWord(light)} ${count}`);
  const choose = t('wallChart.county.choose', { name: county.name });
  const progress = `${t('progress.word')} ${county.progress}%`;
  return [choose, lightWord(county.light), progress, ...lights].join(t('text.list'));
}
