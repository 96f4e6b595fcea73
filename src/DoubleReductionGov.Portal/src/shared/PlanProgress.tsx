import type { Light } from '../api/client';
import { t } from './language';
import { lightLooks } from './light';
import styles from './PlanProgress.module.css';

interface Props {
  light: Light;
  progress: number;
  planned: number;
  large?: boolean;
}

/** The bar is what was done; the upright mark is where the plan stands today. */
export function PlanProgress({ light, progress, planned, large = false }: Props) {
  return (
    <div
      className={large ? `${styles.progress} ${styles.large}` : styles.progress}
      role="img"
      aria-label={t('progress.sentence', { progress, planned })}
      title={t('progress.sentence', { progress, planned })}
    >
      <div className={styles.track}>
        <div className={styles.bar} style={{ width: `${progress}%`, background: lightLooks[light].fill }} />
        <div className={styles.planned} style={{ left: `${planned}%` }} />
      </div>
      <span className={styles.value}>{progress}%</span>
    </div>
  );
}
