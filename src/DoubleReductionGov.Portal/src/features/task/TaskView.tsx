import { Col, Row } from 'antd';
import type { Task } from '../../api/client';
import type { TaskPlace } from './api';
import { EvidenceCard } from './EvidenceCard';
import { ExtensionsCard } from './ExtensionsCard';
import { FactsCard } from './FactsCard';
import { HistoryCard } from './HistoryCard';
import { LightCard } from './LightCard';
import { StepsCard } from './StepsCard';
import styles from './task.module.css';

interface Props {
  task: Task;
  place: TaskPlace;
  readOnly: boolean;
}

/** A task from top to bottom; the county edits it, the city reads it. */
export function TaskView({ task, place, readOnly }: Props) {
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} xl={16} className={styles.column}>
        <LightCard task={task} />
        <StepsCard task={task} readOnly={readOnly} />
        <EvidenceCard task={task} place={place} readOnly={readOnly} />
      </Col>
      <Col xs={24} xl={8} className={styles.column}>
        <FactsCard task={task} />
        {task.extensions.length > 0 && <ExtensionsCard extensions={task.extensions} />}
        <HistoryCard place={place} />
      </Col>
    </Row>
  );
}
