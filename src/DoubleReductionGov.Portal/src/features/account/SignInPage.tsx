import { useMutation, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { api, type DemonstrationAccount, type SignInOptions, type SignInResult } from '../../api/client';
import { LanguageSwitch } from '../../shared/LanguageSwitch';
import { t } from '../../shared/language';
import { safeReturnPath } from '../../shared/paths';
import { RecoveryCodes } from '../../shared/security/RecoveryCodes';
import { configurationQuery, useRefreshSession } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { CountiesBackdrop } from './CountiesBackdrop';
import { DemonstrationCard } from './DemonstrationCard';
import { Refusal } from './Refusal';
import { SignInForm, type SignInValues } from './SignInForm';
import { SignInSteps } from './SignInSteps';
import styles from './signIn.module.css';
import { goOnWith, stepOfHash } from './steps';

export default function SignInPage() {
  // Asked for first: the answer sets the antiforgery cookie that signing in needs.
  const configuration = useQuery(configurationQuery);
  const options = useQuery(api.queryOptions('get', '/api/account/sign-in-options'));
  return (
    <div className={styles.page}>
      <Welcome />
      <main className={styles.side}>
        <LanguageSwitch className={styles.language} />
        <div className={styles.column}>
          <Loaded query={configuration}>
            {() => <Loaded query={options}>{(data) => <SignIn options={data} />}</Loaded>}
          </Loaded>
          <p className={styles.note}>{t('account.note')}</p>
        </div>
      </main>
    </div>
  );
}

/** The form, then whatever step the server answers with, until it is done. */
function SignIn({ options }: { options: SignInOptions }) {
  const [form] = Form.useForm<SignInValues>();
  const [search] = useSearchParams();
  const [result, setResult] = useState<SignInResult | null>(null);
  const returnTo = safeReturnPath(search.get('returnTo'));
  const finish = useFinish(returnTo);
  const resumed = useResumedStep(setResult);
  const take = (next: SignInResult) => {
    setResult(next.step === 'Done' && !next.recoveryCodes ? null : next);
    if (next.step === 'Done' && !next.recoveryCodes) finish.mutate();
  };
  const fill = (account: DemonstrationAccount, password: string) =>
    form.setFieldsValue({ tenantId: account.tenantId ?? '', userName: account.userName, password });
  if (result?.recoveryCodes)
    return (
      <>
        <h1 className={styles.title}>{t('account.recovery.title')}</h1>
        <RecoveryCodes codes={result.recoveryCodes} onKept={() => finish.mutate()} />
      </>
    );
  if (result)
    return (
      <SignInSteps
        result={result}
        rules={options.passwordRules}
        onStep={take}
        onStartAgain={() => setResult(null)}
      />
    );
  return (
    <>
      <Refusal error={resumed.error ?? finish.error} />
      <SignInForm
        form={form}
        options={options}
        external={search.get('external')}
        returnTo={returnTo}
        onStep={take}
      />
      {options.demonstration && <DemonstrationCard demonstration={options.demonstration} onChosen={fill} />}
    </>
  );
}

/** The session is read anew before the page opens that the person came for. */
function useFinish(returnTo: string) {
  const navigate = useNavigate();
  const refreshSession = useRefreshSession();
  return useMutation({
    mutationFn: refreshSession,
    onSuccess: () => void navigate(returnTo, { replace: true }),
  });
}

/** Goes on where an external sign-in stopped, and takes the ticket out of the address. */
function useResumedStep(onStep: (result: SignInResult) => void) {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const resume = useMutation({ mutationFn: goOnWith, onSuccess: onStep });
  useEffect(() => {
    const step = stepOfHash(hash);
    if (!step) return;
    void navigate(pathname + search, { replace: true });
    resume.mutate(step);
  }, [hash, pathname, search, navigate, resume.mutate]);
  return resume;
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
