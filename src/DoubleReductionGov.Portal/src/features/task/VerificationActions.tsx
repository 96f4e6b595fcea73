import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Task } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { t } from '../../shared/language';
import { permissions } from '../../shared/permissions';
import { ReasonDialog } from '../../shared/ReasonDialog';
import { useCan } from '../../shared/session';
import { useAction } from '../../shared/useAction';
import {
  countyTaskQuery,
  type Decision,
  decideExtension,
  historyQuery,
  returnClaim,
  verify,
  waitingQuery,
} from './api';

interface Props {
  task: Task;
  countyId: string;
  purpose: string;
}

/** Verify or return a claim, grant or refuse an extension: for the department that issued the task. */
export function VerificationActions({ task, countyId, purpose }: Props) {
  const can = useCan();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'verify' | 'return' | 'grant' | 'refuse' | null>(null);
  const waiting = useQuery(waitingQuery());
  const mine = waiting.data?.items.filter((item) => item.taskId === task.id && item.countyId === countyId);
  const county = { id: countyId, purpose };
  const close = () => setDialog(null);
  const onDone = (changed: Task) => {
    client.setQueryData(countyTaskQuery(task.id, countyId, purpose).queryKey, changed);
    void client.invalidateQueries({ queryKey: historyQuery({ taskId: task.id, county }).queryKey });
    close();
  };
  const approve = useAction((note: string) => verify(task, countyId, note || null), {
    done: t('task.verify.done'),
    onDone,
  });
  const refuse = useAction((reason: string) => returnClaim(task, countyId, reason), {
    done: t('task.return.done'),
    onDone,
  });
  const decide = useAction((decision: Decision) => decideExtension(task, decision), {
    done: t('task.decide.done'),
    onDone,
  });

  const allowed = can(permissions.verificationsDecide);
  const onlyIssuer = mine?.some((item) => !item.mine)
    ? t('task.onlyIssuer', { issuer: task.issuerName })
    : null;
  const hindrance = task.state === 'Claimed' ? onlyIssuer : notWaiting(task);
  const asked = task.extensions.find((extension) => extension.state === 'Asked');
  const extensionDates = asked && t('task.extensions.dates', { oldDue: asked.oldDue, newDue: asked.newDue });
  const decided = (grant: boolean) => (reason: string) =>
    asked && decide.mutate({ countyId, extensionId: asked.id, grant, reason: reason || null });
  return (
    <>
      {asked && (
        <>
          <ActionButton allowed={allowed} hindrance={onlyIssuer} onClick={() => setDialog('refuse')}>
            {t('task.decide.refuse')}
          </ActionButton>
          <ActionButton allowed={allowed} hindrance={onlyIssuer} onClick={() => setDialog('grant')}>
            {t('task.decide.grant')}
          </ActionButton>
        </>
      )}
      <ActionButton allowed={allowed} hindrance={hindrance} danger onClick={() => setDialog('return')}>
        {t('task.return')}
      </ActionButton>
      <ActionButton
        allowed={allowed}
        hindrance={hindrance}
        type="primary"
        onClick={() => setDialog('verify')}
      >
        {t('task.verify')}
      </ActionButton>
      {dialog === 'verify' && (
        <ReasonDialog
          title={t('task.verify.title', { title: task.title })}
          label={t('task.verify.note')}
          pending={approve.isPending}
          onGiven={approve.mutate}
          onClose={close}
        />
      )}
      {dialog === 'return' && (
        <ReasonDialog
          title={t('task.return.title', { title: task.title })}
          label={t('field.reason')}
          required
          pending={refuse.isPending}
          onGiven={refuse.mutate}
          onClose={close}
        />
      )}
      {(dialog === 'grant' || dialog === 'refuse') && (
        <ReasonDialog
          title={t(`task.decide.${dialog}`) + t('text.colon') + extensionDates}
          label={t('task.decide.reasonFor')}
          required={dialog === 'refuse'}
          pending={decide.isPending}
          onGiven={decided(dialog === 'grant')}
          onClose={close}
        />
      )}
    </>
  );
}

function notWaiting(task: Task): string {
  return task.state === 'Done' ? t('task.closed.Done') : t('task.notClaimed');
}
