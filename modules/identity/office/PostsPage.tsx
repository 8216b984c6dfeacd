import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { byName } from '#platform/ui/office/by-name.ts'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listPosts } from '../common/contract.ts'
import { identityMessages } from '../common/messages.ts'
import { AddPost } from './AddPost.tsx'
import { AppointToPost } from './AppointToPost.tsx'
import { identityOfficeMessages } from './messages.ts'
import { useRoleName } from './use-role-name.ts'
import { unitTree, useUnits } from './use-units.ts'

type Row = RowOf<typeof listPosts>

/** Who sits on which post; vacant ones stand out. */
export function Page() {
  const t = useText(identityOfficeMessages)
  const may = useMay()
  const mayChange = may('identity.manage-accounts')
  const [url, setUrl] = useUrlState()
  const [isAdding, setAdding] = useState(false)
  const [appointing, setAppointing] = useState<Row | null>(null)
  const units = useUnits()
  const asked = useAskList<typeof listPosts>('identity.list-posts', {
    ...(url.search ? { search: url.search } : {}),
    ...(url.unit ? { unitId: url.unit } : {}),
    ...(url.grid ? { gridPath: url.grid } : {}),
    ...(url.vacant ? { vacant: url.vacant === 'yes' } : {}),
  })
  return (
    <OfficePage
      title={t('place.posts')}
      about={t('posts.about')}
      actions={
        mayChange ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('posts.add')}
          </Button>
        ) : null
      }
    >
      <ListTable<Row>
        name="posts"
        label={t('place.posts')}
        columns={useColumns(mayChange ? setAppointing : null)}
        asked={asked}
        rowKey={row => row.id}
        empty={<Blank title={t('posts.empty')}>{t('posts.empty-why')}</Blank>}
        tools={
          <>
            <Input.Search
              aria-label={t('posts.search')}
              placeholder={t('posts.search')}
              defaultValue={url.search ?? ''}
              allowClear
              className="o-find"
              onSearch={search => setUrl({ search: search.trim() || undefined })}
            />
            <Select
              aria-label={t('posts.unit')}
              className="o-choose"
              showSearch={byName}
              value={url.unit ?? ''}
              onChange={unit => setUrl({ unit: unit || undefined })}
              options={[
                { value: '', label: t('posts.every-unit') },
                ...unitTree(units.rows).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Select
              aria-label={t('posts.every')}
              className="o-choose"
              value={url.vacant ?? ''}
              onChange={vacant => setUrl({ vacant: vacant || undefined })}
              options={[
                { value: '', label: t('posts.every') },
                { value: 'yes', label: t('posts.only-vacant') },
                { value: 'no', label: t('posts.only-held') },
              ]}
            />
          </>
        }
      />
      {isAdding ? <AddPost units={units.rows} onClose={() => setAdding(false)} /> : null}
      {appointing ? <AppointToPost post={appointing} onClose={() => setAppointing(null)} /> : null}
    </OfficePage>
  )
}

function useColumns(onAppoint: ((post: Row) => void) | null): Column<Row>[] {
  const t = useText(identityOfficeMessages, identityMessages)
  const moment = useMoment()
  const roleName = useRoleName()
  const columns: Column<Row>[] = [
    { key: 'title', title: t('posts.title'), show: row => <b>{row.title}</b> },
    { key: 'unit', title: t('posts.unit'), show: row => row.unitName },
    {
      key: 'role',
      title: t('posts.role'),
      width: 140,
      show: row => roleName({ code: row.roleCode, name: row.roleName }),
    },
    { key: 'grid', title: t('posts.grid'), width: 110, show: row => row.gridPath },
    {
      key: 'holder',
      title: t('posts.holder'),
      width: 140,
      show: ({ holder }) =>
        holder ? (
          <Link to="/people/$personId" params={{ personId: holder.personId }}>
            {holder.name}
          </Link>
        ) : (
          <b className="o-vacant">{t('identity.post.vacant')}</b>
        ),
    },
    {
      key: 'since',
      title: t('posts.since'),
      width: 170,
      show: ({ holder }) => (holder ? moment(holder.since) : null),
    },
  ]
  if (onAppoint) {
    columns.push({
      key: 'action',
      title: t('posts.action'),
      width: 110,
      show: row =>
        row.holder ? null : (
          <Button size="small" aria-label={t('posts.appoint-to', { title: row.title })} onClick={() => onAppoint(row)}>
            {t('posts.appoint')}
          </Button>
        ),
    })
  }
  return columns
}
