import { Table, type TableColumnsType, Tag } from 'antd';
import type { SorterResult } from 'antd/es/table/interface';
import { Link } from 'react-router';
import type { TaskListItem } from '../../api/client';
import { useComingFrom } from '../../shared/backPath';
import { DueDate } from '../../shared/DueDate';
import { LightTag } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { PlanProgress } from '../../shared/PlanProgress';
import { paths } from '../../shared/paths';
import { EmptyBlock } from '../../shared/states';
import { TaskStateTag } from '../../shared/TaskStateTag';
import styles from './TaskTable.module.css';
import type { TaskFilter } from './taskFilter';

interface Props {
  tasks: TaskListItem[];
  total: number;
  loading: boolean;
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
}

/** Sorted and paged by the server; without a chosen order red comes first. */
export function TaskTable({ tasks, total, loading, filter, onChange }: Props) {
  return (
    <Table<TaskListItem>
      aria-label={t('workbench.table')}
      rowKey="id"
      size="middle"
      columns={columnsOf(filter.sorting)}
      dataSource={tasks}
      loading={loading}
      locale={{ emptyText: <EmptyBlock text={t('workbench.empty')} /> }}
      scroll={{ x: 1020 }}
      pagination={{
        current: filter.page,
        pageSize: filter.pageSize,
        total,
        showSizeChanger: true,
        pageSizeOptions: [20, 50, 100],
        showTotal: (count) => t('page.total', { total: count }),
      }}
      onChange={({ current = 1, pageSize = filter.pageSize }, _, sorter) => {
        const sorting = sortingOf(Array.isArray(sorter) ? sorter[0] : sorter);
        onChange({ ...filter, sorting, pageSize, page: sorting === filter.sorting ? current : 1 });
      }}
    />
  );
}

function sortingOf(sorter: SorterResult<TaskListItem> | undefined): string | undefined {
  if (!sorter?.order || !sorter.columnKey) return undefined;
  return `${sorter.columnKey} ${sorter.order === 'descend' ? 'desc' : 'asc'}`;
}

function columnsOf(sorting: string | undefined): TableColumnsType<TaskListItem> {
  const [field, direction] = (sorting ?? '').split(' ');
  const sortable = (key: string) => ({
    key,
    sorter: true,
    sortOrder: field === key ? (direction === 'desc' ? ('descend' as const) : ('ascend' as const)) : null,
  });
  return [
    { title: t('light.word'), dataIndex: 'light', width: 88, render: (light) => <LightTag light={light} /> },
    { title: t('field.number'), dataIndex: 'number', width: 84, ...sortable('number') },
    { title: t('field.task'), key: 'title', render: (_, task) => <Title task={task} /> },
    { title: t('field.department'), dataIndex: 'leadName', width: 132 },
    {
      title: t('field.person'),
      dataIndex: 'personName',
      width: 92,
      render: (name) => <PersonName name={name} />,
    },
    { title: t('field.due'), width: 118, ...sortable('due'), render: (_, task) => <DueDate {...task} /> },
    {
      title: t('progress.word'),
      width: 178,
      ...sortable('progress'),
      render: (_, { light, progress, planned }) => (
        <PlanProgress light={light} progress={progress} planned={planned} />
      ),
    },
    {
      title: t('field.state'),
      dataIndex: 'state',
      width: 104,
      render: (state) => <TaskStateTag state={state} />,
    },
  ];
}

function Title({ task }: { task: TaskListItem }) {
  const from = useComingFrom();
  return (
    <>
      <Link to={paths.task(task.id)} state={from} className={styles.title}>
        {task.title}
      </Link>
      <div className={styles.more}>
        {task.stepCount > 0 && t('workbench.column.steps', { done: task.stepsDone, count: task.stepCount })}
        {task.waitingExtension && <Tag color="warning">{t('workbench.waitingExtension')}</Tag>}
      </div>
    </>
  );
}

function PersonName({ name }: { name: string | null }) {
  if (name) return name;
  return <span className={styles.missing}>{t('person.none')}</span>;
}
