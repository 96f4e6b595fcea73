import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type DemonstrationAccount } from '../../api/client';
import { LanguageSwitch } from '../../shared/LanguageSwitch';
import { t } from '../../shared/language';
import { safeReturnPath } from '../../shared/paths';
import { configurationQuery } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { CountiesBackdrop } from './CountiesBackdrop';
import { DemonstrationCard } from './DemonstrationCard';
import { SignInForm, type SignInValues } from './SignInForm';
import styles from './signIn.module.css';

export default function SignInPage() {
  // Asked for first: the answer sets the antiforgery cookie that signing in needs.
  const configuration = useQuery(configurationQuery);
  const options = useQuery(api.queryOptions('get', '/api/account/sign-in-options'));
  const [form] = Form.useForm<SignInValues>();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const fill = (account: DemonstrationAccount, password: string) =>
    form.setFieldsValue({ tenantId: account.tenantId ?? '', userName: account.userName, password });
  const goOn = () => void navigate(safeReturnPath(search.get('returnTo')), { replace: true });
  return (
    <div className={styles.page}>
      <Welcome />
      <main className={styles.side}>
        <LanguageSwitch className={styles.language} />
        <div className={styles.column}>
          <Loaded query={configuration}>
            {() => (
              <Loaded query={options}>
                {(data) => (
                  <>
                    <SignInForm form={form} options={data} onSignedIn={goOn} />
                    {data.demonstration && (
                      <DemonstrationCard demonstration={data.demonstration} onChosen={fill} />
                    )}
                  </>
                )}
              </Loaded>
            )}
          </Loaded>
          <p className={styles.note}>{t('account.note')}</p>
        </div>
      </main>
    </div>
  );
}

function Welcome() {
  return (
    <section className={styles.welcome} aria-label={t('account.heading')}>
      <CountiesBackdrop />
      <div className={styles.words}>
        <p className={styles.heading}>{t('account.heading')}</p>
        <p className={styles.heading2}>{t('account.heading2')}</p>
        <p className={styles.lead}>{t('account.lead')}</p>
        <ul className={styles.points}>
          <li>{t('account.point1')}</li>
          <li>{t('account.point2')}</li>
          <li>{t('account.point3')}</li>
        </ul>
      </div>
    </section>
  );
}
