import { Table, type TableColumnsType, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { t } from './language';
import { type ListSearch, pageSize } from './listSearch';
import { EmptyBlock } from './states';

interface Props<Row> {
  /** What the table lists, for those who cannot see the heading above it. */
  label: string;
  rowKey: TableProps<Row>['rowKey'];
  columns: TableColumnsType<Row>;
  rows: Row[];
  total: number;
  search: Pick<ListSearch<string>, 'page' | 'sorting' | 'change'>;
  empty?: ReactNode;
  width?: number;
  loading?: boolean;
}

/** One page of a list that the server filters and sorts. A column sorts when its key is a field the server sorts by. */
export function DataTable<Row extends object>({ label, columns, rows, total, search, ...props }: Props<Row>) {
  const [field, direction] = search.sorting.split(' ');
  return (
    <Table<Row>
      aria-label={label}
      rowKey={props.rowKey}
      size="middle"
      loading={props.loading}
      columns={columns.map((column) =>
        column.sorter
          ? {
              ...column,
              sortOrder: column.key === field ? (direction === 'desc' ? 'descend' : 'ascend') : null,
            }
          : column,
      )}
      dataSource={rows}
      scroll={{ x: props.width ?? 900 }}
      locale={{ emptyText: <EmptyBlock text={props.empty} /> }}
      pagination={{
        current: search.page,
        pageSize,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        showTotal: (count) => t('page.total', { total: count }),
      }}
      onChange={({ current = 1 }, _, sorter, { action }) => {
        if (action === 'paginate') search.change({ page: current > 1 ? String(current) : null });
        if (action === 'sort' && !Array.isArray(sorter)) search.change({ sorting: sortingOf(sorter) });
      }}
    />
  );
}

function sortingOf({
  columnKey,
  order,
}: {
  columnKey?: React.Key;
  order?: 'ascend' | 'descend' | null;
}): string {
  if (!order) return '';
  return order === 'descend' ? `${columnKey} desc` : String(columnKey);
}
