import { Alert, Button, Modal, Table } from 'antd';
import type { UserImportResult } from '../../api/client';
import { downloadCsv } from '../../shared/csv';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import styles from './users.module.css';

const pagesOf = (count: number) => (count > 50 ? { pageSize: 50, showSizeChanger: false } : false);

/** Every error of the file at once, by row and column, so that one correction is enough. */
export function ImportErrors({ errors }: { errors: UserImportResult['errors'] }) {
  return (
    <Table
      size="small"
      aria-label={t('users.import.errors')}
      rowKey={({ row, column, message }) => `${row}-${column}-${message}`}
      dataSource={errors}
      pagination={pagesOf(errors.length)}
      scroll={{ y: 280 }}
      columns={[
        { title: t('users.import.row'), dataIndex: 'row', width: 70, align: 'right' },
        {
          title: t('users.import.column'),
          dataIndex: 'column',
          width: 120,
          render: (column: string | null) => column ?? '—',
        },
        { title: t('users.import.reason'), dataIndex: 'message' },
      ]}
    />
  );
}

/** The one-time passwords, shown only here: it closes by its button alone. */
export function ImportAccounts({ result, onClose }: { result: UserImportResult; onClose: () => void }) {
  const save = () =>
    downloadCsv(`${t('users.import.fileName')}.csv`, [
      [t('field.userName'), t('users.password')],
      ...result.accounts.map(({ userName, password }) => [userName, password]),
    ]);
  return (
    <Modal
      open
      width={640}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('users.import.done', { count: result.createdCount })}
      footer={
        <>
          <Button onClick={save}>{t('users.import.save')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('secret.kept')}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={t('users.import.passwords')} className={styles.result} />
      <Table
        size="small"
        aria-label={t('users.import.accounts')}
        rowKey="row"
        dataSource={result.accounts}
        pagination={pagesOf(result.accounts.length)}
        scroll={{ y: 320 }}
        columns={[
          { title: t('field.userName'), dataIndex: 'userName' },
          {
            title: t('users.password'),
            dataIndex: 'password',
            render: (password: string) => <code>{password}</code>,
          },
          { title: t('field.to'), dataIndex: 'expiresAt', width: 160, render: formatTime },
        ]}
      />
    </Modal>
  );
}
