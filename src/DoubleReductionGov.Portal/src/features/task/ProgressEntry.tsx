import { FormOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, InputNumber, Popover, Slider } from 'antd';
import { useState } from 'react';
import type { Step, Task } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { t } from '../../shared/language';
import { isNumber } from '../../shared/measure';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { useAction } from '../../shared/useAction';
import { recordProgress } from './api';
import { closedReason } from './claimReadiness';

interface Props {
  task: Task;
  /** Null: progress of the task itself, which has no steps. */
  step: Step | null;
  compact?: boolean;
}

/** The button opens a small form beside the row. */
export function ProgressEntry({ task, step, compact = false }: Props) {
  const can = useCan();
  const [open, setOpen] = useState(false);
  const hindrance = closedReason(task) ?? progressHindrance(task, step);
  const button = (
    <ActionButton
      allowed={can(permissions.tasksProgress)}
      hindrance={hindrance}
      type={compact ? 'text' : 'default'}
      size={compact ? 'small' : 'middle'}
      icon={<FormOutlined />}
      aria-label={t('task.record.title', { title: step?.title ?? task.title })}
    >
      {compact ? null : t('task.record')}
    </ActionButton>
  );
  if (hindrance) return button;
  return (
    <Popover
      trigger="click"
      placement="left"
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      title={t('task.record.title', { title: step?.title ?? task.title })}
      content={<ProgressForm task={task} step={step} onClose={() => setOpen(false)} />}
    >
      {button}
    </Popover>
  );
}

/** With steps the percent comes from them; the figure of a task that a number measures is still typed. */
function progressHindrance(task: Task, step: Step | null): string | null {
  if (!task.personId) return t('task.record.noPerson');
  const computed = step === null && task.steps.length > 0 && task.measure.kind === 'Evidence';
  return computed ? t('task.record.fromSteps') : null;
}

interface Values {
  amount: number;
  note?: string;
  reason?: string;
}

function ProgressForm({ task, step, onClose }: { task: Task; step: Step | null; onClose: () => void }) {
  const measure = step ? step.measure : task.measure;
  const target = isNumber(measure) ? measure.target : null;
  const current = (target === null ? (step ?? task).progress : (step ?? task).value) ?? 0;
  const [form] = Form.useForm<Values>();
  const amount = Form.useWatch('amount', form) ?? current;
  const goesBack = amount < current;
  const save = useAction(
    (values: Values) =>
      recordProgress(task.id, {
        stepId: step?.id ?? null,
        progress: target === null ? values.amount : null,
        value: target === null ? null : values.amount,
        note: values.note || null,
        reason: values.reason || null,
        concurrencyStamp: task.concurrencyStamp,
      }),
    { done: t('task.record.done'), onDone: onClose },
  );
  return (
    <Form
      form={form}
      layout="vertical"
      style={{ width: 320 }}
      initialValues={{ amount: current }}
      onFinish={save.mutate}
    >
      <Form.Item
        name="amount"
        label={target === null ? t('task.record.percent') : t('task.record.value')}
        rules={[{ required: true, message: t('field.required') }]}
      >
        {target === null ? (
          <PercentInput />
        ) : (
          <InputNumber min={0} style={{ width: '100%' }} suffix={`/ ${target} ${measure?.unit ?? ''}`} />
        )}
      </Form.Item>
      <Form.Item name="note" label={t('task.record.note')}>
        <Input.TextArea rows={2} maxLength={500} placeholder={t('task.record.noteHint')} />
      </Form.Item>
      {goesBack && (
        <>
          <Alert type="warning" showIcon title={t('task.record.lower')} style={{ marginBottom: 12 }} />
          <Form.Item
            name="reason"
            label={t('field.reason')}
            rules={[{ required: true, whitespace: true, message: t('field.required') }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </>
      )}
      <Button type="primary" htmlType="submit" block disabled={amount === current} loading={save.isPending}>
        {amount === current ? t('task.record.same') : t('action.save')}
      </Button>
    </Form>
  );
}

/** Slider for the hand, number for the eye and the keyboard; both are one value. */
function PercentInput({
  id,
  value = 0,
  onChange,
}: {
  id?: string;
  value?: number;
  onChange?: (value: number) => void;
}) {
  const change = (next: number | null) => onChange?.(next ?? 0);
  return (
    <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
      <Slider
        style={{ flex: 1 }}
        min={0}
        max={100}
        value={value}
        onChange={change}
        ariaLabelForHandle={t('task.record.percent')}
      />
      <InputNumber
        id={id}
        min={0}
        max={100}
        precision={0}
        value={value}
        onChange={change}
        suffix="%"
        style={{ width: 88 }}
      />
    </div>
  );
}
