import { Tag } from 'antd';
import type { PlanState } from '../../api/client';
import { t } from '../../shared/language';

const colors: Record<PlanState, string> = { Draft: 'default', Approved: 'processing', Published: 'success' };

export function PlanStateTag({ state }: { state: PlanState }) {
  return <Tag color={colors[state]}>{t(`plans.state.${state}`)}</Tag>;
}
