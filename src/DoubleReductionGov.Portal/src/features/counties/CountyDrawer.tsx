import { Alert, Button, Drawer, Form, Input } from 'antd';
import type { CountyListItem } from '../../api/client';
import { t } from '../../shared/language';
import { useAction } from '../../shared/useAction';
import { createCounty, type NewCounty, renameCounty, testConnection } from './api';

interface Props {
  /** Null for a new one. */
  county: CountyListItem | null;
  onClose: () => void;
}

export function CountyDrawer({ county, onClose }: Props) {
  const [form] = Form.useForm<NewCounty>();
  const save = useAction(
    (values: NewCounty) =>
      county
        ? renameCounty(county, values.name.trim())
        : createCounty({
            name: values.name.trim(),
            code: values.code,
            connectionString: values.connectionString?.trim() || null,
          }),
    { done: t(county ? 'counties.saved' : 'counties.done'), onDone: onClose },
  );
  return (
    <Drawer
      open
      size={480}
      title={t(county ? 'counties.edit' : 'counties.new')}
      onClose={onClose}
      footer={
        <Button type="primary" block loading={save.isPending} onClick={form.submit}>
          {t('action.save')}
        </Button>
      }
    >
      {save.isPending && !county && (
        <Alert type="info" showIcon title={t('counties.saving')} style={{ marginBottom: 16 }} />
      )}
      <Form
        form={form}
        layout="vertical"
        initialValues={county ? { name: county.name } : undefined}
        onFinish={save.mutate}
      >
        <Form.Item
          name="name"
          label={t('counties.name')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
        {!county && <NewFields />}
      </Form>
    </Drawer>
  );
}

function NewFields() {
  const form = Form.useFormInstance<NewCounty>();
  const connection = Form.useWatch('connectionString', form)?.trim();
  const test = useAction((text: string) => testConnection(text), { done: t('counties.connection.ok') });
  return (
    <>
      <Form.Item
        name="code"
        label={t('counties.code')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('counties.code.rule') }]}
      >
        <Input inputMode="numeric" maxLength={6} />
      </Form.Item>
      <Form.Item
        name="connectionString"
        label={t('counties.connection')}
        extra={t('counties.connection.hint')}
      >
        <Input.Password autoComplete="off" maxLength={1024} />
      </Form.Item>
      <Button
        disabled={!connection}
        loading={test.isPending}
        onClick={() => connection && test.mutate(connection)}
      >
        {t('counties.connection.test')}
      </Button>
    </>
  );
}
