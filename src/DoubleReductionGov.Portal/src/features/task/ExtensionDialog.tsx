import { Alert, Form, Input, Modal } from 'antd';
import type { Task } from '../../api/client';
import { DayInput } from '../../shared/DayInput';
import { addDays } from '../../shared/dates';
import { t } from '../../shared/language';
import { useAction } from '../../shared/useAction';
import { askExtension } from './api';

interface Values {
  newDue: string;
  reason: string;
}

export function ExtensionDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const ask = useAction(({ newDue, reason }: Values) => askExtension(task, newDue, reason.trim()), {
    done: t('task.extend.done'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('task.extend.title', { due: task.due })}
      onCancel={onClose}
      onOk={form.submit}
      okButtonProps={{ loading: ask.isPending }}
    >
      <Alert type="info" showIcon title={t('task.extend.hint')} style={{ marginBottom: 16 }} />
      <Form form={form} layout="vertical" onFinish={ask.mutate}>
        <Form.Item
          name="newDue"
          label={t('task.extend.newDue')}
          rules={[{ required: true, message: t('field.required') }]}
        >
          <DayInput min={addDays(task.due, 1)} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('field.reason')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
