import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Table, type TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import { api, type Visit } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { EmptyBlock, Loaded } from '../../shared/states';

const pageSize = 20;

const visitsQuery = (page: number) =>
  api.queryOptions('get', '/api/directory/visit', {
    params: { query: { skipCount: (page - 1) * pageSize, maxResultCount: pageSize } },
  });

/** The county sees who of the city looked at what, when and for what purpose. */
export default function VisitsPage() {
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Number(search.get('page')) || 1);
  const visits = useQuery({ ...visitsQuery(page), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title={t('visits.title')} subtitle={t('visits.subtitle')} />
      <Card>
        <Loaded query={visits}>
          {({ items, totalCount }) => (
            <Table<Visit>
              rowKey="id"
              size="middle"
              columns={columns()}
              dataSource={items}
              scroll={{ x: 760 }}
              locale={{ emptyText: <EmptyBlock text={t('visits.empty')} /> }}
              pagination={{
                current: page,
                pageSize,
                total: totalCount,
                hideOnSinglePage: true,
                showTotal: (total) => t('page.total', { total }),
                onChange: (next) => setSearch(next > 1 ? { page: String(next) } : {}),
              }}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function columns(): TableColumnsType<Visit> {
  return [
    { title: t('field.time'), dataIndex: 'time', width: 160, render: formatTime },
    { title: t('visits.visitor'), dataIndex: 'visitorName', width: 110 },
    { title: t('visits.organisation'), dataIndex: 'visitorOrganisation', width: 180 },
    { title: t('visits.purpose'), dataIndex: 'purpose', width: 200 },
    { title: t('visits.subject'), dataIndex: 'subject' },
  ];
}
