import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Drawer, Tag } from 'antd';
import type { AuditLog } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { EmptyBlock, Loaded } from '../../shared/states';
import { auditLogQuery } from './api';
import styles from './auditLog.module.css';
import { EntityChanges } from './EntityChanges';
import { parametersText } from './values';

export function AuditLogDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const log = useQuery(auditLogQuery(id));
  return (
    <Drawer open size={760} title={t('log.detail')} onClose={onClose}>
      <Loaded query={log}>{(data) => <Detail log={data} onLeave={onClose} />}</Loaded>
    </Drawer>
  );
}

function Detail({ log, onLeave }: { log: AuditLog; onLeave: () => void }) {
  return (
    <>
      <Facts log={log} />
      {log.exceptions && (
        <Alert
          type="error"
          showIcon
          className={styles.part}
          title={t('auditLog.exceptions')}
          description={<pre className={styles.code}>{log.exceptions}</pre>}
        />
      )}
      <h2 className={styles.heading}>{t('auditLog.entityChanges')}</h2>
      {log.entityChanges.length === 0 && <EmptyBlock text={t('auditLog.entityChanges.none')} />}
      <EntityChanges changes={log.entityChanges} onLeave={onLeave} />
      <h2 className={styles.heading}>{t('auditLog.actions')}</h2>
      {log.actions.map((action) => (
        <section key={`${action.serviceName}.${action.methodName}.${action.executionTime}`}>
          <strong>
            {action.serviceName}.{action.methodName}
          </strong>{' '}
          <Tag>{action.executionDuration} ms</Tag>
          <pre className={styles.code}>{parametersText(action.parameters)}</pre>
        </section>
      ))}
    </>
  );
}

function Facts({ log }: { log: AuditLog }) {
  const facts: [string, string | null][] = [
    [t('field.time'), formatTime(log.executionTime)],
    [t('field.userName'), log.userName],
    [t('auditLog.tenant'), log.tenantName],
    [t('auditLog.request'), [log.httpMethod, log.url].filter(Boolean).join(' ')],
    [t('auditLog.status.code'), log.httpStatusCode?.toString() ?? null],
    [t('auditLog.duration'), log.executionDuration.toString()],
    [t('log.address'), log.clientIpAddress],
    [t('securityLog.client'), log.clientId],
    [t('securityLog.browser'), log.browserInfo],
    [t('securityLog.correlation'), log.correlationId],
    [t('auditLog.comments'), log.comments],
  ];
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={facts
        .filter(([, value]) => value)
        .map(([label, value]) => ({
          key: label,
          label,
          children: <span className={styles.value}>{value}</span>,
        }))}
    />
  );
}
