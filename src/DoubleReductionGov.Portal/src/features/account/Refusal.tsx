import { Alert } from 'antd';
import { detailLines } from '../../api/apiError';
import { messageOf } from '../../shared/states';
import styles from './signIn.module.css';

/** What the server refused, in its words, above the form. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Alert
      className={styles.refusal}
      type="error"
      showIcon
      title={messageOf(error)}
      description={detailLines(error).join(' ') || undefined}
    />
  );
}
