import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import type { UserImportResult } from '../../api/client';
import { saveFile } from '../../shared/download';
import { t } from '../../shared/language';
import { useAction } from '../../shared/useAction';
import { importTemplate, importUsers } from './api';
import { ImportAccounts, ImportErrors } from './ImportResult';
import styles from './users.module.css';

/** Checked first, imported after that: what is wrong with the file is seen before anything has happened. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [checked, setChecked] = useState<{ file: File; result: UserImportResult } | null>(null);
  const [done, setDone] = useState<UserImportResult | null>(null);
  const check = useAction(async (file: File) => setChecked({ file, result: await importUsers(file, true) }));
  const run = useAction((file: File) => importUsers(file, false), {
    onDone: (result) => (result.errors.length > 0 ? setChecked(null) : setDone(result)),
  });
  if (done) return <ImportAccounts result={done} onClose={onClose} />;
  const isGood = checked !== null && checked.result.errors.length === 0;
  return (
    <Modal
      open
      width={760}
      title={t('users.import.title')}
      okText={t('users.import.run', { count: checked?.result.rowCount ?? 0 })}
      okButtonProps={{ disabled: !isGood, loading: run.isPending }}
      onOk={() => checked && run.mutate(checked.file)}
      onCancel={onClose}
    >
      <p>{t('users.import.hint')}</p>
      <div className={styles.importTools}>
        <TemplateButton />
      </div>
      <Upload.Dragger
        accept=".csv,.xlsx"
        showUploadList={false}
        disabled={check.isPending || run.isPending}
        beforeUpload={(file) => {
          check.mutate(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <FileExcelOutlined />
        </p>
        <p>{checked ? checked.file.name : t('users.import.drop')}</p>
      </Upload.Dragger>
      {checked && <CheckResult result={checked.result} />}
    </Modal>
  );
}

function CheckResult({ result: { rowCount, errors } }: { result: UserImportResult }) {
  if (errors.length === 0)
    return (
      <Alert
        type="success"
        showIcon
        className={styles.result}
        title={t('users.import.checked', { count: rowCount })}
      />
    );
  return (
    <>
      <Alert
        type="error"
        showIcon
        className={styles.result}
        title={t('users.import.refused', { count: errors.length })}
      />
      <ImportErrors errors={errors} />
    </>
  );
}

function TemplateButton() {
  const save = useAction(() => saveFile(importTemplate(), `${t('users.import.title')}.csv`));
  return (
    <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate(undefined)}>
      {t('users.import.template')}
    </Button>
  );
}
