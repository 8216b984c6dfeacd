import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { FilterSelect } from '#platform/ui/office/FilterSelect.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listEntries } from '../common/contract.ts'
import { entryKinds, entryOutcomes, standings } from '../common/entry.ts'
import { diaryMessages } from '../common/messages.ts'
import { DayByCommunity } from './DayByCommunity.tsx'
import { diaryOfficeMessages } from './messages.ts'
import './diary-office.css'

type Row = RowOf<typeof listEntries>

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find(word => word === text)

/** Entries of visits and talks: what was written, what is not answered yet, how each community keeps its day. */
export function Page() {
  const t = useText(diaryOfficeMessages, diaryMessages)
  const [url] = useUrlState()
  const standing = oneOf(standings, url.standing)
  const kind = oneOf(entryKinds, url.kind)
  const outcome = oneOf(entryOutcomes, url.outcome)
  const asked = useAskList<typeof listEntries>('diary.list', {
    ...(standing ? { standing } : {}),
    ...(kind ? { kind } : {}),
    ...(outcome ? { outcome } : {}),
    ...(url.search ? { text: url.search } : {}),
    ...(url.grid ? { gridPath: url.grid } : {}),
  })
  return (
    <OfficePage title={t('place.diary')} about={t('list.about')}>
      <Standings current={standing} />
      <ListTable<Row>
        name="diary"
        label={t('list.label')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => row.entryId}
        tools={<Filters />}
        empty={
          <Blank title={t(standing === 'waiting' ? 'list.no-missing' : 'list.empty')}>{t('list.empty-why')}</Blank>
        }
      />
      <DayByCommunity />
    </OfficePage>
  )
}

/** 今日未反馈 and its neighbours, as links that can be kept. */
function Standings({ current }: { readonly current: (typeof standings)[number] | undefined }) {
  const t = useText(diaryOfficeMessages, diaryMessages)
  const [url] = useUrlState()
  return (
    <nav className="o-chips" aria-label={t('column.standing')}>
      {[undefined, ...standings].map(standing => (
        <Link
          key={standing ?? 'all'}
          to="/diary"
          search={{ ...url, standing } as never}
          className="o-chip"
          activeOptions={{ exact: true }}
          aria-current={standing === current ? 'true' : undefined}
        >
          {standing ? t(`diary.standing.${standing}`) : t('list.all')}
        </Link>
      ))}
    </nav>
  )
}

function Filters() {
  const t = useText(diaryOfficeMessages, diaryMessages)
  const [url, setUrl] = useUrlState()
  return (
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
        words={entryKinds}
        value={oneOf(entryKinds, url.kind)}
        say={kind => t(`diary.kind.${kind}`)}
        onChoose={kind => setUrl({ kind })}
      />
      <FilterSelect
        label={t('list.outcome')}
        any={t('list.any')}
        words={entryOutcomes}
        value={oneOf(entryOutcomes, url.outcome)}
        say={outcome => t(`diary.outcome.${outcome}`)}
        onChoose={outcome => setUrl({ outcome })}
      />
      {url.grid ? <Button onClick={() => setUrl({ grid: undefined })}>{t('list.all-places')}</Button> : null}
    </>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(diaryOfficeMessages, diaryMessages)
  const moment = useMoment()
  return [
    {
      key: 'text',
      title: t('column.text'),
      show: row => (
        <Link to="/diary/$entryId" params={{ entryId: row.entryId }} className="di-text">
          {row.text}
        </Link>
      ),
    },
    { key: 'kind', title: t('column.kind'), show: row => t(`diary.kind.${row.kind}`) },
    { key: 'where', title: t('column.where'), show: row => row.gridNames.slice(-2).join(' › ') },
    { key: 'writer', title: t('column.writer'), show: row => row.writerName ?? '' },
    { key: 'at', title: t('column.at'), show: row => moment(row.writtenAt) },
    {
      key: 'standing',
      title: t('column.standing'),
      show: row => {
        const words = t(`diary.standing.${row.standing}`)
        return row.standing === 'overdue' ? <b className="o-urgent">{words}</b> : words
      },
    },
    {
      key: 'outcome',
      title: t('column.outcome'),
      show: row =>
        [t(`diary.outcome.${row.outcome}`), row.orderNumber ?? row.caseFile?.number].filter(Boolean).join(' '),
    },
  ]
}
