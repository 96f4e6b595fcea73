import { Card, Checkbox, Tag } from 'antd';
import type { Right, RightGroup } from '../../api/client';
import { t, tOr } from '../language';
import styles from './rights.module.css';
import { type Granted, groupToggled, isChanged, toggled } from './rightsTree';

interface Props {
  group: RightGroup;
  /** The rights of the group that the search left. */
  shown: Right[];
  granted: Granted;
  editable: boolean;
  onChange: (granted: Granted) => void;
}

export function GroupCard({ group, shown, granted, editable, onChange }: Props) {
  const allowed = group.rights.filter((right) => right.isAllowed);
  const count = group.rights.filter(({ name }) => granted.has(name)).length;
  const isFull = allowed.length > 0 && allowed.every(({ name }) => granted.has(name));
  return (
    <Card
      className={styles.group}
      title={
        <Checkbox
          checked={isFull}
          indeterminate={count > 0 && !isFull}
          disabled={!editable || allowed.length === 0}
          onChange={() => onChange(groupToggled(group, granted))}
        >
          <span className={styles.groupName}>{group.displayName}</span>
        </Checkbox>
      }
      extra={`${count} / ${group.rights.length}`}
    >
      <ul className={styles.rights}>
        {shown.map((right) => (
          <li key={right.name} style={{ paddingInlineStart: right.depth * 26 }}>
            <Checkbox
              checked={granted.has(right.name)}
              disabled={!editable || !right.isAllowed}
              onChange={() => onChange(toggled(group, granted, right.name))}
            >
              {right.displayName}
            </Checkbox>
            <Marks right={right} granted={granted} editable={editable} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface MarksProps {
  right: Right;
  granted: Granted;
  editable: boolean;
}

function Marks({ right, granted, editable }: MarksProps) {
  return (
    <span className={styles.marks}>
      {isChanged(right, granted) && (
        <Tag color={granted.has(right.name) ? 'success' : 'error'}>
          {t(granted.has(right.name) ? 'rights.added' : 'rights.withdrawn')}
        </Tag>
      )}
      {right.grantedByRoles.length > 0 && (
        <Tag color="processing">
          {t('rights.byRole', { roles: right.grantedByRoles.join(t('text.list')) })}
        </Tag>
      )}
      {editable && !right.isAllowed && <Tag>{t('rights.notAllowed')}</Tag>}
      {right.side !== 'Both' && <Tag>{tOr(`rights.side.${right.side}`, right.side)}</Tag>}
    </span>
  );
}
