import type { DemonstrationAccount, SignInOptions } from '../../api/client';
import { t } from '../../shared/language';
import styles from './signIn.module.css';

interface Props {
  demonstration: NonNullable<SignInOptions['demonstration']>;
  onChosen: (account: DemonstrationAccount, password: string) => void;
}

/** Only there in a demonstration: each row fills the form. */
export function DemonstrationCard({ demonstration, onChosen }: Props) {
  const { accounts, password } = demonstration;
  return (
    <section className={styles.demonstration} aria-labelledby="demonstration">
      <h2 id="demonstration">{t('account.demo.title')}</h2>
      <p>{t('account.demo.hint', { password })}</p>
      <ul>
        {accounts.map((account) => (
          <li key={`${account.tenantId}/${account.userName}`}>
            <button
              type="button"
              onClick={() => onChosen(account, password)}
              aria-label={t('account.demo.fill', {
                userName: account.userName,
                tenant: account.tenantName,
                role: account.roleName,
              })}
            >
              <span className={styles.tenant}>{account.tenantName}</span>
              <span className={styles.role}>{account.roleName}</span>
              <span>{account.personName}</span>
              <code>{account.userName}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
