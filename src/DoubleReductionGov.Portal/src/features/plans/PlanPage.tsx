import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Plan, PlanItem } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { isBeingIssued, planQuery } from './api';
import { PlanActions } from './PlanActions';
import { PlanItemDrawer } from './PlanItemDrawer';
import { type Found, PlanItemsTable } from './PlanItemsTable';
import { PlanMissing } from './PlanMissing';
import { PlanStateTag } from './PlanStateTag';
import styles from './plans.module.css';

export default function PlanPage() {
  const { id = '' } = useParams();
  const plan = useQuery(planQuery(id));
  return <Loaded query={plan}>{(data) => <PlanView plan={data} />}</Loaded>;
}

function PlanView({ plan }: { plan: Plan }) {
  const can = useCan();
  const [edited, setEdited] = useState<PlanItem | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const editable = plan.state === 'Draft' && can(permissions.plansEdit);
  return (
    <>
      <PageHeader
        back={paths.plans}
        title={
          <>
            {plan.title} <PlanStateTag state={plan.state} />
          </>
        }
        subtitle={<PlanFacts plan={plan} />}
      >
        <PlanActions plan={plan} />
      </PageHeader>
      {plan.missing.length > 0 && <PlanMissing plan={plan} onChosen={(id) => setFound({ id })} />}
      {plan.state === 'Published' && <PlanReceipt plan={plan} />}
      <Card styles={{ body: { padding: 0 } }}>
        <PlanItemsTable plan={plan} found={found} onEdit={editable ? setEdited : null} />
      </Card>
      {edited && <PlanItemDrawer plan={plan} item={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function PlanFacts({ plan }: { plan: Plan }) {
  const { approvedBy, publishedBy } = plan;
  return (
    <div className={styles.signatures}>
      <span>{t('plan.document', { document: plan.document })}</span>
      <span>
        {plan.start} – {plan.due}
      </span>
      {approvedBy && (
        <span>{t('plan.approved', { name: approvedBy.name, time: formatTime(approvedBy.time) })}</span>
      )}
      {publishedBy && (
        <span>{t('plan.published', { name: publishedBy.name, time: formatTime(publishedBy.time) })}</span>
      )}
    </div>
  );
}

function PlanReceipt({ plan }: { plan: Plan }) {
  const waiting = isBeingIssued(plan);
  const numbers = { count: plan.issuedCounties, total: plan.countyCount };
  return (
    <Alert
      className={styles.banner}
      type={waiting ? 'info' : 'success'}
      showIcon
      role="status"
      title={t(waiting ? 'plan.receiving' : 'plan.received', numbers)}
    />
  );
}
