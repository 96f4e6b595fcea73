import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, type FormInstance, Input, Radio } from 'antd';
import { detailLines } from '../../api/apiError';
import { http, type SignInOptions } from '../../api/client';
import { t } from '../../shared/language';
import { useRefreshSession } from '../../shared/session';
import { messageOf } from '../../shared/states';
import styles from './signIn.module.css';

/** An empty tenantId stands for the city. */
export interface SignInValues {
  tenantId: string;
  userName: string;
  password: string;
}

interface Props {
  form: FormInstance<SignInValues>;
  options: SignInOptions;
  onSignedIn: () => void;
}

export function SignInForm({ form, options, onSignedIn }: Props) {
  const refreshSession = useRefreshSession();
  const signIn = useMutation({
    mutationFn: async ({ tenantId, userName, password }: SignInValues) => {
      await http.POST('/api/account/login', { body: { tenantId: tenantId || null, userName, password } });
      await refreshSession();
    },
    onSuccess: onSignedIn,
  });
  return (
    <Form form={form} className={styles.form} layout="vertical" requiredMark={false} onFinish={signIn.mutate}>
      <h1 className={styles.title}>{t('account.title')}</h1>
      {signIn.isError && (
        <Alert
          className={styles.refusal}
          type="error"
          showIcon
          title={messageOf(signIn.error)}
          description={detailLines(signIn.error).join(' ') || undefined}
        />
      )}
      <Form.Item name="tenantId" label={t('account.unit')} initialValue="">
        <Radio.Group
          className={styles.units}
          optionType="button"
          buttonStyle="solid"
          options={unitsOf(options)}
        />
      </Form.Item>
      <Form.Item
        name="userName"
        label={t('account.userName')}
        rules={[{ required: true, whitespace: true, message: t('account.userName.required') }]}
      >
        <Input size="large" prefix={<UserOutlined />} autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('account.password')}
        rules={[{ required: true, message: t('account.password.required') }]}
      >
        <Input.Password size="large" prefix={<LockOutlined />} autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('account.submit')}
      </Button>
    </Form>
  );
}

function unitsOf({ cityName, counties }: SignInOptions) {
  return [
    { value: '', label: t('account.city', { name: cityName }) },
    ...counties.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
