import { Fragment, useState } from 'react';
import type { WallChart, WallChartCell, WallChartCounty, WallChartTask } from '../../api/client';
import { LightMark, LightTag } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks } from '../../shared/light';
import { PlanProgress } from '../../shared/PlanProgress';
import { type Point, PointedCard } from '../../shared/PointedCard';
import { TaskStateTag } from '../../shared/TaskStateTag';
import { cellFinder, sectionsOf } from './chart';
import { MatrixCell } from './MatrixCell';
import styles from './matrix.module.css';

interface Pointed {
  cell: WallChartCell;
  task: WallChartTask;
  county: WallChartCounty;
  at: Point;
}

/** Rows are the tasks of the plan by section, columns the counties. */
export function Matrix({ chart, chosen }: { chart: WallChart; chosen: string | null }) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const cellOf = cellFinder(chart.cells);
  return (
    <div className={styles.frame}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('field.task')}</th>
            <th scope="col" className={styles.lead}>
              {t('wallChart.matrix.lead')}
            </th>
            <th scope="col" className={styles.due}>
              {t('wallChart.matrix.due')}
            </th>
            {chart.counties.map((county) => (
              <CountyHead key={county.id} county={county} chosen={county.id === chosen} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sectionsOf(chart.tasks).map((section) => (
            <Fragment key={section.title}>
              <tr className={styles.section}>
                <th scope="rowgroup" colSpan={3 + chart.counties.length}>
                  {section.title}
                </th>
              </tr>
              {section.tasks.map((task) => (
                <tr key={task.planItemId}>
                  <th scope="row" className={styles.task}>
                    <span className={styles.number}>{task.number}</span> {task.title}
                  </th>
                  <td className={styles.lead}>{task.leadName}</td>
                  <td className={styles.due}>{task.due}</td>
                  {chart.counties.map((county) => {
                    const cell = cellOf(task, county);
                    return (
                      <MatrixCell
                        key={county.id}
                        task={task}
                        county={county}
                        cell={cell}
                        chosen={county.id === chosen}
                        onPoint={(at) => setPointed(at && cell ? { cell, task, county, at } : null)}
                      />
                    );
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {pointed && <CellCard {...pointed} />}
    </div>
  );
}

function CountyHead({ county, chosen }: { county: WallChartCounty; chosen: boolean }) {
  return (
    <th scope="col" className={chosen ? `${styles.countyHead} ${styles.chosen}` : styles.countyHead}>
      {county.name}
      <div className={styles.countyTotal} style={{ color: lightLooks[county.light].ink }}>
        <LightMark light={county.light} /> {county.progress}%
      </div>
    </th>
  );
}

function CellCard({ cell, task, county, at }: Pointed) {
  const { light, progress, planned } = cell;
  return (
    <PointedCard at={at}>
      <strong>
        {county.name} · {task.number} {task.title}
      </strong>
      <div className={styles.cardLine}>
        <LightTag light={light} />
        <TaskStateTag state={cell.state} />
      </div>
      <PlanProgress light={light} progress={progress} planned={planned} />
      <div>{t('progress.sentence', { progress, planned })}</div>
      <div>{t('field.person') + t('text.colon') + (cell.personName ?? t('person.none'))}</div>
      <div>{t('field.due') + t('text.colon') + cell.due}</div>
    </PointedCard>
  );
}
