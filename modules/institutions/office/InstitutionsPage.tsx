import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { FilterSelect } from '#platform/ui/office/FilterSelect.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listInstitutions } from '../common/contract.ts'
import { institutionKinds, standings } from '../common/institution.ts'
import { institutionsMessages } from '../common/messages.ts'
import { InstitutionForm } from './InstitutionForm.tsx'
import { institutionsOfficeMessages } from './messages.ts'
import './institutions.css'

type Row = RowOf<typeof listInstitutions>

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find(word => word === text)

/** The library: what is in force, what one has to read, found by any word in it. */
export function Page() {
  const t = useText(institutionsOfficeMessages, institutionsMessages)
  const may = useMay()
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  const [isWriting, setWriting] = useState(false)
  const isToRead = url.read === 'mine'
  const kind = oneOf(institutionKinds, url.kind)
  const standing = oneOf(standings, url.standing)
  const asked = useAskList<typeof listInstitutions>('institutions.list', {
    ...(kind ? { kind } : {}),
    ...(standing ? { standing } : {}),
    ...(isToRead ? { toRead: true } : {}),
    ...(url.search ? { text: url.search } : {}),
  })
  return (
    <OfficePage
      title={t('place.institutions')}
      about={t('list.about')}
      actions={
        may('institutions.edit') && !isWriting ? (
          <Button type="primary" onClick={() => setWriting(true)}>
            {t('list.new')}
          </Button>
        ) : null
      }
    >
      {isWriting ? (
        <InstitutionForm
          known={null}
          onCancel={() => setWriting(false)}
          onDone={documentId => void navigate({ to: '/institutions/$documentId', params: { documentId } })}
        />
      ) : null}
      <nav className="o-chips" aria-label={t('column.standing')}>
        {[undefined, ...standings].map(one => (
          <Link
            key={one ?? 'all'}
            to="/institutions"
            search={{ ...url, standing: one, read: undefined } as never}
            className="o-chip"
            activeOptions={{ exact: true }}
            aria-current={one === standing && !isToRead ? 'true' : undefined}
          >
            {one ? t(`standing.${one}`) : t('list.any')}
          </Link>
        ))}
        <Link
          to="/institutions"
          search={{ ...url, standing: undefined, read: 'mine' } as never}
          className="o-chip"
          activeOptions={{ exact: true }}
          aria-current={isToRead ? 'true' : undefined}
        >
          {t('list.to-read', { count: asked.first?.toRead ?? 0 })}
        </Link>
      </nav>
      <ListTable<Row>
        name="institutions"
        label={t('list.label')}
        columns={useColumns(url.search !== undefined)}
        asked={asked}
        rowKey={row => row.documentId}
        tools={
          <>
            <Input.Search
              aria-label={t('list.search')}
              placeholder={t('list.search')}
              defaultValue={url.search ?? ''}
              allowClear
              className="o-find"
              onSearch={text => setUrl({ search: text.trim() || undefined })}
            />
            <FilterSelect
              label={t('list.kind')}
              any={t('list.any')}
              words={institutionKinds}
              value={kind}
              say={one => t(`kind.${one}`)}
              onChoose={kind => setUrl({ kind })}
            />
          </>
        }
        empty={<Blank title={t(isToRead ? 'list.all-read' : 'list.empty')}>{t('list.empty-why')}</Blank>}
      />
    </OfficePage>
  )
}

function useColumns(isSearched: boolean): Column<Row>[] {
  const t = useText(institutionsOfficeMessages, institutionsMessages)
  return [
    { key: 'number', title: t('column.number'), width: 170, show: row => row.number },
    {
      key: 'title',
      title: t('column.title'),
      show: row => (
        <>
          <Link to="/institutions/$documentId" params={{ documentId: row.documentId }}>
            {row.title}
          </Link>
          {isSearched ? (
            <span className="o-soft in-snippet">
              {row.foundIn === null ? null : t('list.found-in', { name: row.foundIn })}
              {row.snippet}
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'kind', title: t('column.kind'), width: 100, show: row => t(`kind.${row.kind}`) },
    { key: 'standing', title: t('column.standing'), width: 84, show: row => t(`standing.${row.standing}`) },
    {
      key: 'from',
      title: t('column.from'),
      width: 210,
      show: row =>
        row.inForceUntil === null
          ? row.inForceFrom
          : t('dates.until', { from: row.inForceFrom, until: row.inForceUntil }),
    },
    {
      key: 'areas',
      title: t('column.areas'),
      show: row => row.areas.map(({ name }) => name).join('、') || t('areas.everywhere'),
    },
    {
      key: 'read',
      title: t('column.read'),
      width: 84,
      show: row => (row.mustRead ? row.hasRead ? t('read.done') : <b className="o-urgent">{t('read.must')}</b> : ''),
    },
  ]
}
