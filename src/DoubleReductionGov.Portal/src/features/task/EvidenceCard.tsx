import { DeleteOutlined, DownloadOutlined, InboxOutlined, PaperClipOutlined } from '@ant-design/icons';
import { App, Button, Card, Popconfirm, Select, Space, Upload } from 'antd';
import { useState } from 'react';
import type { Evidence, Task } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { EmptyBlock } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { evidenceAddress, removeEvidence, type TaskPlace, uploadEvidence } from './api';
import { closedReason } from './claimReadiness';
import { evidenceAccept, evidenceRefusal, evidenceTypes, formatSize } from './evidenceRules';
import styles from './task.module.css';

interface Props {
  task: Task;
  place: TaskPlace;
  readOnly: boolean;
}

export function EvidenceCard({ task, place, readOnly }: Props) {
  const can = useCan();
  const editable = !readOnly && can(permissions.tasksProgress) && closedReason(task) === null;
  return (
    <Card title={t('task.evidence')}>
      {editable && <EvidenceUpload task={task} />}
      {task.evidence.length === 0 ? (
        <EmptyBlock text={t('task.evidence.empty')} />
      ) : (
        task.evidence.map((evidence) => (
          <EvidenceFile
            key={evidence.id}
            task={task}
            evidence={evidence}
            address={evidenceAddress(place, evidence.id)}
            editable={editable}
          />
        ))
      )}
    </Card>
  );
}

function EvidenceUpload({ task }: { task: Task }) {
  const { message } = App.useApp();
  const [stepId, setStepId] = useState<string>();
  const upload = useAction((file: File) => uploadEvidence(task.id, stepId, file));
  const send = async (file: File) => {
    await upload.mutateAsync(file);
    void message.success(t('task.evidence.uploaded', { name: file.name }));
  };
  return (
    <Space orientation="vertical" style={{ width: '100%', marginBottom: 8 }}>
      {task.steps.length > 0 && (
        <Select<string>
          allowClear
          value={stepId}
          onChange={setStepId}
          placeholder={t('task.evidence.for') + t('text.colon') + t('task.evidence.task')}
          aria-label={t('task.evidence.for')}
          style={{ width: '100%' }}
          options={task.steps.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        />
      )}
      <Upload.Dragger
        multiple
        accept={evidenceAccept}
        showUploadList={false}
        beforeUpload={(file) => {
          const refusal = evidenceRefusal(file);
          if (refusal) void message.error(refusal);
          return refusal === null;
        }}
        customRequest={({ file, onSuccess, onError }) => {
          send(file as File).then(
            () => onSuccess?.(null),
            (error: Error) => onError?.(error),
          );
        }}
      >
        <p className="ant-upload-drag-icon" style={{ marginBottom: 4 }}>
          <InboxOutlined />
        </p>
        <p>{t('task.evidence.drop')}</p>
        <p className={styles.soft}>
          {t('task.evidence.hint', { types: evidenceTypes.join(t('text.list')) })}
        </p>
      </Upload.Dragger>
    </Space>
  );
}

interface FileProps {
  task: Task;
  evidence: Evidence;
  address: string;
  editable: boolean;
}

function EvidenceFile({ task, evidence, address, editable }: FileProps) {
  const { fileName } = evidence;
  const step = task.steps.find(({ id }) => id === evidence.stepId);
  const remove = useAction(() => removeEvidence(task.id, evidence.id), { done: t('task.evidence.removed') });
  const facts = [
    step && `${step.number} ${step.title}`,
    formatSize(evidence.size),
    evidence.uploadedBy,
    formatTime(evidence.uploadedAt),
  ];
  return (
    <div className={styles.file}>
      <PaperClipOutlined />
      <div className={styles.fileName}>
        <a href={address} download={fileName}>
          {fileName}
        </a>
        <div className={styles.soft}>{facts.filter(Boolean).join(' · ')}</div>
      </div>
      <Button
        type="text"
        icon={<DownloadOutlined />}
        href={address}
        download={fileName}
        aria-label={`${t('action.download')} ${fileName}`}
      />
      {editable && (
        <Popconfirm
          title={t('task.evidence.removeSure', { name: fileName })}
          onConfirm={() => remove.mutate(undefined)}
        >
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t('action.remove')} ${fileName}`} />
        </Popconfirm>
      )}
    </div>
  );
}
