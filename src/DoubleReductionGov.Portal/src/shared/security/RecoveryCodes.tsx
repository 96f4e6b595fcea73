import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { t } from '../language';
import styles from './security.module.css';

/** The ten codes, shown once: to copy, to print, and a button that says they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    void message.success(t('secret.copied'));
  };
  return (
    <div className={styles.recovery}>
      <Alert type="warning" showIcon title={t('account.recovery.hint')} />
      <ul className={styles.codes} aria-label={t('account.recovery.list')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.tools}>
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('action.copy')}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
        <Button type="primary" onClick={onKept}>
          {t('account.recovery.kept')}
        </Button>
      </div>
    </div>
  );
}
