import { Alert, Button, Drawer, Form, Input, InputNumber } from 'antd';
import type { Step, StepInput, Task } from '../../api/client';
import { DayInput } from '../../shared/DayInput';
import { t } from '../../shared/language';
import { PersonSelect } from '../../shared/selects';
import { useAction } from '../../shared/useAction';
import { saveStep } from './api';

type Values = Omit<StepInput, 'concurrencyStamp'>;

interface Props {
  task: Task;
  step: Step | null;
  onClose: () => void;
}

export function StepDrawer({ task, step, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const start = Form.useWatch('start', form);
  const save = useAction(
    (values: Values) =>
      saveStep(task.id, step?.id ?? null, {
        ...values,
        concurrencyStamp: task.concurrencyStamp,
      }),
    { done: t('task.step.saved'), onDone: onClose },
  );
  const required = [{ required: true, message: t('field.required') }];
  const fixed = step?.fromPlan ?? false;
  const inside = t('task.step.inside', { start: task.start, due: task.due });
  return (
    <Drawer
      open
      size={460}
      onClose={onClose}
      title={step ? t('task.step.edit') : t('task.step.add')}
      footer={
        <Button type="primary" block loading={save.isPending} onClick={form.submit}>
          {t('action.save')}
        </Button>
      }
    >
      {fixed && (
        <Alert type="info" showIcon title={t('task.step.planOnlyPerson')} style={{ marginBottom: 16 }} />
      )}
      <Form form={form} layout="vertical" initialValues={initialValues(task, step)} onFinish={save.mutate}>
        <Form.Item
          name="title"
          label={t('field.title')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input.TextArea rows={2} maxLength={200} disabled={fixed} />
        </Form.Item>
        <Form.Item name="personId" label={t('field.person')} rules={required}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="start" label={t('field.start')} rules={required} extra={inside}>
          <DayInput min={task.start} max={task.due} allowClear={false} disabled={fixed} />
        </Form.Item>
        <Form.Item name="due" label={t('field.due')} rules={required}>
          <DayInput min={start ?? task.start} max={task.due} allowClear={false} disabled={fixed} />
        </Form.Item>
        <Form.Item name="weight" label={t('field.weight')} rules={required} extra={t('task.step.weightHint')}>
          <InputNumber min={1} max={100} precision={0} disabled={fixed} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

function initialValues(task: Task, step: Step | null): Partial<Values> {
  const { title, start, due, weight, personId } = step ?? { ...task, title: '', weight: 10 };
  return { title, start, due, weight, personId: personId ?? undefined };
}
