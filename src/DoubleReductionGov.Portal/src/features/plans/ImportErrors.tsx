import { Table } from 'antd';
import { t } from '../../shared/language';
import type { PlanFileError } from './planFileErrors';

/** Every error of the file at once, by line, so that one correction is enough. */
export function ImportErrors({ errors }: { errors: PlanFileError[] }) {
  return (
    <Table
      size="small"
      rowKey={({ line, message }) => `${line}-${message}`}
      dataSource={errors}
      pagination={errors.length > 50 ? { pageSize: 50 } : false}
      scroll={{ y: 320 }}
      columns={[
        {
          title: t('plans.import.line'),
          dataIndex: 'line',
          width: 80,
          align: 'right',
          render: (line) => line ?? t('plans.import.wholeFile'),
        },
        { title: t('plans.import.reason'), dataIndex: 'message' },
      ]}
    />
  );
}
