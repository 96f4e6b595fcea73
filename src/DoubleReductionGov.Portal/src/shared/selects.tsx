import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { organisationsQuery, peopleQuery } from './directory';
import { t } from './language';

interface SelectProps<Value> {
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  disabled?: boolean;
  'aria-label'?: string;
}

/** A person of the directory of one's own city or county; of one department if it is given. */
export function PersonSelect({
  organisationId,
  ...props
}: SelectProps<string | null> & { organisationId?: string }) {
  const people = useQuery(peopleQuery(organisationId));
  return (
    <Select<string | null>
      {...props}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={people.isLoading}
      placeholder={t('person.choose')}
      notFoundContent={t('person.noneFound')}
      style={{ width: '100%' }}
      onChange={(value) => props.onChange?.(value ?? null)}
      options={people.data?.items.map((person) => ({
        value: person.id,
        label: [person.name, person.post, person.organisationName].filter(Boolean).join(' · '),
      }))}
    />
  );
}

function useDepartmentOptions() {
  const organisations = useQuery(organisationsQuery());
  return {
    loading: organisations.isLoading,
    options: organisations.data?.items.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export function DepartmentSelect(props: SelectProps<string | null>) {
  return (
    <Select<string | null>
      {...props}
      {...useDepartmentOptions()}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('department.choose')}
      style={{ width: '100%' }}
      onChange={(value) => props.onChange?.(value ?? null)}
    />
  );
}

export function DepartmentsSelect(props: SelectProps<string[]>) {
  return (
    <Select<string[]>
      {...props}
      {...useDepartmentOptions()}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('department.choose')}
      style={{ width: '100%' }}
    />
  );
}
