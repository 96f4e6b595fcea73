import { Modal } from 'antd';
import { useState } from 'react';
import type { Task } from '../../api/client';
import { t } from '../../shared/language';
import { PersonSelect } from '../../shared/selects';
import { useAction } from '../../shared/useAction';
import { assignPerson } from './api';

export function AssignDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const [personId, setPersonId] = useState(task.personId);
  const assign = useAction((id: string) => assignPerson(task, id), {
    done: t('task.assign.done'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('task.assign') + t('text.colon') + task.title}
      onCancel={onClose}
      okButtonProps={{ disabled: !personId || personId === task.personId, loading: assign.isPending }}
      onOk={() => personId && assign.mutate(personId)}
    >
      <PersonSelect value={personId} onChange={setPersonId} aria-label={t('field.person')} />
    </Modal>
  );
}
