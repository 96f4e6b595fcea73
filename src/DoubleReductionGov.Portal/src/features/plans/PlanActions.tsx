import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Plan } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { t } from '../../shared/language';
import { paths } from '../../shared/paths';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { useAction } from '../../shared/useAction';
import { AssignPeopleDrawer } from './AssignPeopleDrawer';
import { approvePlan, publishPlan } from './api';

export function PlanActions({ plan }: { plan: Plan }) {
  const can = useCan();
  const { modal } = App.useApp();
  const [assigning, setAssigning] = useState(false);
  const approve = useAction(() => approvePlan(plan), { done: t('plan.approve.done') });
  const publish = useAction(() => publishPlan(plan), { done: t('plan.publish.done') });
  const askApprove = () =>
    modal.confirm({
      title: t('plan.approve.sure', { title: plan.title }),
      content: t('plan.approve.hint'),
      okText: t('plan.approve'),
      onOk: () => approve.mutate(undefined),
    });
  const askPublish = () =>
    modal.confirm({
      title: t('plan.publish.sure', { title: plan.title, count: plan.countyCount }),
      content: t('plan.publish.hint'),
      okText: t('plan.publish'),
      onOk: () => publish.mutate(undefined),
    });
  return (
    <>
      {plan.state === 'Published' && (
        <>
          <Link to={paths.wallChartOf(plan.id)}>
            <Button>{t('plan.wallChart')}</Button>
          </Link>
          <Link to={paths.timelineOf(plan.id)}>
            <Button>{t('plan.timeline')}</Button>
          </Link>
        </>
      )}
      <ActionButton
        allowed={can(permissions.plansEdit) && plan.state === 'Draft'}
        onClick={() => setAssigning(true)}
      >
        {t('plan.assign')}
      </ActionButton>
      <ActionButton
        allowed={can(permissions.plansApprove)}
        hindrance={approveHindrance(plan)}
        type="primary"
        loading={approve.isPending}
        onClick={askApprove}
      >
        {t('plan.approve')}
      </ActionButton>
      <ActionButton
        allowed={can(permissions.plansPublish)}
        hindrance={publishHindrance(plan)}
        type="primary"
        loading={publish.isPending}
        onClick={askPublish}
      >
        {t('plan.publish')}
      </ActionButton>
      {assigning && <AssignPeopleDrawer plan={plan} onClose={() => setAssigning(false)} />}
    </>
  );
}

function approveHindrance({ state, missing }: Plan): string | null {
  if (state !== 'Draft') return t('plan.approve.already');
  return missing.length > 0 ? t('plan.approve.blocked') : null;
}

function publishHindrance({ state }: Plan): string | null {
  if (state === 'Published') return t('plan.publish.already');
  return state === 'Draft' ? t('plan.publish.blocked') : null;
}
