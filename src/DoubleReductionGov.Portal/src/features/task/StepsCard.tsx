import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Card, Popconfirm, Space, Table, type TableColumnsType, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import type { Step, Task } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { LightTag } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { isNumber, valueOfTarget } from '../../shared/measure';
import { PlanProgress } from '../../shared/PlanProgress';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { EmptyBlock } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { removeStep } from './api';
import { closedReason } from './claimReadiness';
import { ProgressEntry } from './ProgressEntry';
import { StepDrawer } from './StepDrawer';
import styles from './task.module.css';

export function StepsCard({ task, readOnly }: { task: Task; readOnly: boolean }) {
  const can = useCan();
  const [edited, setEdited] = useState<Step | 'new' | null>(null);
  const closed = closedReason(task);
  const title = (
    <Space>
      {t('task.steps')}
      {task.steps.length > 0 && (
        <span className={styles.soft}>
          {t('task.steps.summary', {
            done: task.steps.filter((step) => step.progress === 100).length,
            count: task.steps.length,
          })}
        </span>
      )}
    </Space>
  );
  const add = (
    <ActionButton
      allowed={!readOnly && can(permissions.tasksSteps)}
      hindrance={closed}
      icon={<PlusOutlined />}
      onClick={() => setEdited('new')}
    >
      {t('task.step.add')}
    </ActionButton>
  );
  return (
    <Card title={title} extra={add} styles={{ body: { padding: task.steps.length > 0 ? 0 : undefined } }}>
      {task.steps.length === 0 ? (
        <EmptyBlock text={t(readOnly || closed ? 'task.steps.none' : 'task.steps.empty')} />
      ) : (
        <Table<Step>
          rowKey="id"
          size="middle"
          pagination={false}
          scroll={{ x: readOnly ? 600 : 720 }}
          dataSource={task.steps}
          columns={[...factColumns(task), ...(readOnly ? [] : [actionColumn(task, setEdited)])]}
        />
      )}
      {edited && (
        <StepDrawer task={task} step={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Card>
  );
}

function factColumns(task: Task): TableColumnsType<Step> {
  return [
    { title: t('light.word'), dataIndex: 'light', width: 84, render: (light) => <LightTag light={light} /> },
    {
      title: t('task.steps'),
      key: 'title',
      render: (_, step) => (
        <>
          {step.number} {step.title}{' '}
          {step.fromPlan && (
            <Tooltip title={t('task.steps.fromPlanHint')}>
              <Tag>{t('task.steps.fromPlan')}</Tag>
            </Tooltip>
          )}
        </>
      ),
    },
    {
      title: t('field.person'),
      dataIndex: 'personName',
      width: 84,
      render: (name) => name ?? <span className={styles.soft}>{task.personName ?? t('person.none')}</span>,
    },
    {
      title: t('task.dates'),
      key: 'dates',
      width: 106,
      render: (_, { start, due }) => (
        <>
          {start}
          <br />
          {due}
        </>
      ),
    },
    { title: t('field.weight'), dataIndex: 'weight', width: 64, align: 'right' },
    {
      title: t('progress.word'),
      key: 'progress',
      width: 150,
      render: (_, step) => (
        <>
          <PlanProgress light={step.light} progress={step.progress} planned={step.planned} />
          {isNumber(step.measure) && (
            <span className={styles.soft}>{valueOfTarget(step.value, step.measure)}</span>
          )}
        </>
      ),
    },
  ];
}

function actionColumn(task: Task, edit: (step: Step) => void): TableColumnsType<Step>[number] {
  return {
    title: t('action.edit'),
    key: 'actions',
    width: 130,
    render: (_, step) => <StepButtons task={task} step={step} onEdit={() => edit(step)} />,
  };
}

function StepButtons({ task, step, onEdit }: { task: Task; step: Step; onEdit: () => void }) {
  const can = useCan();
  const closed = closedReason(task);
  const remove = useAction(() => removeStep(task, step.id), { done: t('task.step.removed') });
  const common = { type: 'text' as const, size: 'small' as const, allowed: can(permissions.tasksSteps) };
  const removal = closed ?? (step.fromPlan ? t('task.steps.fromPlanHint') : null);
  const removeButton = (
    <ActionButton
      {...common}
      hindrance={removal}
      icon={<DeleteOutlined />}
      aria-label={`${t('action.remove')} ${step.title}`}
    />
  );
  return (
    <Space size={0}>
      <ProgressEntry task={task} step={step} compact />
      <ActionButton
        {...common}
        hindrance={closed}
        icon={<EditOutlined />}
        aria-label={`${t('action.edit')} ${step.title}`}
        onClick={onEdit}
      />
      {removal ? (
        removeButton
      ) : (
        <Popconfirm
          title={t('task.step.removeSure', { title: step.title })}
          onConfirm={() => remove.mutate(undefined)}
        >
          {removeButton}
        </Popconfirm>
      )}
    </Space>
  );
}
