import { Card } from 'antd';
import { Link } from 'react-router';
import { t } from '../shared/language';
import { PageHeader } from '../shared/PageHeader';
import { useCan } from '../shared/session';
import styles from './AdministrationOverview.module.css';
import { administrationOf } from './access';
import { pages } from './pages';

/** Where system, security and audit administrators begin: what they may do, each with a sentence. */
export default function AdministrationOverview() {
  const can = useCan();
  return (
    <>
      <PageHeader title={t('overview.title')} subtitle={t('overview.subtitle')} />
      <ul className={styles.tiles}>
        {administrationOf(pages, can).map(({ path, menu }) => (
          <li key={path}>
            <Link to={path}>
              <Card hoverable>
                <span className={styles.icon}>{menu.icon}</span>
                <h2>{t(menu.text)}</h2>
                <p>{menu.about && t(menu.about)}</p>
              </Card>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
