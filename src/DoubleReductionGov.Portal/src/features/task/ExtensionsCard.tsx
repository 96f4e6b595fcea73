import { Card, Tag } from 'antd';
import type { Extension } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import styles from './task.module.css';

const colors: Record<Extension['state'], string> = { Asked: 'warning', Granted: 'success', Refused: 'error' };

export function ExtensionsCard({ extensions }: { extensions: Extension[] }) {
  return (
    <Card title={t('task.extensions')}>
      {extensions.map((extension) => (
        <div key={extension.id} className={styles.extension}>
          <div>
            <strong>
              {t('task.extensions.dates', { oldDue: extension.oldDue, newDue: extension.newDue })}
            </strong>{' '}
            <Tag color={colors[extension.state]}>{t(`task.extension.${extension.state}`)}</Tag>
          </div>
          <div>{extension.reason}</div>
          <div className={styles.soft}>
            {t('task.extensions.asked', { who: extension.askedBy, time: formatTime(extension.askedAt) })}
          </div>
          {extension.decidedBy && (
            <div className={styles.soft}>
              {t('task.extensions.decided', {
                who: extension.decidedBy,
                time: formatTime(extension.decidedAt),
              })}
              {extension.decisionReason && t('text.colon') + extension.decisionReason}
            </div>
          )}
        </div>
      ))}
    </Card>
  );
}
