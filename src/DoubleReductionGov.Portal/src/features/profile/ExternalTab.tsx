import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useSearchParams } from 'react-router';
import { t, tOr } from '../../shared/language';
import { paths } from '../../shared/paths';
import { EmptyBlock, Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { linksQuery, optionsQuery, unlink } from './api';
import styles from './profile.module.css';

/** Linking goes to the provider and back with the whole page, so it is a link and no request. */
export function ExternalTab() {
  const options = useQuery(optionsQuery);
  const links = useQuery(linksQuery);
  const [search] = useSearchParams();
  const failed = search.get('external');
  return (
    <Loaded query={options}>
      {({ externalProviders }) => (
        <Loaded query={links}>
          {({ items }) => (
            <div className={styles.narrow}>
              {failed && (
                <Alert
                  type="warning"
                  showIcon
                  title={tOr(`account.external.${failed}`, t('account.external.Failed'))}
                />
              )}
              <p className={styles.soft}>{t('profile.external.hint')}</p>
              {externalProviders.length === 0 && <EmptyBlock text={t('profile.external.none')} />}
              <ul className={styles.links}>
                {externalProviders.map(({ name, displayName }) => (
                  <li key={name}>
                    <ProviderRow
                      name={name}
                      displayName={displayName}
                      isLinked={items.some(({ provider }) => provider === name)}
                    />
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface RowProps {
  name: string;
  displayName: string;
  isLinked: boolean;
}

function ProviderRow({ name, displayName, isLinked }: RowProps) {
  const { modal } = App.useApp();
  const remove = useAction(() => unlink(name), { done: t('profile.external.unlinked') });
  const ask = () =>
    modal.confirm({
      title: t('profile.external.unlink.sure', { name: displayName }),
      okText: t('profile.external.unlink'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(undefined),
    });
  const back = encodeURIComponent(`${paths.account}?tab=external`);
  return (
    <>
      <span>
        <strong>{displayName}</strong>
        <span className={styles.soft}>
          {t(isLinked ? 'profile.external.linked' : 'profile.external.notLinked')}
        </span>
      </span>
      {isLinked ? (
        <Button danger onClick={ask} aria-label={`${t('profile.external.unlink')} ${displayName}`}>
          {t('profile.external.unlink')}
        </Button>
      ) : (
        <Button
          href={`/api/account/external/${encodeURIComponent(name)}/link?returnUrl=${back}`}
          aria-label={`${t('profile.external.link')} ${displayName}`}
        >
          {t('profile.external.link')}
        </Button>
      )}
    </>
  );
}
