import { Alert, Button, Card, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useBlocker } from 'react-router';
import type { Right, Rights } from '../../api/client';
import { t } from '../language';
import { EmptyBlock } from '../states';
import { useAction } from '../useAction';
import { GroupCard } from './GroupCard';
import styles from './rights.module.css';
import { changedIn, type Granted, grantedIn, isChanged, matching } from './rightsTree';

interface Props {
  rights: Rights;
  mayEdit: boolean;
  onSave: (granted: string[], concurrencyStamp: string) => Promise<Rights>;
}

/** The rights of a role or a user by group: ticked, searched, with every change marked until it is saved. */
export function RightsEditor({ rights, mayEdit, onSave }: Props) {
  const [granted, setGranted] = useState<Granted>(() => grantedIn(rights));
  const [shown, setShown] = useState({ text: '', changedOnly: false });
  const changed = changedIn(rights, granted);
  const editable = mayEdit && rights.isEditable;
  const save = useAction(() => onSave([...granted], rights.concurrencyStamp), {
    done: t('rights.saved'),
    onDone: (saved) => setGranted(grantedIn(saved)),
  });
  const groups = rights.groups
    .map((group) => ({ group, rights: matching(group, isShown(shown, granted)) }))
    .filter((found) => found.rights.length > 0);
  return (
    <>
      {rights.whyNotEditable && (
        <Alert type="info" showIcon title={rights.whyNotEditable} className={styles.notice} />
      )}
      <Card className={styles.bar}>
        <div className={styles.tools}>
          <Input.Search
            allowClear
            className={styles.search}
            placeholder={t('rights.search')}
            aria-label={t('rights.search')}
            onChange={({ target }) => setShown({ ...shown, text: target.value.trim() })}
          />
          <Checkbox
            checked={shown.changedOnly}
            onChange={({ target }) => setShown({ ...shown, changedOnly: target.checked })}
          >
            {t('rights.changedOnly')}
          </Checkbox>
          <span role="status" className={styles.soft}>
            {t('rights.granted', { count: granted.size })} · {t('rights.changed', { count: changed.length })}
          </span>
          {editable && (
            <span className={styles.buttons}>
              <Button disabled={changed.length === 0} onClick={() => setGranted(grantedIn(rights))}>
                {t('rights.undo')}
              </Button>
              <Button
                type="primary"
                disabled={changed.length === 0}
                loading={save.isPending}
                onClick={() => save.mutate(undefined)}
              >
                {t('action.save')}
              </Button>
            </span>
          )}
        </div>
      </Card>
      {groups.length === 0 && <EmptyBlock text={t('rights.none')} />}
      {groups.map((found) => (
        <GroupCard
          key={found.group.name}
          group={found.group}
          shown={found.rights}
          granted={granted}
          editable={editable}
          onChange={setGranted}
        />
      ))}
      <LeaveGuard changed={changed.length > 0 && !save.isPending} />
    </>
  );
}

function isShown({ text, changedOnly }: { text: string; changedOnly: boolean }, granted: Granted) {
  const wanted = text.toLowerCase();
  return (right: Right) =>
    (wanted === '' || `${right.displayName} ${right.name}`.toLowerCase().includes(wanted)) &&
    (!changedOnly || isChanged(right, granted));
}

/** Asks before unsaved ticks are lost to a click on another page. */
function LeaveGuard({ changed }: { changed: boolean }) {
  const blocker = useBlocker(changed);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('rights.leave')}
      okText={t('rights.undo')}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    />
  );
}
