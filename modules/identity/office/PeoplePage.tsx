import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listPeople } from '../common/contract.ts'
import { AddPerson } from './AddPerson.tsx'
import { identityOfficeMessages } from './messages.ts'

const states = ['active', 'disabled', 'without-post'] as const
type Row = RowOf<typeof listPeople>

/** The staff directory. */
export function Page() {
  const t = useText(identityOfficeMessages)
  const may = useMay()
  const [url, setUrl] = useUrlState()
  const [isAdding, setAdding] = useState(false)
  const state = states.find(one => one === url.state)
  const asked = useAskList<typeof listPeople>('identity.list-people', {
    ...(url.search ? { search: url.search } : {}),
    ...(url.unit ? { unitId: url.unit } : {}),
    ...(state ? { state } : {}),
  })
  return (
    <OfficePage
      title={t('place.people')}
      about={t('people.about')}
      actions={
        may('identity.manage-accounts') ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        ) : null
      }
    >
      <ListTable<Row>
        name="people"
        label={t('place.people')}
        columns={columnsOf(t)}
        asked={asked}
        rowKey={row => row.id}
        empty={<Blank title={t('people.empty')}>{t('people.empty-why')}</Blank>}
        tools={
          <>
            <Input.Search
              aria-label={t('people.search')}
              placeholder={t('people.search')}
              defaultValue={url.search ?? ''}
              allowClear
              className="o-find"
              onSearch={search => setUrl({ search: search.trim() || undefined })}
            />
            <Select
              aria-label={t('people.state')}
              value={state ?? ''}
              className="o-choose"
              onChange={next => setUrl({ state: next || undefined })}
              options={[
                { value: '', label: t('people.every-state') },
                ...states.map(value => ({ value, label: t(`people.state.${value}`) })),
              ]}
            />
          </>
        }
      />
      {isAdding ? <AddPerson onClose={() => setAdding(false)} /> : null}
    </OfficePage>
  )
}

function columnsOf(t: ReturnType<typeof useText<typeof identityOfficeMessages>>): Column<Row>[] {
  return [
    {
      key: 'name',
      title: t('people.name'),
      width: 160,
      show: row => (
        <Link to="/people/$personId" params={{ personId: row.id }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'login', title: t('people.login'), width: 160, show: row => row.login },
    { key: 'state', title: t('people.state'), width: 120, show: row => t(`people.state.${row.accountState}`) },
    {
      key: 'posts',
      title: t('people.posts'),
      show: row => (
        <ul>
          {row.posts.map(post => (
            <li key={post.id}>
              {post.title} <span className="o-soft">{post.unitName}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ]
}
