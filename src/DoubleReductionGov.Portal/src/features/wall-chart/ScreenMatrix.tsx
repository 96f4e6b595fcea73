import type { WallChart } from '../../api/client';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks, lightWord } from '../../shared/light';
import { cellFinder } from './chart';
import styles from './screen.module.css';

const roomForRows = 770;
const tallestRow = 34;

/** All tasks and counties on one look; rows shrink as the plan grows. */
export function ScreenMatrix({ chart }: { chart: WallChart }) {
  const cellOf = cellFinder(chart.cells);
  const rowHeight = Math.min(tallestRow, Math.floor(roomForRows / Math.max(1, chart.tasks.length)));
  return (
    <table className={styles.matrix} style={{ fontSize: Math.min(15, rowHeight * 0.5) }}>
      <thead>
        <tr>
          <th scope="col">{t('field.task')}</th>
          {chart.counties.map((county) => (
            <th key={county.id} scope="col">
              {county.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.tasks.map((task) => (
          <tr key={task.planItemId} style={{ height: rowHeight }}>
            <th scope="row" title={task.title}>
              <span>{task.number}</span> {task.title}
            </th>
            {chart.counties.map((county) => {
              const cell = cellOf(task, county);
              if (!cell) return <td key={county.id}>—</td>;
              const { glow } = lightLooks[cell.light];
              return (
                <td
                  key={county.id}
                  style={{ color: glow }}
                  aria-label={`${lightWord(cell.light)} ${cell.progress}%`}
                >
                  <span className={styles.cell} style={{ background: `${glow}26` }}>
                    <LightMark light={cell.light} size={13} color={glow} /> {cell.progress}%
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
