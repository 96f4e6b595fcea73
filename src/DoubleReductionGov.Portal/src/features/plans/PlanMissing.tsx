import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { MissingItem, Plan } from '../../api/client';
import { t } from '../../shared/language';
import styles from './plans.module.css';
import { itemOfMissing } from './planTree';

const shownAtFirst = 8;

interface Props {
  plan: Plan;
  onChosen: (itemId: string) => void;
}

/** What keeps the plan from being approved; a click goes to the line. */
export function PlanMissing({ plan, onChosen }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? plan.missing : plan.missing.slice(0, shownAtFirst);
  const choose = (missing: MissingItem) => {
    const item = itemOfMissing(plan.items, missing);
    if (item) onChosen(item.id);
  };
  return (
    <Alert
      className={styles.banner}
      type="warning"
      showIcon
      title={t('plan.missing', { count: plan.missing.length })}
      description={
        <div className={styles.missingItems}>
          {shown.map((missing) => (
            <Button
              key={missing.number}
              size="small"
              title={missing.title}
              aria-label={t('plan.missing.jump', { number: missing.number, title: missing.title })}
              onClick={() => choose(missing)}
            >
              {missing.number} {missing.missing.map((part) => t(`plan.missing.${part}`)).join(t('text.list'))}
            </Button>
          ))}
          {!all && plan.missing.length > shownAtFirst && (
            <Button size="small" type="link" onClick={() => setAll(true)}>
              {t('plan.missing.more', { count: plan.missing.length })}
            </Button>
          )}
        </div>
      }
    />
  );
}
