import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, type FormInstance, Input, Radio } from 'antd';
import type { SignInOptions, SignInResult } from '../../api/client';
import { t, tOr } from '../../shared/language';
import { ExternalProviders } from './ExternalProviders';
import { Refusal } from './Refusal';
import styles from './signIn.module.css';
import { signIn } from './steps';

/** An empty tenantId stands for the city. */
export interface SignInValues {
  tenantId: string;
  userName: string;
  password: string;
}

interface Props {
  form: FormInstance<SignInValues>;
  options: SignInOptions;
  /** What came of an external sign-in, if the browser comes back from one. */
  external: string | null;
  returnTo: string;
  onStep: (result: SignInResult) => void;
}

export function SignInForm({ form, options, external, returnTo, onStep }: Props) {
  const send = useMutation({ mutationFn: signIn, onSuccess: onStep });
  const tenantId = Form.useWatch('tenantId', form) ?? '';
  return (
    <>
      <Form form={form} className={styles.form} layout="vertical" requiredMark={false} onFinish={send.mutate}>
        <h1 className={styles.title}>{t('account.title')}</h1>
        {external && !send.isError && (
          <Alert
            className={styles.refusal}
            type="warning"
            showIcon
            title={tOr(`account.external.${external}`, t('account.external.Failed'))}
          />
        )}
        <Refusal error={send.error} />
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
        <Button type="primary" htmlType="submit" size="large" block loading={send.isPending}>
          {t('account.submit')}
        </Button>
      </Form>
      <ExternalProviders providers={options.externalProviders} tenantId={tenantId} returnTo={returnTo} />
    </>
  );
}

function unitsOf({ cityName, counties }: SignInOptions) {
  return [
    { value: '', label: t('account.city', { name: cityName }) },
    ...counties.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
