import { FileTextOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal, Upload } from 'antd';
import { useState } from 'react';
import type { Plan } from '../../api/client';
import { t } from '../../shared/language';
import { useShowError } from '../../shared/useAction';
import { importPlan } from './api';
import { ImportErrors } from './ImportErrors';
import { type PlanFileError, planFileErrors } from './planFileErrors';

interface Props {
  onImported: (plan: Plan) => void;
  onClose: () => void;
}

export function ImportDialog({ onImported, onClose }: Props) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  const [refused, setRefused] = useState<{ name: string; errors: PlanFileError[] } | null>(null);
  const send = useMutation({
    mutationFn: importPlan,
    onMutate: () => setRefused(null),
    onSuccess: (plan) => {
      void client.invalidateQueries();
      void message.success(t('plans.import.done', { title: plan.title }));
      onImported(plan);
    },
    onError: (error: unknown, file) => {
      const errors = planFileErrors(error);
      if (errors.length > 0) setRefused({ name: file.name, errors });
      else showError(error);
    },
  });
  return (
    <Modal open width={720} title={t('plans.import.title')} footer={null} onCancel={onClose}>
      <Upload.Dragger
        accept=".yaml,.yml"
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file) => {
          send.mutate(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <FileTextOutlined />
        </p>
        <p>{t('plans.import.drop')}</p>
      </Upload.Dragger>
      <p>{t('plans.import.hint')}</p>
      {refused && (
        <>
          <Alert
            type="error"
            showIcon
            title={t('plans.import.refused', { count: refused.errors.length })}
            description={t('plans.import.fix', { name: refused.name })}
            style={{ marginBottom: 12 }}
          />
          <ImportErrors errors={refused.errors} />
        </>
      )}
    </Modal>
  );
}
