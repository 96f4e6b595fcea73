import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from './language';
import styles from './PageHeader.module.css';

interface Props {
  title: ReactNode;
  subtitle?: ReactNode;
  back?: string;
  children?: ReactNode;
}

/** Title at the left, actions (children) at the right. */
export function PageHeader({ title, subtitle, back, children }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.titles}>
        {back && (
          <Link to={back} className={styles.back}>
            ← {t('action.back')}
          </Link>
        )}
        <h1 className={styles.title}>{title}</h1>
        {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
