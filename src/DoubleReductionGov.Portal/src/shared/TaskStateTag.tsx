import { Tag } from 'antd';
import type { TaskState } from '../api/client';
import { t } from './language';

const colors: Record<TaskState, string> = {
  NotStarted: 'default',
  InProgress: 'processing',
  Claimed: 'purple',
  Returned: 'error',
  Done: 'success',
};

export function TaskStateTag({ state }: { state: TaskState }) {
  return <Tag color={colors[state]}>{t(`state.${state}`)}</Tag>;
}
