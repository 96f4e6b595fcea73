import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Plan } from '../../api/client';
import { t } from '../../shared/language';
import { PersonSelect } from '../../shared/selects';
import { EmptyBlock } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { assignPeople } from './api';
import styles from './plans.module.css';
import { departmentsWithoutPerson } from './planTree';

/** One choice for each department that leads; only leaves that lack a person are filled. */
export function AssignPeopleDrawer({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const departments = departmentsWithoutPerson(plan);
  const people = Object.entries(chosen).map(([organisationId, personId]) => ({ organisationId, personId }));
  const assign = useAction(() => assignPeople(plan, people), {
    done: t('plan.assign.done'),
    onDone: onClose,
  });
  const choose = (organisationId: string, personId: string | null) => {
    const { [organisationId]: _, ...others } = chosen;
    setChosen(personId ? { ...others, [organisationId]: personId } : others);
  };
  return (
    <Drawer
      open
      size={560}
      title={t('plan.assign')}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          block
          disabled={people.length === 0}
          loading={assign.isPending}
          onClick={() => assign.mutate(undefined)}
        >
          {t('action.save')}
        </Button>
      }
    >
      <p className={styles.soft}>{t('plan.assign.hint')}</p>
      {departments.length === 0 && <EmptyBlock text={t('plan.assign.none')} />}
      {departments.map(({ id, name, count }) => (
        <div key={id} className={styles.assignRow}>
          <div>
            <strong>{name}</strong>
            <div className={styles.soft}>{t('plan.assign.count', { count })}</div>
          </div>
          <PersonSelect
            organisationId={id}
            value={chosen[id] ?? null}
            onChange={(personId) => choose(id, personId)}
            aria-label={`${name} ${t('field.person')}`}
          />
        </div>
      ))}
    </Drawer>
  );
}
