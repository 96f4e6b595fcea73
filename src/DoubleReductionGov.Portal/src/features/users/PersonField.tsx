import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { UserPerson } from '../../api/client';
import { t } from '../../shared/language';
import { peopleQuery } from './api';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** Called with the person chosen, so that the form can be filled. */
  onPerson: (person: UserPerson) => void;
}

/** Someone of the directory who has no account yet; the server searches while one types. */
export function PersonField({ id, value, onChange, onPerson }: Props) {
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed);
  const people = useQuery({ ...peopleQuery(filter), placeholderData: keepPreviousData });
  const choose = (chosen: string | undefined) => {
    onChange?.(chosen ?? null);
    const person = people.data?.items.find((one) => one.id === chosen);
    if (person) onPerson(person);
  };
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? undefined}
      loading={people.isFetching}
      placeholder={t('person.choose')}
      notFoundContent={t('users.person.none')}
      onChange={choose}
      options={people.data?.items.map((person) => ({
        value: person.id,
        label: [person.name, person.post, person.organisationName].filter(Boolean).join(' · '),
      }))}
    />
  );
}
