import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Task } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { t } from '../../shared/language';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { AssignDialog } from './AssignDialog';
import { ClaimDialog } from './ClaimDialog';
import { closedReason } from './claimReadiness';
import { ExtensionDialog } from './ExtensionDialog';
import { ProgressEntry } from './ProgressEntry';

/** What the county can do with the task as a whole. */
export function TaskActions({ task }: { task: Task }) {
  const can = useCan();
  const [dialog, setDialog] = useState<'assign' | 'extension' | 'claim' | null>(null);
  const { data: reference } = useQuery(api.queryOptions('get', '/api/programme/reference-date'));
  const closed = closedReason(task);
  const close = () => setDialog(null);
  return (
    <>
      <ActionButton
        allowed={can(permissions.tasksAssign)}
        hindrance={closed}
        onClick={() => setDialog('assign')}
      >
        {t('task.assign')}
      </ActionButton>
      <ProgressEntry task={task} step={null} />
      <ActionButton
        allowed={can(permissions.tasksAskExtension)}
        hindrance={closed ?? extensionHindrance(task, reference?.date)}
        onClick={() => setDialog('extension')}
      >
        {t('task.extend')}
      </ActionButton>
      <ActionButton
        allowed={can(permissions.tasksClaim)}
        hindrance={closed}
        type="primary"
        onClick={() => setDialog('claim')}
      >
        {t('task.claim')}
      </ActionButton>
      {dialog === 'assign' && <AssignDialog task={task} onClose={close} />}
      {dialog === 'extension' && <ExtensionDialog task={task} onClose={close} />}
      {dialog === 'claim' && <ClaimDialog task={task} onClose={close} />}
    </>
  );
}

function extensionHindrance(task: Task, today: string | undefined): string | null {
  if (task.waitingExtension) return t('task.extend.waiting');
  return today !== undefined && today > task.due ? t('task.extend.pastDue') : null;
}
