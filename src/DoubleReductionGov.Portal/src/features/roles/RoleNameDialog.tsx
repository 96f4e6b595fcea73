import { Form, Input, Modal } from 'antd';
import type { RoleListItem } from '../../api/client';
import { t } from '../../shared/language';
import { useAction } from '../../shared/useAction';

interface Props {
  title: string;
  name?: string;
  run: (name: string) => Promise<RoleListItem>;
  onClose: () => void;
}

/** Asks for a name: of a new role, a renamed or a cloned one. */
export function RoleNameDialog({ title, name = '', run, onClose }: Props) {
  const [form] = Form.useForm<{ name: string }>();
  const save = useAction(({ name: given }: { name: string }) => run(given.trim()), {
    done: t('roles.saved'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={title}
      okText={t('action.save')}
      okButtonProps={{ loading: save.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ name }} onFinish={save.mutate}>
        <Form.Item
          name="name"
          label={t('roles.name')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input autoFocus maxLength={64} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
