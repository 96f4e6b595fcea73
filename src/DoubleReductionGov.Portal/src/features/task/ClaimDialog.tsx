import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Task } from '../../api/client';
import { t } from '../../shared/language';
import { useAction } from '../../shared/useAction';
import { claim } from './api';
import { missingForClaim } from './claimReadiness';
import styles from './task.module.css';

/** Asks once more before the claim goes to the city, or lists what it still lacks. */
export function ClaimDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const [note, setNote] = useState('');
  const missing = missingForClaim(task);
  const send = useAction(() => claim(task, note.trim() || null), {
    done: t('task.claim.done'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('task.claim.title', { title: task.title })}
      onCancel={onClose}
      okText={t('task.claim.submit')}
      okButtonProps={{ disabled: missing.length > 0, loading: send.isPending }}
      onOk={() => send.mutate(undefined)}
    >
      {missing.length === 0 ? (
        <>
          <Alert type="success" showIcon title={t('task.claim.ready')} />
          <Input.TextArea
            rows={3}
            maxLength={1000}
            style={{ marginTop: 12 }}
            value={note}
            placeholder={t('task.claim.note')}
            aria-label={t('task.claim.note')}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      ) : (
        <Alert
          type="warning"
          showIcon
          title={t('task.claim.missing', { count: missing.length })}
          description={
            <ul className={styles.missingList}>
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          }
        />
      )}
    </Modal>
  );
}
