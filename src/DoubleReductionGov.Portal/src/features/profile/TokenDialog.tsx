import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { DayInput } from '../../shared/DayInput';
import { addDays, type Day, toDay } from '../../shared/dates';
import { t } from '../../shared/language';
import { ScopeSelect } from '../../shared/ScopeSelect';
import { useAction } from '../../shared/useAction';
import { createToken, scopesQuery } from './api';

interface Values {
  name: string;
  scopes: string[];
  until: Day;
}

interface Props {
  onCreated: (token: string) => void;
  onClose: () => void;
}

/** A token lives ninety days unless another day is chosen, and never longer than a year. */
export function TokenDialog({ onCreated, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const scopes = useQuery(scopesQuery);
  const today = toDay(dayjs());
  const create = useAction(
    ({ until, name, scopes: chosen }: Values) =>
      createToken({ name: name.trim(), scopes: chosen, expiresAt: endOf(until) }),
    { onDone: ({ token }) => onCreated(token) },
  );
  return (
    <Modal
      open
      title={t('profile.tokens.new')}
      okButtonProps={{ loading: create.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ scopes: [], until: addDays(today, 90) }}
        onFinish={create.mutate}
      >
        <Form.Item
          name="name"
          label={t('profile.tokens.name')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t('profile.tokens.scopes')}
          rules={[{ required: true, type: 'array', min: 1, message: t('profile.tokens.scopes.none') }]}
        >
          <ScopeSelect scopes={scopes.data?.items} />
        </Form.Item>
        <Form.Item
          name="until"
          label={t('profile.tokens.expires')}
          rules={[{ required: true, message: t('field.required') }]}
        >
          <DayInput min={today} max={addDays(today, 364)} allowClear={false} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The end of a day in China, as a moment. */
function endOf(day: Day): string {
  return new Date(`${day}T23:59:59+08:00`).toISOString();
}
