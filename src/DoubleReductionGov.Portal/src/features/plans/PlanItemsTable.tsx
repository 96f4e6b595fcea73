import { EditOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { MissingItem, Plan, PlanItem } from '../../api/client';
import { t } from '../../shared/language';
import { isNumber } from '../../shared/measure';
import styles from './plans.module.css';
import { allKeysOf, type PlanRow, planTreeOf } from './planTree';

/** A new object for each wish, so that the same item can be looked for twice. */
export interface Found {
  id: string;
}

interface Props {
  plan: Plan;
  /** The item to bring into view. */
  found: Found | null;
  onEdit: ((item: PlanItem) => void) | null;
}

export function PlanItemsTable({ plan, found, onEdit }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = planTreeOf(plan.items);
  const sectionKeys = rows.map((row) => row.key);
  const [expanded, setExpanded] = useState<readonly React.Key[]>(sectionKeys);

  const allOpen = expanded.length > sectionKeys.length;
  const items = plan.items;
  useEffect(() => {
    if (!found) return;
    setExpanded(allKeysOf(planTreeOf(items)));
    requestAnimationFrame(() => {
      const row = frame.current?.querySelector(`[data-row-key="${CSS.escape(found.id)}"]`);
      row?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    });
  }, [found, items]);

  return (
    <div ref={frame}>
      <div className={styles.tableTools}>
        <Button size="small" onClick={() => setExpanded(allOpen ? sectionKeys : allKeysOf(rows))}>
          {t(allOpen ? 'plan.closeAll' : 'plan.openAll')}
        </Button>
      </div>
      <Table<PlanRow>
        size="middle"
        pagination={false}
        scroll={{ x: 1060 }}
        columns={columnsOf(plan.missing, onEdit)}
        dataSource={rows}
        expandable={{
          expandedRowKeys: expanded,
          onExpandedRowsChange: setExpanded,
          indentSize: 18,
        }}
        rowClassName={(row) => classOf(row, found?.id)}
      />
    </div>
  );
}

function classOf(row: PlanRow, found: string | undefined): string {
  if (row.key === found) return styles.found ?? '';
  if (row.kind === 'section') return styles.section ?? '';
  return (row.item.parentId === null ? '' : styles.step) ?? '';
}

type Column = TableColumnsType<PlanRow>[number];

function columnsOf(missing: MissingItem[], onEdit: Props['onEdit']): TableColumnsType<PlanRow> {
  const lacks = new Map(missing.map((item) => [item.number, new Set(item.missing)]));
  const lacking = (item: PlanItem, part: MissingItem['missing'][number]) =>
    lacks.get(item.number)?.has(part) ? (
      <span className={styles.missing}>{t(`plan.missing.${part}`)}</span>
    ) : (
      '—'
    );
  const column = (title: string, width: number, render: (item: PlanItem) => React.ReactNode): Column => ({
    title,
    key: title,
    width,
    onCell: (row) => ({ colSpan: row.kind === 'section' ? 0 : 1 }),
    render: (_, row) => row.kind === 'item' && render(row.item),
  });
  return [
    {
      title: t('plan.item'),
      key: 'title',
      onCell: (row) => ({ colSpan: row.kind === 'section' ? 8 : 1 }),
      render: (_, row) => (row.kind === 'section' ? row.title : `${row.item.number} ${row.item.title}`),
    },
    column(t('plan.lead'), 124, (item) => item.leadName ?? lacking(item, 'Lead')),
    column(t('plan.support'), 140, (item) => item.support.map(({ name }) => name).join(t('text.list'))),
    column(t('field.person'), 88, (item) => item.personName ?? lacking(item, 'Person')),
    column(t('plans.dates'), 108, (item) => (
      <>
        {item.start ?? lacking(item, 'Start')}
        <br />
        {item.due ?? lacking(item, 'Due')}
      </>
    )),
    column(t('field.weight'), 60, (item) => item.weight),
    column(t('plan.measure'), 210, (item) =>
      item.measure ? <MeasureText item={item} /> : lacking(item, 'Measure'),
    ),
    {
      ...column(t('action.edit'), 60, (item) => (
        <Button
          type="text"
          icon={<EditOutlined />}
          disabled={!onEdit}
          title={onEdit ? undefined : t('plan.fixed')}
          aria-label={`${t('action.edit')} ${item.title}`}
          onClick={() => onEdit?.(item)}
        />
      )),
    },
  ];
}

function MeasureText({ item: { measure, predecessors } }: { item: PlanItem }) {
  if (!measure) return null;
  return (
    <>
      {measure.text}
      {isNumber(measure) && ` ${measure.target} ${measure.unit ?? ''}`}
      {predecessors.length > 0 && (
        <div className={styles.soft}>
          {t('plan.after')} {predecessors.join(t('text.list'))}
        </div>
      )}
    </>
  );
}
