import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Task } from '../../api/client';
import { useBackPath } from '../../shared/backPath';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { taskQuery } from './api';
import { TaskActions } from './TaskActions';
import { TaskView } from './TaskView';

/** The county's own page of a task: everything can be done here. */
export default function TaskPage() {
  const { id = '' } = useParams();
  const task = useQuery(taskQuery(id));
  return <Loaded query={task}>{(data) => <OwnTask task={data} />}</Loaded>;
}

function OwnTask({ task }: { task: Task }) {
  return (
    <>
      <PageHeader
        back={useBackPath(paths.workbench)}
        title={`${task.number} ${task.title}`}
        subtitle={task.planTitle}
      >
        <TaskActions task={task} />
      </PageHeader>
      <TaskView task={task} place={{ taskId: task.id }} readOnly={false} />
    </>
  );
}
