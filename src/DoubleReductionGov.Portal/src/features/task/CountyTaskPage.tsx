import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, type Task } from '../../api/client';
import { useBackPath } from '../../shared/backPath';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { countyTaskQuery } from './api';
import { PurposeDialog } from './PurposeDialog';
import { TaskView } from './TaskView';
import { VerificationActions } from './VerificationActions';

/** The city looks into a county: first the purpose, which the county can read, then the task, read-only. */
export default function CountyTaskPage() {
  const { countyId = '', id = '' } = useParams();
  const [purpose, setPurpose] = useState<string | null>(null);
  const navigate = useNavigate();
  if (purpose === null) return <PurposeDialog onGiven={setPurpose} onCancel={() => void navigate(-1)} />;
  return <CountyTask countyId={countyId} id={id} purpose={purpose} />;
}

function CountyTask({ countyId, id, purpose }: { countyId: string; id: string; purpose: string }) {
  const back = useBackPath(paths.wallChart);
  const task = useQuery(countyTaskQuery(id, countyId, purpose));
  const counties = useQuery(api.queryOptions('get', '/api/directory/county'));
  const county = counties.data?.items.find((item) => item.id === countyId)?.name ?? '';
  return (
    <Loaded query={task}>
      {(data: Task) => (
        <>
          <PageHeader
            back={back}
            title={`${county} · ${data.number} ${data.title}`}
            subtitle={data.planTitle}
          >
            <VerificationActions task={data} countyId={countyId} purpose={purpose} />
          </PageHeader>
          <Alert
            type="info"
            showIcon
            style={{ marginBottom: 16 }}
            title={t('task.readOnly', { purpose, county })}
          />
          <TaskView task={data} place={{ taskId: id, county: { id: countyId, purpose } }} readOnly />
        </>
      )}
    </Loaded>
  );
}
