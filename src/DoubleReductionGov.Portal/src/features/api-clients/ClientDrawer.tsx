import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Form, Input } from 'antd';
import type { ApiClient } from '../../api/client';
import { t } from '../../shared/language';
import { ScopeSelect } from '../../shared/ScopeSelect';
import { useAction } from '../../shared/useAction';
import { availableQuery, createClient, updateClient } from './api';

type Values = Pick<ApiClient, 'clientId' | 'name' | 'permissions'>;

interface Props {
  /** Null for a new one. */
  client: ApiClient | null;
  onSecret: (shown: { clientId: string; secret: string }) => void;
  onClose: () => void;
}

export function ClientDrawer({ client, onSecret, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const available = useQuery(availableQuery);
  const create = useAction((values: Values) => createClient(values), {
    onDone: ({ client: created, secret }) => onSecret({ clientId: created.clientId, secret }),
  });
  const update = useAction(
    async ({ name, permissions }: Values) => {
      if (client) await updateClient(client, { name, permissions, isActive: client.isActive });
    },
    { done: t('apiClients.saved'), onDone: onClose },
  );
  const pending = create.isPending || update.isPending;
  return (
    <Drawer
      open
      size={520}
      title={t(client ? 'apiClients.edit' : 'apiClients.new')}
      onClose={onClose}
      footer={
        <Button type="primary" block loading={pending} onClick={form.submit}>
          {t('action.save')}
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={client ?? { permissions: [] }}
        onFinish={(values) => (client ? update.mutate(values) : create.mutate(values))}
      >
        {!client && (
          <Form.Item
            name="clientId"
            label={t('apiClients.clientId')}
            rules={[{ required: true, pattern: /^[a-z0-9-]{3,64}$/, message: t('apiClients.clientId.rule') }]}
          >
            <Input autoComplete="off" maxLength={64} />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t('apiClients.name')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item
          name="permissions"
          label={t('apiClients.permissions')}
          rules={[{ required: true, type: 'array', min: 1, message: t('apiClients.permissions.none') }]}
        >
          <ScopeSelect scopes={available.data?.items} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
