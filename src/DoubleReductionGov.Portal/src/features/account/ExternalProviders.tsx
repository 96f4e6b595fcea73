import { Button, Divider } from 'antd';
import type { ExternalProvider } from '../../api/client';
import { t } from '../../shared/language';
import styles from './signIn.module.css';

interface Props {
  providers: ExternalProvider[];
  tenantId: string;
  returnTo: string;
}

/** Links and no requests: the browser itself goes to the provider and comes back. */
export function ExternalProviders({ providers, tenantId, returnTo }: Props) {
  if (providers.length === 0) return null;
  const query = new URLSearchParams({ ...(tenantId && { tenantId }), returnUrl: returnTo });
  return (
    <section aria-label={t('account.external')}>
      <Divider plain>{t('account.external')}</Divider>
      <div className={styles.providers}>
        {providers.map(({ name, displayName }) => (
          <Button key={name} block href={`/api/account/external/${encodeURIComponent(name)}?${query}`}>
            {t('account.external.with', { name: displayName })}
          </Button>
        ))}
      </div>
    </section>
  );
}
