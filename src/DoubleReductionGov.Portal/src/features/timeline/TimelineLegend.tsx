import { t } from '../../shared/language';
import styles from './timeline.module.css';

export function TimelineLegend() {
  return (
    <div className={styles.legend}>
      <span>
        <Sample fill="#c3d1e4" />
        {t('timeline.legend.plan')}
      </span>
      <span>
        <Sample fill="#2f9e44" />
        {t('timeline.legend.actual')}
      </span>
      <span>
        <svg width={26} height={8} aria-hidden="true">
          <line x1={0} x2={26} y1={4} y2={4} stroke="#d9262f" strokeWidth={3} strokeDasharray="3 3" />
        </svg>
        {t('timeline.legend.overdue')}
      </span>
      <span>
        <svg width={26} height={8} aria-hidden="true">
          {[0, 6, 12, 18].map((x) => (
            <path key={x} d={`M${x} 8L${x + 6} 0H${x + 9}L${x + 3} 8z`} fill="#c3d1e4" />
          ))}
        </svg>
        {t('timeline.legend.extended')}
      </span>
    </div>
  );
}

function Sample({ fill }: { fill: string }) {
  return (
    <svg width={26} height={8} aria-hidden="true">
      <rect width={26} height={8} rx={2} fill={fill} />
    </svg>
  );
}
