import { Button, Drawer, Form, Input, InputNumber } from 'antd';
import type { Plan, PlanItem, UpdatePlanItemInput } from '../../api/client';
import { DayInput } from '../../shared/DayInput';
import { t } from '../../shared/language';
import { DepartmentSelect, DepartmentsSelect, PersonSelect } from '../../shared/selects';
import { useAction } from '../../shared/useAction';
import { updateItem } from './api';

type Values = Omit<UpdatePlanItemInput, 'concurrencyStamp'>;

interface Props {
  plan: Plan;
  item: PlanItem;
  onClose: () => void;
}

export function PlanItemDrawer({ plan, item, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const lead = Form.useWatch('leadOrganisationId', form);
  const start = Form.useWatch('start', form);
  const parent = plan.items.find(({ id }) => id === item.parentId);
  const frame = { min: parent?.start ?? plan.start, max: parent?.due ?? plan.due };
  const save = useAction(
    (values: Values) => updateItem(plan.id, item.id, { ...values, concurrencyStamp: plan.concurrencyStamp }),
    { done: t('plan.saved'), onDone: onClose },
  );
  return (
    <Drawer
      open
      size={480}
      onClose={onClose}
      title={`${t('plan.edit')} ${item.number}`}
      footer={
        <Button type="primary" block loading={save.isPending} onClick={form.submit}>
          {t('action.save')}
        </Button>
      }
    >
      <Form form={form} layout="vertical" initialValues={valuesOf(item)} onFinish={save.mutate}>
        <Form.Item
          name="title"
          label={t('plan.item')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        <Form.Item name="leadOrganisationId" label={t('plan.lead')}>
          <DepartmentSelect />
        </Form.Item>
        <Form.Item name="supportOrganisationIds" label={t('plan.support')}>
          <DepartmentsSelect />
        </Form.Item>
        <Form.Item name="personId" label={t('field.person')}>
          <PersonSelect organisationId={lead ?? undefined} />
        </Form.Item>
        <Form.Item name="start" label={t('field.start')}>
          <DayInput min={frame.min} max={frame.max} />
        </Form.Item>
        <Form.Item name="due" label={t('field.due')}>
          <DayInput min={start ?? frame.min} max={frame.max} />
        </Form.Item>
        <Form.Item
          name="weight"
          label={t('field.weight')}
          rules={[{ required: true, message: t('field.required') }]}
        >
          <InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

function valuesOf(item: PlanItem): Values {
  const { title, leadOrganisationId, personId, start, due, weight } = item;
  const supportOrganisationIds = item.support.map(({ id }) => id);
  return { title, leadOrganisationId, supportOrganisationIds, personId, start, due, weight };
}
