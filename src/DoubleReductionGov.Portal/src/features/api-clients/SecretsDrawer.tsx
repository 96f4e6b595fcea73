import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import type { ApiClient } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { addSecret, clientQuery, removeSecret } from './api';
import styles from './apiClients.module.css';

interface Props {
  client: ApiClient;
  onSecret: (shown: { clientId: string; secret: string }) => void;
  onClose: () => void;
}

/** Two secrets can be in use at once: the new one is brought in before the old one goes. */
export function SecretsDrawer({ client: { id, clientId, name }, onSecret, onClose }: Props) {
  const client = useQuery({ ...clientQuery(id), staleTime: 0 });
  const add = useAction(() => addSecret(id), { onDone: ({ secret }) => onSecret({ clientId, secret }) });
  return (
    <Drawer open size={480} title={`${t('apiClients.secrets')} · ${name}`} onClose={onClose}>
      <Loaded query={client}>
        {({ secrets }) => (
          <>
            <ul className={styles.secrets}>
              {secrets.map((secret) => (
                <SecretRow key={secret.id} clientId={id} secret={secret} />
              ))}
            </ul>
            <p>{t('apiClients.secret.new.hint')}</p>
            <Button type="primary" loading={add.isPending} onClick={() => add.mutate(undefined)}>
              {t('apiClients.secret.new')}
            </Button>
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

function SecretRow({ clientId, secret }: { clientId: string; secret: ApiClient['secrets'][number] }) {
  const { modal } = App.useApp();
  const { id, prefix, createdAt, lastUsedAt } = secret;
  const remove = useAction(() => removeSecret(clientId, id), { done: t('apiClients.secret.removed') });
  const ask = () =>
    modal.confirm({
      title: t('apiClients.secret.remove.sure', { prefix }),
      okText: t('apiClients.secret.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(undefined),
    });
  return (
    <li>
      <div>
        <code>{prefix}…</code>
        <div className={styles.soft}>
          {t('apiClients.secret.created', { time: formatTime(createdAt) })} ·{' '}
          {t('apiClients.secret.used', { time: lastUsedAt ? formatTime(lastUsedAt) : t('word.never') })}
        </div>
      </div>
      <Button danger onClick={ask} aria-label={`${t('apiClients.secret.remove')} ${prefix}`}>
        {t('apiClients.secret.remove')}
      </Button>
    </li>
  );
}
