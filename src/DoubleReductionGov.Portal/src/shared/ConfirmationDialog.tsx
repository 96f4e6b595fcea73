import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { http } from '../api/client';
import { onConfirmationNeeded } from '../api/confirmation';
import { t } from './language';
import { meQuery } from './me';
import { messageOf } from './states';

interface Values {
  proof: string;
}

/** Asks for password or code when the server wants a sensitive act confirmed; the act then goes on by itself. */
export function ConfirmationDialog() {
  const [answer, setAnswer] = useState<((confirmed: boolean) => void) | null>(null);
  useEffect(() => {
    onConfirmationNeeded(() => new Promise((resolve) => setAnswer(() => resolve)));
    return () => onConfirmationNeeded(async () => false);
  }, []);
  if (!answer) return null;
  const close = (confirmed: boolean) => {
    answer(confirmed);
    setAnswer(null);
  };
  return <ConfirmationForm onClose={close} />;
}

function ConfirmationForm({ onClose }: { onClose: (confirmed: boolean) => void }) {
  const [form] = Form.useForm<Values>();
  const me = useQuery(meQuery);
  const byCode = me.data?.secondFactor ?? false;
  const confirm = useMutation({
    mutationFn: ({ proof }: Values) =>
      http.POST('/api/account/confirm', {
        body: byCode ? { password: null, code: proof.trim() } : { password: proof, code: null },
      }),
    onSuccess: () => onClose(true),
  });
  const label = byCode ? t('confirm.code') : t('confirm.password');
  return (
    <Modal
      open
      width={420}
      title={t('confirm.title')}
      okText={t('confirm.submit')}
      okButtonProps={{ loading: confirm.isPending || me.isLoading }}
      onOk={form.submit}
      onCancel={() => onClose(false)}
    >
      <p>{t('confirm.hint')}</p>
      {confirm.isError && (
        <Alert type="error" showIcon title={messageOf(confirm.error)} style={{ marginBottom: 16 }} />
      )}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={confirm.mutate}>
        <Form.Item name="proof" label={label} rules={[{ required: true, message: t('field.required') }]}>
          {byCode ? (
            <Input autoFocus autoComplete="one-time-code" />
          ) : (
            <Input.Password autoFocus autoComplete="current-password" />
          )}
        </Form.Item>
      </Form>
    </Modal>
  );
}
