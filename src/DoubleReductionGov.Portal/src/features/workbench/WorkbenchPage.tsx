import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { useSearchParams } from 'react-router';
import { LightLegend } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { useSession } from '../../shared/session';
import { ErrorBlock, Loaded } from '../../shared/states';
import { useShowError } from '../../shared/useAction';
import { exportMaximum, fetchForExport, summaryQuery, tasksQuery } from './api';
import { exportTasks } from './exportTasks';
import { SummaryTiles } from './SummaryTiles';
import { TaskFilters } from './TaskFilters';
import { TaskTable } from './TaskTable';
import { filterOf, searchOf, type TaskFilter } from './taskFilter';

export default function WorkbenchPage() {
  const { tenantName } = useSession();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const show = (changed: TaskFilter) => setSearch(searchOf(changed));
  const summary = useQuery(summaryQuery());
  return (
    <Loaded query={summary}>
      {(data) => (
        <>
          <PageHeader
            title={`${tenantName ?? ''} ${t('workbench.title')}`}
            subtitle={t('workbench.subtitle', { today: data.today })}
          >
            <LightLegend />
          </PageHeader>
          <SummaryTiles summary={data} filter={filter} onChange={show} />
          <Card title={t('workbench.tasks')} extra={<ExportButton filter={filter} today={data.today} />}>
            <TaskFilters filter={filter} plans={data.plans} onChange={show} />
            <FilteredTasks filter={filter} onChange={show} />
          </Card>
        </>
      )}
    </Loaded>
  );
}

function FilteredTasks({ filter, onChange }: { filter: TaskFilter; onChange: (filter: TaskFilter) => void }) {
  const tasks = useQuery({ ...tasksQuery(filter), placeholderData: keepPreviousData });
  if (tasks.isError) return <ErrorBlock error={tasks.error} retry={() => void tasks.refetch()} />;
  return (
    <TaskTable
      tasks={tasks.data?.items ?? []}
      total={tasks.data?.totalCount ?? 0}
      loading={tasks.isFetching && (tasks.isLoading || tasks.isPlaceholderData)}
      filter={filter}
      onChange={onChange}
    />
  );
}

function ExportButton({ filter, today }: { filter: TaskFilter; today: string }) {
  const { message } = App.useApp();
  const showError = useShowError();
  const run = useMutation({
    mutationFn: () => fetchForExport(filter),
    onError: showError,
    onSuccess: ({ tasks, cut }) => {
      exportTasks(tasks, today);
      if (cut) void message.warning(t('workbench.export.cut', { count: exportMaximum }));
      else void message.success(t('workbench.export.done', { count: tasks.length }));
    },
  });
  return (
    <Button icon={<DownloadOutlined />} loading={run.isPending} onClick={() => run.mutate()}>
      {t('workbench.export')}
    </Button>
  );
}
