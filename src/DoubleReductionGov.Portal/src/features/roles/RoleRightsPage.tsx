import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { permissions } from '../../shared/permissions';
import { RightsEditor } from '../../shared/rights/RightsEditor';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { roleRightsQuery, saveRoleRights } from './api';

export default function RoleRightsPage() {
  const { id = '' } = useParams();
  const can = useCan();
  const rights = useQuery(roleRightsQuery(id));
  return (
    <Loaded query={rights}>
      {(data) => (
        <>
          <PageHeader
            title={t('rights.title', { name: data.name })}
            subtitle={t('rights.subtitle')}
            back={paths.roles}
          />
          <RightsEditor
            key={data.concurrencyStamp}
            rights={data}
            mayEdit={can(permissions.rightsManage)}
            onSave={(granted, stamp) => saveRoleRights(id, granted, stamp)}
          />
        </>
      )}
    </Loaded>
  );
}
