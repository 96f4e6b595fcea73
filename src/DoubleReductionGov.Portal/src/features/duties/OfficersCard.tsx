import { useQueries, useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { api, type UserListItem } from '../../api/client';
import { t } from '../../shared/language';
import { Loaded } from '../../shared/states';
import styles from './duties.module.css';

const officers = ['system-admin', 'security-admin', 'audit-admin'] as const;

const rolesQuery = api.queryOptions('get', '/api/administration/user/assignable-roles');

const holdersQuery = (roleId: string | undefined) =>
  api.queryOptions(
    'get',
    '/api/administration/user',
    { params: { query: { roleId, isActive: true, maxResultCount: 20 } } },
    { enabled: roleId !== undefined },
  );

/** Who holds each of the three offices now; a vacant one is seen at a glance. */
export function OfficersCard() {
  const roles = useQuery(rolesQuery);
  const idOf = (name: string) => roles.data?.items.find((role) => role.name === name)?.id;
  const holders = useQueries({ queries: officers.map((name) => holdersQuery(idOf(name))) });
  return (
    <Card title={t('duties.officers')} extra={t('duties.officers.hint')} className={styles.card}>
      <Loaded query={roles} height={120}>
        {() => (
          <ul className={styles.officers}>
            {officers.map((name, index) => (
              <li key={name}>
                <h2>{t(`duties.officer.${name}`)}</h2>
                <p>{t(`duties.officer.${name}.does`)}</p>
                <People people={holders[index]?.data?.items} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}

function People({ people }: { people: UserListItem[] | undefined }) {
  if (!people) return null;
  if (people.length === 0) return <Tag color="error">{t('duties.officers.vacant')}</Tag>;
  return (
    <span className={styles.holders}>
      {people.map(({ id, name, userName }) => (
        <Tag key={id} color="purple">
          {name ? `${name} ${userName}` : userName}
        </Tag>
      ))}
    </span>
  );
}
