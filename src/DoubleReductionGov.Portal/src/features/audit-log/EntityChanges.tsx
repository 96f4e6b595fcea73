import { Table, Tag } from 'antd';
import { Link } from 'react-router';
import type { EntityChange, PropertyChange } from '../../api/client';
import { t } from '../../shared/language';
import { paths } from '../../shared/paths';
import styles from './auditLog.module.css';
import { shortTypeName, valueText } from './values';

const colors = { Created: 'success', Updated: 'processing', Deleted: 'error' } as const;

/** Every object that the request changed, each field with its old and its new value. */
export function EntityChanges({ changes, onLeave }: { changes: EntityChange[]; onLeave: () => void }) {
  return changes.map((change) => (
    <section key={change.id} className={styles.part}>
      <div className={styles.changeHead}>
        <Tag color={colors[change.changeType]}>{t(`auditLog.change.${change.changeType}`)}</Tag>
        <strong>{shortTypeName(change.entityTypeFullName)}</strong>
        <code className={styles.soft}>{change.entityId}</code>
        <Link to={paths.auditLogsOf(change.entityTypeFullName, change.entityId ?? '')} onClick={onLeave}>
          {t('auditLog.history')}
        </Link>
      </div>
      <Table<PropertyChange>
        size="small"
        aria-label={`${t('auditLog.entityChanges')} ${shortTypeName(change.entityTypeFullName)}`}
        rowKey="propertyName"
        pagination={false}
        dataSource={change.propertyChanges}
        scroll={{ x: 480 }}
        columns={[
          { title: t('auditLog.property'), dataIndex: 'propertyName', width: 180 },
          {
            title: t('auditLog.old'),
            dataIndex: 'originalValue',
            render: (value: string | null) => <del className={styles.old}>{valueText(value)}</del>,
          },
          {
            title: t('auditLog.new'),
            dataIndex: 'newValue',
            render: (value: string | null) => <ins className={styles.new}>{valueText(value)}</ins>,
          },
        ]}
      />
    </section>
  ));
}
