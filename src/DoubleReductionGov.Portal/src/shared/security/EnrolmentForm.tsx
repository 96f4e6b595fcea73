import { Button, Form, Input, QRCode, Typography } from 'antd';
import { t } from '../language';
import styles from './security.module.css';

interface Props {
  secret: string;
  /** otpauth://totp/… */
  uri: string;
  pending: boolean;
  onCode: (code: string) => void;
}

/** The key of a new authenticator app as a picture and to type, and the first code the app shows. */
export function EnrolmentForm({ secret, uri, pending, onCode }: Props) {
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => onCode(code.replaceAll(/\s/g, ''))}
    >
      <div className={styles.enrolment}>
        <div role="img" aria-label={t('account.enrol.qr')}>
          <QRCode value={uri} type="svg" size={180} errorLevel="M" />
        </div>
        <div>
          <p>{t('account.enrol.scan')}</p>
          <p className={styles.soft}>{t('account.enrol.secret')}</p>
          <Typography.Text code copyable={{ text: secret, tooltips: [t('secret.copy'), t('secret.copied')] }}>
            {secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </Typography.Text>
        </div>
      </div>
      <Form.Item
        name="code"
        label={t('account.enrol.code')}
        rules={[{ required: true, message: t('field.required') }]}
      >
        <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={pending}>
        {t('account.enrol.submit')}
      </Button>
    </Form>
  );
}
