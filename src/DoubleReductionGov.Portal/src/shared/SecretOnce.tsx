import { Alert, Modal, Typography } from 'antd';
import { t } from './language';
import styles from './SecretOnce.module.css';

interface Props {
  title: string;
  /** For whom or what each secret is, and the secret. */
  secrets: { label: string; value: string }[];
  hint?: string;
  onClose: () => void;
}

/** What the server tells only once: it closes by the button alone, so that a stray click loses nothing. */
export function SecretOnce({ title, secrets, hint, onClose }: Props) {
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      okText={t('secret.kept')}
      onOk={onClose}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <Alert type="warning" showIcon title={t('secret.once')} description={hint} />
      <dl className={styles.secrets}>
        {secrets.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Typography.Text
                code
                copyable={{ text: value, tooltips: [t('secret.copy'), t('secret.copied')] }}
              >
                {value}
              </Typography.Text>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
